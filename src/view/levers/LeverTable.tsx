import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StudyOfSite } from '../../frame/levers';
import classes from './levers.module.css';
import { useNames } from './use-names';
import { ENERGY_COLUMNS, fixed, meanOf, meansOf, SERVICE_COLUMNS, within } from './value-text';

interface LeverTableProps {
  site: StudyOfSite;
  part: 'energy' | 'service';
}

/** All rows of a site: where the energy goes, or what becomes of air and work. */
export function LeverTable({ site, part }: LeverTableProps) {
  const { t } = useTranslation('levers');
  const names = useNames();
  const columns = part === 'energy' ? ENERGY_COLUMNS : SERVICE_COLUMNS;
  const unit = { currency: site.currency, work: site.workUnit ?? '' };
  const energy = part === 'energy';
  return (
    <Table.ScrollContainer minWidth={energy ? 1240 : 980}>
      <Table className={classes.table} data-testid={`levers-${part}`} aria-label={t(`table.${part}`)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.sticky}>{t('column.row')}</Table.Th>
            {energy && <Table.Th className={classes.number}>{t('column.supply')}</Table.Th>}
            {energy && <Table.Th className={classes.number}>{t('column.saved')}</Table.Th>}
            {energy && (
              <Table.Th className={classes.number}>
                {site.workUnit === null ? t('column.workPerMwh') : t('column.eer', unit)}
              </Table.Th>
            )}
            {columns.map(({ id }) => (
              <Table.Th key={id} className={classes.number}>
                {t(`column.${id}`, unit)}
                <span className={classes.unit}>{t(`unit.${id}`, unit)}</span>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {site.rows.map((row) => {
            const { plan, values, supplyCelsius, saving, keepsLimit } = row;
            const means = meansOf(values);
            return (
              <Table.Tr key={plan.id} data-kind={plan.kind}>
                <Table.Th scope="row" className={classes.sticky}>
                  {names.row(plan)}
                  {!keepsLimit && <span className={classes.note}>{t('noSafe')}</span>}
                </Table.Th>
                {energy && (
                  <Table.Td className={classes.number}>
                    {supplyCelsius === null ? t('moves') : fixed(supplyCelsius, supplyCelsius % 1 === 0 ? 0 : 2)}
                  </Table.Td>
                )}
                {energy && (
                  <Table.Td className={classes.number}>{plan.kind === 'base' ? '' : within(saving, 100, 2)}</Table.Td>
                )}
                {energy && (
                  <Table.Td className={classes.number}>
                    {site.workUnit === null
                      ? fixed(means.workPerMwh, 3)
                      : means.eer < 1
                        ? fixed(means.eer, 6)
                        : fixed(means.eer, 0)}
                  </Table.Td>
                )}
                {columns.map(({ id, scale, decimals }) => (
                  <Table.Td key={id} className={classes.number}>
                    {fixed(scale * meanOf(means, id), decimals)}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
          {site.notThere.map((plan) => (
            <Table.Tr key={plan.id} data-kind="not-there">
              <Table.Th scope="row" className={classes.sticky}>
                {names.row(plan)}
              </Table.Th>
              <Table.Td colSpan={columns.length + (energy ? 3 : 0)} className={classes.notThere}>
                {t(`notThere.${plan.notThere ?? 'control'}`)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
