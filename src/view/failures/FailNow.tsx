import { Button } from '@mantine/core';
import { IconBolt, IconTool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EntityKind } from '../../site/entity';
import { failureTarget } from '../../site/scenario/target';
import { useDocument } from '../../store/document';
import { useFailures } from '../../store/failures';
import { useRun } from '../../store/run';
import { EVENT_CHOICES, type EventChoice, eventOf, targetsOf } from './event-choices';
import classes from './failures.module.css';
import { useEventText } from './use-event-text';

/** What may befall one entity of each kind. */
const CHOICES: { readonly [K in EntityKind]?: readonly EventChoice[] } = {
  coolingUnit: ['unit-trip', 'coil-trip', 'fan-trip'],
  containment: ['door-open'],
  tile: ['tile-removed', 'tile-blocked'],
  rack: ['blanking-removed'],
};

/** In the inspector: makes the selected thing fail in the live run, or repairs it. */
export function FailNow({ kind, id }: { kind: EntityKind; id: string }) {
  const { t } = useTranslation('failures');
  const site = useDocument((state) => state.site);
  const live = useFailures((state) => state.live);
  const ready = useRun((state) => state.status === 'ready');
  const textOf = useEventText();
  const failed = live.filter(({ event, state }) => {
    const target = failureTarget(event);
    return state === 'active' && target?.kind === kind && target.id === id;
  });
  const possible = EVENT_CHOICES.filter(
    (choice) => CHOICES[kind]?.includes(choice) && targetsOf(site, choice)?.some((target) => target.id === id),
  );
  if (failed.length === 0 && possible.length === 0) return null;
  return (
    <div className={classes.failNow} data-testid="fail-now">
      {failed.map((failure) => (
        <Button
          key={failure.id}
          size="compact-xs"
          leftSection={<IconTool size={13} />}
          onClick={() => useFailures.getState().repair(failure.id)}
          data-testid="repair-now"
        >
          {t('now.repair', { what: textOf(failure.event) })}
        </Button>
      ))}
      {failed.length === 0 &&
        possible.map((choice) => (
          <Button
            key={choice}
            size="compact-xs"
            variant="default"
            leftSection={<IconBolt size={13} />}
            onClick={() => useFailures.getState().inject([eventOf(choice, id)])}
            disabled={!ready}
            data-testid={`fail-${choice}`}
          >
            {t(`now.${choice}`)}
          </Button>
        ))}
    </div>
  );
}
