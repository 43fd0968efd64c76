import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LadderRow, LadderYear, StudyOfSite } from '../../frame/levers';
import { LadderFigure } from './LadderFigure';
import classes from './levers.module.css';
import { useNames } from './use-names';
import { fixed, within } from './value-text';

const STATES = ['healthy', 'unitOut'] as const;
const COLUMNS = [
  'supply',
  'facilityMwh',
  'saved22',
  'unitFansMwh',
  'plantMwh',
  'worst',
  'over',
  'degreeHours',
  'allowable',
] as const;

/** Strategies for the supply temperature on the same years: energy against what they let the air do. */
export function LadderSection({ site }: { site: StudyOfSite }) {
  const { t } = useTranslation('levers');
  const names = useNames();
  const { fortnight } = site;
  return (
    <section className={classes.section} data-testid="levers-ladder">
      <h2>{t('ladder.title')}</h2>
      <p>{t('ladder.intro', { measures: names.list(site.ladderMeasures) })}</p>
      <LadderFigure lines={linesOf(site.ladder)} />
      <LadderTable rows={site.ladder} title={t('ladder.title')} />
      {fortnight && (
        <>
          <h3>{t('ladder.fortnight')}</h3>
          <p>
            {t('ladder.fortnightIntro', { from: fortnight.startDay, until: fortnight.startDay + fortnight.days - 1 })}
          </p>
          <LadderFigure lines={linesOf(fortnight.rows)} />
          <LadderTable rows={fortnight.rows} title={t('ladder.fortnight')} />
        </>
      )}
    </section>
  );
}

function linesOf(rows: readonly LadderRow[]) {
  return rows.flatMap((row) =>
    STATES.flatMap((state) => {
      const year = row[state];
      return year === null ? [] : [{ row, state, year }];
    }),
  );
}

function LadderTable({ rows, title }: { rows: readonly LadderRow[]; title: string }) {
  const { t } = useTranslation('levers');
  const missing = rows.filter(({ notThere }) => notThere !== undefined);
  return (
    <Table.ScrollContainer minWidth={900}>
      <Table className={classes.table} aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.sticky}>{t('ladder.strategy')}</Table.Th>
            <Table.Th>{t('ladder.state')}</Table.Th>
            {COLUMNS.map((id) => (
              <Table.Th key={id} className={classes.number}>
                {t(`ladder.column.${id}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {linesOf(rows).map(({ row, state, year }) => (
            <LadderLine key={`${row.strategy} ${state}`} row={row} state={state} year={year} />
          ))}
          {missing.map(({ strategy, notThere }) => (
            <Table.Tr key={strategy}>
              <Table.Th scope="row" className={classes.sticky}>
                {t(`strategy.${strategy}`)}
              </Table.Th>
              <Table.Td colSpan={1 + COLUMNS.length} className={classes.notThere}>
                {t(`notThere.${notThere ?? 'control'}`)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface LadderLineProps {
  row: LadderRow;
  state: (typeof STATES)[number];
  year: LadderYear;
}

function LadderLine({ row, state, year }: LadderLineProps) {
  const { t } = useTranslation('levers');
  const { values, saving } = year;
  const cells = [
    row.supplyCelsius === null ? t('moves') : fixed(row.supplyCelsius, row.supplyCelsius % 1 === 0 ? 0 : 2),
    fixed(values.facility.mean / 1000, 1),
    row.strategy === 'fixed-22' ? '' : within(saving, 100, 2),
    fixed(values.unitFans.mean / 1000, 1),
    fixed(values.plant.mean / 1000, 1),
    fixed(values.worstInletCelsius.mean, 1),
    fixed(values.hoursOverRecommended.mean, 1),
    fixed(values.degreeHours.mean, 1),
    fixed(values.hoursOverAllowable.mean, 1),
  ];
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.sticky}>
        {t(`strategy.${row.strategy}`)}
        {!row.keepsLimit && <span className={classes.note}>{t('noSafe')}</span>}
      </Table.Th>
      <Table.Td className={classes.state}>{t(`ladder.${state}`)}</Table.Td>
      {cells.map((cell, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells are columns, whose order never changes
        <Table.Td key={n} className={classes.number}>
          {cell}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
