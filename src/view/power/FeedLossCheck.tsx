import { useTranslation } from 'react-i18next';
import type { FeedLoss, PowerStatus } from '../../frame/power';
import { StatusMark } from '../app/StatusMark';
import { formatPower, joinShown } from '../numbers/format';
import { usePowerNames } from './alarm-text';
import classes from './power.module.css';

/** Names listed before the rest is counted. */
const MOST = 5;

function Outcome({ loss }: { loss: FeedLoss }) {
  const { t } = useTranslation('power');
  const name = usePowerNames();
  const { lost, survives, darkRackIds, darkW, overloaded } = loss;
  const other = lost === 'A' ? 'B' : 'A';
  const some = (names: readonly string[]) =>
    names.slice(0, MOST).join(', ') + (names.length > MOST ? ` ${t('feed.more', { count: names.length - MOST })}` : '');
  return (
    <li className={classes.outcome} data-testid={`feed-loss-${lost}`} data-survives={survives}>
      <StatusMark level={survives ? 'ok' : 'alarm'} size={16} />
      <div>
        <strong>{t(survives ? 'feed.survives' : 'feed.fails', { lost })}</strong>
        {survives && <p>{t('feed.carried', { other })}</p>}
        {overloaded.length > 0 && (
          <p>{t('feed.overloaded', { names: some(overloaded.map(({ kind, id }) => name(kind, id, null))), other })}</p>
        )}
        {darkRackIds.length > 0 && (
          <p>{t('feed.dark', { names: some(darkRackIds), power: joinShown(formatPower(darkW)) })}</p>
        )}
      </div>
    </li>
  );
}

/** Whether the racks stay fed when one feed is lost, at the load of this moment. */
export function FeedLossCheck({ status }: { status: PowerStatus }) {
  const { t } = useTranslation('power');
  return (
    <section className={classes.section} aria-labelledby="power-feeds">
      <h2 id="power-feeds">{t('feed.title')}</h2>
      {status.twoFeeds ? (
        <ul className={classes.plain}>
          {status.feedLosses.map((loss) => (
            <Outcome key={loss.lost} loss={loss} />
          ))}
        </ul>
      ) : (
        <p className={classes.inlineMark}>
          <StatusMark level="warning" /> {t('feed.single')}
        </p>
      )}
      <p className={classes.source}>{t('feed.note')}</p>
    </section>
  );
}
