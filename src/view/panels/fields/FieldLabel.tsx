import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './fields.module.css';

/** One sentence about a field; undefined where its label says it all. */
export function useFieldHelp(id: string): string | undefined {
  const { t, i18n } = useTranslation('panels');
  const key = `help.${id}`;
  return i18n.exists(`panels:${key}`) ? t(key) : undefined;
}

/** A label that explains itself on hover or touch; the same sentence describes the field to a screen reader. */
export function FieldLabel({ text, help }: { text: string; help: string | undefined }) {
  if (help === undefined) return text;
  return (
    <Tooltip
      label={help}
      multiline
      maw={280}
      openDelay={300}
      withArrow
      events={{ hover: true, focus: false, touch: true }}
    >
      <span className={classes.explained}>{text}</span>
    </Tooltip>
  );
}
