import { useTranslation } from 'react-i18next';
import { useRun } from '../../store/run';
import { formatClock, formatRate } from '../numbers/format';
import classes from './top-bar.module.css';

/** Simulated time, and how fast it really passes. */
export function ClockReadout() {
  const { t } = useTranslation();
  const seconds = useRun((state) => state.simulatedSeconds);
  const rate = useRun((state) => formatRate(state.rate));
  const playing = useRun((state) => state.playing);
  const settling = useRun((state) => state.settling);
  const state = settling ? t('run.waiting') : playing ? rate : t('run.paused');
  return (
    <div className={classes.clock} data-testid="clock" data-seconds={seconds}>
      <span className={classes.time} title={t('run.simulatedTime')}>
        {formatClock(seconds)}
      </span>
      <span className={classes.rate} title={t('run.rateMeaning')} data-testid="rate">
        {state}
      </span>
    </div>
  );
}
