import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LeversRequest, LiveOutcome } from '../../store/levers';
import { UNKNOWN } from '../numbers/format';
import classes from './levers.module.css';
import { useNames } from './use-names';
import { changeText, ENERGY_COLUMNS, fixed, meanOf, SERVICE_COLUMNS } from './value-text';

const HOURS = new Set(['hoursOverRecommended', 'hoursOverAllowable', 'hoursOutOfRange', 'hoursSaturated']);

/** The two periods side by side. */
export function LiveResult({ asked, outcome }: { asked: LeversRequest; outcome: LiveOutcome }) {
  const { t } = useTranslation('levers');
  const names = useNames();
  const { off, on, siteName, currency } = outcome;
  const unit = { currency: currency ?? '', work: outcome.workUnit ?? '' };
  const saved = 1 - on.values.facility / off.values.facility;
  const supply = (celsius: number | null) =>
    celsius === null ? t('moves') : fixed(celsius, celsius % 1 === 0 ? 0 : 2);
  return (
    <div data-testid="levers-result">
      <p className={classes.verdict}>
        {t(saved >= 0 ? 'live.saved' : 'live.lost', {
          site: siteName,
          measures: names.list(asked.measures),
          period: t(`live.periods.${asked.period}`),
          percent: fixed(100 * Math.abs(saved), 2),
          mwh: fixed(Math.abs(off.values.facility - on.values.facility) / 1000, 2),
        })}
      </p>
      {!on.keepsLimit && <p className={classes.warning}>{t('live.noSafe')}</p>}
      <Table.ScrollContainer minWidth={420}>
        <Table className={classes.table} aria-label={t('live.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('check.quantity')}</Table.Th>
              <Table.Th className={classes.number}>{t('live.off')}</Table.Th>
              <Table.Th className={classes.number}>{t('live.on')}</Table.Th>
              <Table.Th className={classes.number}>{t('live.change')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Table.Tr>
              <Table.Th scope="row">{t('column.supply')}</Table.Th>
              <Table.Td className={classes.number}>{supply(off.supplyCelsius)}</Table.Td>
              <Table.Td className={classes.number}>{supply(on.supplyCelsius)}</Table.Td>
              <Table.Td />
            </Table.Tr>
            {[...ENERGY_COLUMNS, ...SERVICE_COLUMNS].map(({ id, scale, decimals }) => {
              const before = meanOf(off.values, id);
              const after = meanOf(on.values, id);
              const digits = HOURS.has(id) ? 1 : decimals + (scale === 1e-3 ? 1 : 0);
              const relative = !HOURS.has(id) && id !== 'worstInletCelsius' && before > 0;
              const difference = fixed(scale * (after - before), digits);
              return (
                <Table.Tr key={id}>
                  <Table.Th scope="row">
                    {t(`column.${id}`, unit)} <span className={classes.unitInline}>{t(`unit.${id}`, unit)}</span>
                  </Table.Th>
                  <Table.Td className={classes.number}>{fixed(scale * before, digits)}</Table.Td>
                  <Table.Td className={classes.number}>{fixed(scale * after, digits)}</Table.Td>
                  <Table.Td className={classes.number}>
                    {relative ? changeText({ mean: 1 - after / before }) : difference === UNKNOWN ? '' : difference}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <p className={classes.source}>{t('live.oneSeed')}</p>
    </div>
  );
}
