import { useTranslation } from 'react-i18next';
import type { Frame } from '../../frame/layout';
import { LiveNumber } from '../numbers/LiveNumber';
import classes from './heat.module.css';
import { readPlantDifference, readPlantIn, readPlantOut } from './heat-readings';
import { scalar } from './scalar-number';
import { formatHeat } from './water-format';

const IN = ['chilledHeatW', 'pumpsW', 'chillersW'] as const;
const OUT = ['rejectedHeatW', 'plantStoredW'] as const;

interface BalanceRowProps {
  /** Its name in the texts. */
  name: string;
  read: (frame: Frame) => number;
  isSum?: boolean;
  testId?: string;
}

function BalanceRow({ name, read, isSum, testId }: BalanceRowProps) {
  const { t } = useTranslation('heat');
  return (
    <tr className={isSum ? classes.sum : undefined}>
      <th scope="row">{t(`balance.${name}`)}</th>
      <td>
        <LiveNumber read={read} format={formatHeat} {...(testId === undefined ? {} : { testId })} />
      </td>
    </tr>
  );
}

/** What goes into the plant's water against what comes out of it. */
export function PlantBalance() {
  const { t } = useTranslation('heat');
  return (
    <table className={classes.table}>
      <caption className={classes.srOnly}>{t('balance.title')}</caption>
      <tbody>
        {IN.map((name) => (
          <BalanceRow key={name} name={name} read={scalar(name)} />
        ))}
        <BalanceRow name="in" read={readPlantIn} isSum />
        {OUT.map((name) => (
          <BalanceRow key={name} name={name} read={scalar(name)} />
        ))}
        <BalanceRow name="out" read={readPlantOut} isSum />
        <BalanceRow name="difference" read={readPlantDifference} testId="plant-difference" />
      </tbody>
    </table>
  );
}
