import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ResultRow, verdictOf } from '../../validation/case';
import { allowedText, errorText, numberText } from '../../validation/row-text';
import { useSpeak } from './use-speak';
import { VerdictMark } from './VerdictMark';
import classes from './validation.module.css';

function ResultLine({ row }: { row: ResultRow }) {
  const { t } = useTranslation('validation');
  const speak = useSpeak();
  const allowed = allowedText(row);
  return (
    <Table.Tr>
      <Table.Td>
        {speak(row.quantity)}
        {row.unit !== '' && <span className={classes.unit}> {row.unit}</span>}
      </Table.Td>
      <Table.Td className={classes.number}>{row.expected === null ? '—' : numberText(row.expected)}</Table.Td>
      <Table.Td className={classes.number}>{numberText(row.simulated)}</Table.Td>
      <Table.Td className={classes.number}>{errorText(row)}</Table.Td>
      <Table.Td className={classes.number}>
        {allowed === null ? '—' : allowed.floor}
        {allowed !== null && allowed.aim !== null && (
          <div className={classes.unit}>{t('table.aim', { aim: allowed.aim })}</div>
        )}
      </Table.Td>
      <Table.Td>
        <VerdictMark verdict={verdictOf(row)} />
      </Table.Td>
    </Table.Tr>
  );
}

/** The numbers of one case beside what was published. */
export function ResultTable({ rows, name }: { rows: readonly ResultRow[]; name: string }) {
  const { t } = useTranslation('validation');
  return (
    <Table.ScrollContainer minWidth={620} type="native">
      <Table aria-label={name} verticalSpacing={5} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('table.quantity')}</Table.Th>
            {(['expected', 'simulated', 'error', 'allowed'] as const).map((column) => (
              <Table.Th key={column} className={classes.number}>
                {t(`table.${column}`)}
              </Table.Th>
            ))}
            <Table.Th>{t('table.verdict')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <ResultLine key={JSON.stringify(row.quantity)} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
