import { Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldLabel, useFieldHelp } from './FieldLabel';
import type { FieldSpec } from './field-spec';
import { NumberControl } from './NumberControl';
import { TextControl } from './TextControl';

/** A choice with more options than this is searched by typing. */
const LONG_LIST = 20;

interface FieldProps<E> {
  spec: FieldSpec<E>;
  /** The entities edited together. */
  entities: readonly E[];
  /** Applies a change to each of them under the name of the field; false when it was refused. */
  onEdit(fieldLabel: string, fieldId: string, change: (entity: E) => E): boolean;
}

/** The value that all entities share; undefined where they differ. */
function commonValue<E, T>(entities: readonly E[], read: (entity: E) => T): T | undefined {
  const first = read(entities[0]!);
  return entities.every((entity) => Object.is(read(entity), first)) ? first : undefined;
}

/** One field of the inspector. */
export function Field<E>({ spec, entities, onEdit }: FieldProps<E>) {
  const { t } = useTranslation('panels');
  const label = spec.label === undefined ? t(`field.${spec.id}`) : t(`field.${spec.label.id}`, spec.label.values);
  const mixedText = t('mixed');
  const help = useFieldHelp(spec.id);
  const shownLabel = <FieldLabel text={label} help={help} />;
  if (spec.when && !entities.every(spec.when)) return null;
  switch (spec.kind) {
    case 'number':
      return (
        <NumberControl
          field={spec}
          label={shownLabel}
          help={help}
          value={commonValue(entities, spec.read)}
          mixedText={mixedText}
          onCommit={(value) => onEdit(label, spec.id, (entity) => spec.write(entity, value))}
        />
      );
    case 'text':
      return (
        <TextControl
          id={spec.id}
          label={shownLabel}
          help={help}
          value={commonValue(entities, spec.read)}
          mixedText={mixedText}
          maxLength={spec.maxLength}
          multiline={spec.multiline ?? false}
          onCommit={(value) => onEdit(label, spec.id, (entity) => spec.write(entity, value))}
        />
      );
    case 'choice':
      return (
        <Select
          size="xs"
          label={shownLabel}
          aria-description={help}
          value={commonValue(entities, spec.read) ?? null}
          placeholder={mixedText}
          data={spec.options.map((value) => ({
            value,
            label: spec.optionLabel?.(value) ?? t(`choice.${spec.id}.${value}`),
          }))}
          onChange={(value) => {
            if (value !== null) onEdit(label, spec.id, (entity) => spec.write(entity, value));
          }}
          allowDeselect={false}
          searchable={spec.options.length > LONG_LIST}
          nothingFoundMessage={spec.options.length > LONG_LIST ? t('nothingFound') : undefined}
          checkIconPosition="right"
          data-testid={`field-${spec.id}`}
        />
      );
    case 'switch': {
      const value = commonValue(entities, spec.read);
      return (
        <Switch
          size="xs"
          label={
            value === undefined ? (
              <>
                {shownLabel} ({mixedText})
              </>
            ) : (
              shownLabel
            )
          }
          aria-description={help}
          checked={value ?? false}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            onEdit(label, spec.id, (entity) => spec.write(entity, on));
          }}
          data-testid={`field-${spec.id}`}
        />
      );
    }
  }
}
