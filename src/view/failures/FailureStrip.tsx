import { Button, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFailures } from '../../store/failures';
import { useRun } from '../../store/run';
import { StatusMark } from '../app/StatusMark';
import { formatClock } from '../numbers/format';
import { openHashPage } from '../pages/use-hash-page';
import classes from './failures.module.css';
import { FAILURES_PAGE } from './page';
import { useEventText } from './use-event-text';

/** More than these are counted, not named. */
const MOST_NAMED = 2;

/** Over the scene while something has failed: what, for how long, and the way to repair it. */
export function FailureStrip() {
  const { t } = useTranslation('failures');
  const live = useFailures((state) => state.live);
  const now = useRun((state) => state.simulatedSeconds);
  const textOf = useEventText();
  const active = live.filter(({ state }) => state === 'active');
  if (active.length === 0) return null;
  const more = active.length - MOST_NAMED;
  return (
    <div className={classes.strip} role="status" data-testid="failure-strip">
      <StatusMark level="alarm" />
      {active.slice(0, MOST_NAMED).map(({ id, event, startSeconds }) => (
        <span key={id} className={classes.stripItem}>
          {textOf(event)} <span className={classes.dim}>{formatClock(now - startSeconds)}</span>
          <Button size="compact-xs" variant="default" onClick={() => useFailures.getState().repair(id)}>
            {t('live.repair')}
          </Button>
        </span>
      ))}
      <UnstyledButton className={classes.link} onClick={() => openHashPage(FAILURES_PAGE)}>
        {more > 0 ? t('strip.more', { count: more }) : t('strip.open')}
      </UnstyledButton>
    </div>
  );
}
