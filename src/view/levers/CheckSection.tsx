import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CheckedHours, StudyOfSite } from '../../frame/levers';
import classes from './levers.module.css';
import { useNames } from './use-names';
import { fixed } from './value-text';

const QUANTITIES: readonly (keyof CheckedHours)[] = [
  'facilityKwh',
  'itKwh',
  'coolingKwh',
  'worstInletCelsius',
  'meanInletCelsius',
];

/** The same hours in the room of cells: how far the reduced model that the years ran on can be believed. */
export function CheckSection({ site, cellMetres }: { site: StudyOfSite; cellMetres: number }) {
  const { t } = useTranslation('levers');
  const names = useNames();
  const [first] = site.checks;
  if (first === undefined) return null;
  const planOf = (rowId: string) => site.rows.find(({ plan }) => plan.id === rowId)!.plan;
  return (
    <section className={classes.section}>
      <h2>{t('check.title')}</h2>
      <p>{t('check.intro', { hours: first.hours, day: first.startDay, cell: cellMetres })}</p>
      <Table.ScrollContainer minWidth={560}>
        <Table className={classes.table} data-testid="levers-check" aria-label={t('check.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.row')}</Table.Th>
              <Table.Th>{t('check.quantity')}</Table.Th>
              <Table.Th className={classes.number}>{t('check.room')}</Table.Th>
              <Table.Th className={classes.number}>{t('check.model')}</Table.Th>
              <Table.Th className={classes.number}>{t('check.difference')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {site.checks.flatMap(({ rowId, room, model }) =>
              QUANTITIES.map((id) => {
                const energy = id.endsWith('Kwh');
                const difference = energy
                  ? `${fixed(100 * (model[id] / room[id] - 1), 2)} %`
                  : `${fixed(model[id] - room[id], 2)} K`;
                return (
                  <Table.Tr key={`${rowId} ${id}`}>
                    <Table.Th scope="row">{names.row(planOf(rowId))}</Table.Th>
                    <Table.Td>{t(`check.of.${id}`)}</Table.Td>
                    <Table.Td className={classes.number}>{fixed(room[id], energy ? 1 : 2)}</Table.Td>
                    <Table.Td className={classes.number}>{fixed(model[id], energy ? 1 : 2)}</Table.Td>
                    <Table.Td className={classes.number}>{difference}</Table.Td>
                  </Table.Tr>
                );
              }),
            )}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
