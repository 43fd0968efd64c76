import { useTranslation } from 'react-i18next';
import { usePower } from '../../store/power';
import { StatusMark } from '../app/StatusMark';
import { usePowerNames } from './alarm-text';
import classes from './power.module.css';

/** Alarms shown by name; the rest is counted. */
const MOST = 6;

/** What stands in alarm now. */
export function AlarmList() {
  const { t } = useTranslation('power');
  const alarms = usePower((state) => state.alarms);
  const name = usePowerNames();
  if (alarms.length === 0) {
    return (
      <p className={classes.calm} data-testid="power-alarms">
        <StatusMark level="ok" /> {t('alarms.none')}
      </p>
    );
  }
  const worstFirst = [...alarms].sort((a, b) => Number(b.level === 'alarm') - Number(a.level === 'alarm'));
  return (
    <ul className={`${classes.alarms} ${classes.inlineMark}`} aria-label={t('alarms.title')} data-testid="power-alarms">
      {worstFirst.slice(0, MOST).map(({ key, kind, id, side, level, tripped }) => (
        <li key={key}>
          <StatusMark level={level} /> <strong>{t(`level.${level}`)}</strong> {name(kind, id, side)}:{' '}
          {t(tripped === true ? 'alarms.tripped' : `alarms.${kind}.${level}`)}
        </li>
      ))}
      {alarms.length > MOST && <li>{t('alarms.more', { count: alarms.length - MOST })}</li>}
    </ul>
  );
}
