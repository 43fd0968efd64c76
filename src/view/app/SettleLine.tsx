import { useTranslation } from 'react-i18next';
import { useRun } from '../../store/run';
import classes from './stage.module.css';

/** A thin line while the air settles after an edit. */
export function SettleLine() {
  const { t } = useTranslation();
  const percent = useRun((state) => (state.settling ? Math.round(state.settleProgress * 100) : null));
  if (percent === null) return null;
  return (
    <div
      className={classes.settleTrack}
      role="progressbar"
      aria-label={t('stage.settling')}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div className={classes.settleFill} style={{ width: `${percent}%` }} />
    </div>
  );
}
