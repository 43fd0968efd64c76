import { NumberInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import type { NumberField } from './field-spec';

interface NumberControlProps {
  field: Omit<NumberField<never>, 'read' | 'write' | 'when'>;
  label: ReactNode;
  /** One sentence about the field, for screen readers. */
  help: string | undefined;
  /** The stored value; null for none, undefined where the selected entities differ. */
  value: number | null | undefined;
  mixedText: string;
  /** Stores a value; false when it was refused. */
  onCommit(value: number | null): boolean;
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** A number with its unit. It is stored on Enter, on leaving the field and with the up and down keys. */
export function NumberControl({ field, label, help, value, mixedText, onCommit }: NumberControlProps) {
  const { unit, step, min, max, optional, scale = 1, decimals = 3 } = field;
  const shown: number | '' = value === null || value === undefined ? '' : rounded(value * scale, decimals);
  const [draft, setDraft] = useState<number | string>(shown);
  useEffect(() => setDraft(shown), [shown]);

  const store = (entered: number | null) => {
    const stored = entered === null ? null : rounded(entered / scale, decimals + 4);
    if (!onCommit(stored)) setDraft(shown);
  };

  const commitDraft = () => {
    if (draft === shown) return;
    if (draft === '') {
      if (optional && value !== undefined) store(null);
      else setDraft(shown);
      return;
    }
    const entered = Number(draft);
    if (Number.isFinite(entered)) store(entered);
    else setDraft(shown);
  };

  const stepBy = (direction: 1 | -1) => {
    const from = draft === '' ? 0 : Number(draft);
    if (!Number.isFinite(from)) return;
    const next = rounded(Math.min(max ?? Infinity, Math.max(min ?? -Infinity, from + direction * step)), decimals);
    setDraft(next);
    store(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commitDraft();
    else if (event.key === 'Escape') setDraft(shown);
    else if (event.key === 'ArrowUp') stepBy(1);
    else if (event.key === 'ArrowDown') stepBy(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <NumberInput
      size="xs"
      label={label}
      aria-description={help}
      value={draft}
      onChange={setDraft}
      onBlur={commitDraft}
      onKeyDown={onKeyDown}
      withKeyboardEvents={false}
      hideControls
      min={min}
      max={max}
      clampBehavior="blur"
      decimalScale={decimals}
      suffix={unit === '' ? undefined : ` ${unit}`}
      placeholder={value === undefined ? mixedText : '—'}
      data-testid={`field-${field.id}`}
    />
  );
}
