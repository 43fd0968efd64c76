import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SupplyPoint } from '../../frame/lesson';
import { formatCelsius, formatPower, joinShown } from '../numbers/format';
import classes from './lesson.module.css';

const power = (watts: number) => joinShown(formatPower(watts));
const celsius = (value: number) => joinShown(formatCelsius(value));

const COLUMNS: readonly { id: string; show(point: SupplyPoint): string }[] = [
  { id: 'total', show: ({ facilityW }) => power(facilityW) },
  { id: 'computing', show: ({ computingW }) => power(computingW) },
  { id: 'plant', show: ({ plantW }) => power(plantW) },
  { id: 'unitFans', show: ({ unitFansW }) => power(unitFansW) },
  { id: 'serverFans', show: ({ serverFansW }) => power(serverFansW) },
  { id: 'leakage', show: ({ leakageW }) => power(leakageW) },
  { id: 'rest', show: ({ restW }) => power(restW) },
  { id: 'pue', show: ({ pue }) => (Number.isFinite(pue) ? pue.toFixed(3) : '—') },
  { id: 'inlet', show: ({ hottestInletCelsius }) => celsius(hottestInletCelsius) },
  { id: 'chip', show: ({ hottestChipCelsius }) => celsius(hottestChipCelsius) },
];

/** Every point of the sweep with all its parts. */
export function SweepTable({ points }: { points: readonly SupplyPoint[] }) {
  const { t } = useTranslation('lesson');
  return (
    <details className={classes.details}>
      <summary>{t('sweep.table')}</summary>
      <Table.ScrollContainer minWidth={860}>
        <Table className={classes.table} data-testid="sweep-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('sweep.column.supply')}</Table.Th>
              {COLUMNS.map(({ id }) => (
                <Table.Th key={id} className={classes.number}>
                  {t(`sweep.column.${id}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {points.map((point) => (
              <Table.Tr key={point.supplyCelsius}>
                <Table.Th scope="row">{celsius(point.supplyCelsius)}</Table.Th>
                {COLUMNS.map(({ id, show }) => (
                  <Table.Td key={id} className={classes.number}>
                    {show(point)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </details>
  );
}
