import { useTranslation } from 'react-i18next';
import { LiveNumber } from '../numbers/LiveNumber';
import classes from './heat.module.css';
import { readPlantDifference, readPlantIn, readPlantOut } from './heat-readings';
import { scalar } from './scalar-number';
import { formatHeat } from './water-format';

const IN = ['chilledHeatW', 'pumpsW', 'chillersW'] as const;
const OUT = ['rejectedHeatW', 'plantStoredW'] as const;

/** What goes into the plant's water against what comes out of it. */
export function PlantBalance() {
  const { t } = useTranslation('heat');
  return (
    <table className={classes.table}>
      <caption className={classes.srOnly}>{t('balance.title')}</caption>
      <tbody>
        {IN.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`balance.${name}`)}</th>
            <td>
              <LiveNumber read={scalar(name)} format={formatHeat} />
            </td>
          </tr>
        ))}
        <tr className={classes.sum}>
          <th scope="row">{t('balance.in')}</th>
          <td>
            <LiveNumber read={readPlantIn} format={formatHeat} />
          </td>
        </tr>
        {OUT.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`balance.${name}`)}</th>
            <td>
              <LiveNumber read={scalar(name)} format={formatHeat} />
            </td>
          </tr>
        ))}
        <tr className={classes.sum}>
          <th scope="row">{t('balance.out')}</th>
          <td>
            <LiveNumber read={readPlantOut} format={formatHeat} />
          </td>
        </tr>
        <tr>
          <th scope="row">{t('balance.difference')}</th>
          <td>
            <LiveNumber read={readPlantDifference} format={formatHeat} testId="plant-difference" />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
