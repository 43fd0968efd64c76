import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PLANT_FLAGS, type PlantFlag } from '../../frame/layout';
import classes from './heat.module.css';
import { scalar } from './scalar-number';
import { useFrameValue } from './use-frame-value';

const FLAGS = Object.keys(PLANT_FLAGS) as PlantFlag[];
const readFlags = scalar('plantFlags');

/** What is at its limit, or computed outside the range of its curves; or that nothing is. */
export function RangeFlags() {
  const { t } = useTranslation('heat');
  const flags = useFrameValue(readFlags);
  if (flags === null) return null;
  const raised = FLAGS.filter((flag) => (flags & PLANT_FLAGS[flag]) !== 0);
  if (raised.length === 0) {
    return (
      <p className={classes.calm} data-testid="plant-flags">
        <IconCircleCheck size={16} aria-hidden="true" /> {t('flags.none')}
      </p>
    );
  }
  return (
    <ul className={classes.flags} data-testid="plant-flags">
      {raised.map((flag) => (
        <li key={flag} data-flag={flag}>
          <IconAlertTriangle size={16} aria-label={t('flags.warning')} role="img" /> {t(`flags.${flag}`)}
        </li>
      ))}
    </ul>
  );
}
