import { Button } from '@mantine/core';
import { IconPlug, IconPlugOff, IconToggleRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FeedSide, PowerStatus } from '../../frame/power';
import { useFailures } from '../../store/failures';
import { simulationLink } from '../../store/link';
import { useRun } from '../../store/run';
import { eventOf } from '../failures/event-choices';
import classes from './power.module.css';

/** Takes a feed away from the live run and gives it back; closes what overload has opened. */
export function FeedSwitches({ status }: { status: PowerStatus }) {
  const { t } = useTranslation('power');
  const live = useFailures((state) => state.live);
  const ready = useRun((state) => state.status === 'ready');
  const { inject, repair } = useFailures.getState();
  const sides: readonly FeedSide[] = status.twoFeeds ? ['A', 'B'] : ['A'];
  const tripped = status.elements.some(({ out }) => out === 'tripped');
  return (
    <section className={classes.switches} aria-label={t('feed.switches')}>
      {sides.map((side) => {
        const lost = live.find(
          ({ event, state }) => event.kind === 'feed-loss' && event.side === side && state === 'active',
        );
        return lost === undefined ? (
          <Button
            key={side}
            size="compact-xs"
            variant="default"
            leftSection={<IconPlugOff size={13} />}
            onClick={() => inject([eventOf('feed-loss', side)])}
            disabled={!ready}
            data-testid={`lose-feed-${side}`}
          >
            {t('feed.lose', { side })}
          </Button>
        ) : (
          <Button
            key={side}
            size="compact-xs"
            leftSection={<IconPlug size={13} />}
            onClick={() => repair(lost.id)}
            data-testid={`restore-feed-${side}`}
          >
            {t('feed.restore', { side })}
          </Button>
        );
      })}
      {tripped && (
        <Button
          size="compact-xs"
          leftSection={<IconToggleRight size={13} />}
          onClick={() => void simulationLink()?.closeBreakers()}
          data-testid="close-breakers"
        >
          {t('feed.close')}
        </Button>
      )}
      <p className={classes.source}>{t(status.armed ? 'feed.armed' : 'feed.unarmed')}</p>
    </section>
  );
}
