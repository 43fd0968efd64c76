import { Button, Table, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FAILURE_THRESHOLDS, type FailureResult, type RackOutcome } from '../../frame/failure';
import { useSelection } from '../../store/selection';
import { useRackNames } from '../recirculation/use-rack-names';
import classes from './failures.module.css';
import { RACK_COLUMNS, type RackColumn, reachedOf, sortedRacks } from './result-text';

/** Rows shown before one asks for all. */
const FIRST_ROWS = 24;

interface ResultTableProps {
  result: FailureResult;
  chosen: string | null;
  onChoose(rackId: string): void;
}

/** Every rack against every threshold, by any column; a rack chosen is drawn in the chart and selected in the room. */
export function ResultTable({ result, chosen, onChoose }: ResultTableProps) {
  const { t } = useTranslation('failures');
  const [order, setOrder] = useState<{ column: RackColumn; backwards: boolean }>({
    column: 'allowable',
    backwards: false,
  });
  const [all, setAll] = useState(false);
  const sorted = useMemo(() => sortedRacks(result.racks, order.column, order.backwards), [result, order]);
  const shown = all ? sorted : sorted.slice(0, FIRST_ROWS);
  const choose = (rackId: string) => {
    onChoose(rackId);
    useSelection.getState().select([{ kind: 'rack', id: rackId }]);
  };
  return (
    <>
      <Table.ScrollContainer minWidth={570} type="native">
        <Table
          verticalSpacing={3}
          horizontalSpacing={4}
          fz="xs"
          aria-label={t('result.table')}
          data-testid="failure-racks"
        >
          <Table.Thead>
            <Table.Tr>
              {RACK_COLUMNS.map((column) => (
                <Heading
                  key={column}
                  column={column}
                  sort={order.column === column ? (order.backwards ? 'descending' : 'ascending') : 'none'}
                  onSort={() => setOrder({ column, backwards: order.column === column && !order.backwards })}
                />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((rack) => (
              <Line key={rack.rackId} rack={rack} result={result} chosen={rack.rackId === chosen} onChoose={choose} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown.length < sorted.length && (
        <Button size="compact-xs" variant="default" onClick={() => setAll(true)}>
          {t('result.all', { count: sorted.length })}
        </Button>
      )}
    </>
  );
}

interface HeadingProps {
  column: RackColumn;
  sort: 'ascending' | 'descending' | 'none';
  onSort(): void;
}

function Heading({ column, sort, onSort }: HeadingProps) {
  const { t } = useTranslation('failures');
  return (
    <Table.Th aria-sort={sort} className={column === 'rack' ? undefined : classes.number}>
      <UnstyledButton className={classes.sort} onClick={onSort} data-testid={`sort-${column}`}>
        {t(`column.${column}`)}
        {sort === 'ascending' && <IconChevronDown size={12} aria-hidden="true" />}
        {sort === 'descending' && <IconChevronUp size={12} aria-hidden="true" />}
      </UnstyledButton>
    </Table.Th>
  );
}

interface LineProps {
  rack: RackOutcome;
  result: FailureResult;
  chosen: boolean;
  onChoose(rackId: string): void;
}

function Line({ rack, result, chosen, onChoose }: LineProps) {
  const { t } = useTranslation('failures');
  const nameOf = useRackNames();
  const number = (value: number, digits: number) => (Number.isFinite(value) ? value.toFixed(digits) : '—');
  return (
    <Table.Tr data-chosen={chosen || undefined}>
      <Table.Th scope="row">
        <UnstyledButton className={classes.link} onClick={() => onChoose(rack.rackId)} aria-pressed={chosen}>
          {nameOf(rack.rackId)}
        </UnstyledButton>
      </Table.Th>
      <Table.Td className={classes.number}>{number(rack.startCelsius, 1)}</Table.Td>
      <Table.Td className={classes.number}>{number(rack.rateKelvinPerMinute, 2)}</Table.Td>
      {FAILURE_THRESHOLDS.map((name) => {
        const reached = reachedOf(rack, name, result.playedSeconds);
        return (
          <Table.Td key={name} className={classes.number} data-reached={reached.kind}>
            {reached.kind === 'unknown' ? '—' : reached.kind === 'before' ? t('result.before') : reached.text}
          </Table.Td>
        );
      })}
      <Table.Td className={classes.number}>{number(rack.peakCelsius, 1)}</Table.Td>
    </Table.Tr>
  );
}
