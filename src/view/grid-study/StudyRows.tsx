import { Button, Table } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridStudyResult, StudyRow } from '../../validation/grid-study/facts';
import { sizeText } from './cell-size';
import classes from './grid-study.module.css';
import { decimalsOf, fixed, orderedRows } from './ordered-rows';
import { Sparkline } from './Sparkline';

/** Rows shown before one asks for all: those of a large hall are thousands. */
const FIRST_ROWS = 40;

/** Every quantity on the three grids, with its order, limit and uncertainty. */
export function StudyRows({ result }: { result: GridStudyResult }) {
  const { t } = useTranslation('gridStudy');
  const [all, setAll] = useState(false);
  const rows = useMemo(() => orderedRows(result.rows), [result]);
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <>
      <Table.ScrollContainer minWidth={820} type="native">
        <Table aria-label={t('rows.title')} verticalSpacing={4} fz="sm" stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('rows.quantity')}</Table.Th>
              {result.grids.map(({ cellSize }) => (
                <Table.Th key={cellSize} className={classes.number}>
                  {sizeText(cellSize)} m
                </Table.Th>
              ))}
              <Table.Th>{t('rows.trend')}</Table.Th>
              {(['order', 'extrapolated', 'uncertainty', 'wander'] as const).map((column) => (
                <Table.Th key={column} className={classes.number}>
                  {t(`rows.${column}`)}
                </Table.Th>
              ))}
              <Table.Th>{t('rows.kind')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <Line
                key={`${row.kind}/${row.id}`}
                row={row}
                sizes={result.grids.map((grid) => grid.representativeSize)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rows.length > shown.length && (
        <Button variant="default" size="xs" onClick={() => setAll(true)} data-testid="grid-all-rows">
          {t('rows.all', { count: rows.length })}
        </Button>
      )}
    </>
  );
}

function Line({ row, sizes }: { row: StudyRow; sizes: readonly number[] }) {
  const { t } = useTranslation('gridStudy');
  const { convergence, values, unit } = row;
  const decimals = decimalsOf(row);
  const difference = unit === '°C' ? 'K' : unit;
  return (
    <Table.Tr>
      <Table.Td>
        {t(`quantity.${row.kind}`, { id: row.id })}
        {unit !== '' && <span className={classes.unit}> {unit}</span>}
      </Table.Td>
      {values.map((value, n) => (
        <Table.Td key={sizes[n]} className={classes.number}>
          {fixed(value, decimals)}
        </Table.Td>
      ))}
      <Table.Td>
        <Sparkline x={sizes} y={values} />
      </Table.Td>
      <Table.Td className={classes.number}>{fixed(convergence.order, 1)}</Table.Td>
      <Table.Td className={classes.number}>{fixed(convergence.extrapolated, decimals)}</Table.Td>
      <Table.Td className={classes.number}>
        {`± ${fixed(convergence.gridUncertainty, decimals)}`}
        {difference !== '' && <span className={classes.unit}> {difference}</span>}
      </Table.Td>
      <Table.Td className={classes.number}>
        {fixed(row.wander, decimals)}
        {difference !== '' && <span className={classes.unit}> {difference}</span>}
      </Table.Td>
      <Table.Td className={convergence.kind === 'diverging' ? classes.warning : undefined}>
        {t(`kind.${convergence.kind}`)}
      </Table.Td>
    </Table.Tr>
  );
}
