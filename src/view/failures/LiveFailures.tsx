import { Button } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFailures } from '../../store/failures';
import { useRun } from '../../store/run';
import { StatusMark } from '../app/StatusMark';
import { formatClock } from '../numbers/format';
import classes from './failures.module.css';
import { useEventText } from './use-event-text';

/** What has failed in the live run, since when, and the way to repair it. Nothing where all is well. */
export function LiveFailures() {
  const { t } = useTranslation('failures');
  const live = useFailures((state) => state.live);
  const now = useRun((state) => state.simulatedSeconds);
  const textOf = useEventText();
  if (live.length === 0) return null;
  return (
    <section aria-label={t('live.title')} className={classes.section}>
      <h3 className={classes.heading}>{t('live.title')}</h3>
      <ul className={classes.list} data-testid="live-failures">
        {live.map(({ id, event, state, startSeconds }) => (
          <li key={id} className={classes.row} data-state={state}>
            <StatusMark level={state === 'active' ? 'alarm' : 'warning'} />
            <span className={classes.grow}>
              {textOf(event)}
              <span className={classes.dim}>
                {' '}
                {t(`live.${state}`, { time: formatClock(Math.abs(now - startSeconds)) })}
              </span>
            </span>
            {state !== 'recovering' && (
              <Button
                size="compact-xs"
                variant="default"
                leftSection={<IconTool size={13} />}
                onClick={() => useFailures.getState().repair(id)}
                data-testid={`repair-${id}`}
              >
                {t(state === 'waiting' ? 'live.cancel' : 'live.repair')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
