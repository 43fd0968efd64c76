import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { useFailureDraft } from '../../store/failure-draft';
import { DraftEvent } from './DraftEvent';
import { type EventChoice, eventOf, possibleChoices, type TargetChoice, targetsOf } from './event-choices';
import classes from './failures.module.css';
import { usePartLabel } from './use-part-label';

/** Puts together what is to fail: kind, thing, when, and until when. */
export function EventBuilder() {
  const { t } = useTranslation('failures');
  const site = useDocument((state) => state.site);
  const { events, add } = useFailureDraft();
  const partLabel = usePartLabel();
  const choices = possibleChoices(site);
  const [chosen, setChosen] = useState<EventChoice>('unit-trip');
  const [target, setTarget] = useState<string | null>(null);
  const choice = choices.includes(chosen) ? chosen : choices[0];
  if (choice === undefined) return <p className={classes.note}>{t('nothing')}</p>;
  const targets = targetsOf(site, choice);
  const id = targets?.some((other) => other.id === target) ? target! : (targets?.[0]?.id ?? '');
  const labelOf = (other: TargetChoice) => other.label ?? partLabel(choice, other.id);
  return (
    <section aria-label={t('build.title')} className={classes.section}>
      <h3 className={classes.heading}>{t('build.title')}</h3>
      <div className={classes.builder}>
        <Select
          size="xs"
          label={t('build.kind')}
          data={choices.map((value) => ({ value, label: t(`choice.${value}`) }))}
          value={choice}
          onChange={(value) => value !== null && setChosen(value as EventChoice)}
          allowDeselect={false}
          data-testid="failure-kind"
        />
        {targets !== null && (
          <Select
            size="xs"
            label={t('build.target')}
            data={targets.map((other) => ({ value: other.id, label: labelOf(other) }))}
            value={id}
            onChange={setTarget}
            allowDeselect={false}
            searchable={targets.length > 8}
            limit={200}
            data-testid="failure-target"
          />
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => add(eventOf(choice, id))}
          data-testid="failure-add"
        >
          {t('build.add')}
        </Button>
      </div>
      {events.length === 0 ? (
        <p className={classes.note}>{t('build.empty')}</p>
      ) : (
        <ul className={classes.list} data-testid="failure-draft">
          {events.map((event, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: events have no identity, and two may be alike
            <DraftEvent key={index} event={event} index={index} />
          ))}
        </ul>
      )}
    </section>
  );
}
