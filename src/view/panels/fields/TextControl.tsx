import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';

interface TextControlProps {
  id: string;
  label: ReactNode;
  /** One sentence about the field, for screen readers. */
  help: string | undefined;
  /** Undefined where the selected entities differ. */
  value: string | undefined;
  mixedText: string;
  maxLength: number;
  multiline: boolean;
  onCommit(value: string): boolean;
}

/** A text, stored on leaving the field (and on Enter in a single line). */
export function TextControl({ id, label, help, value, mixedText, maxLength, multiline, onCommit }: TextControlProps) {
  const shown = value ?? '';
  const [draft, setDraft] = useState(shown);
  useEffect(() => setDraft(shown), [shown]);
  const commit = () => {
    if (draft !== shown && !onCommit(draft)) setDraft(shown);
  };
  const shared = {
    size: 'xs',
    label,
    value: draft,
    maxLength,
    placeholder: value === undefined ? mixedText : undefined,
    onBlur: commit,
    'aria-description': help,
    'data-testid': `field-${id}`,
  } as const;
  if (multiline) {
    return (
      <Textarea
        {...shared}
        autosize
        minRows={2}
        maxRows={10}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(shown);
      }}
    />
  );
}
