import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PowerElement, PowerStatus } from '../../frame/power';
import { StatusMark } from '../app/StatusMark';
import { formatDuration, formatPower, formatShare, joinShown } from '../numbers/format';
import { usePowerNames } from './alarm-text';
import { BreakerButton } from './BreakerButton';
import classes from './power.module.css';

/** Feeds of racks that are shown at first: the fullest. */
const FEW_FEEDS = 8;
/** And at most. */
const MOST_FEEDS = 300;

const UNALIGNED: ReadonlySet<string> = new Set(['element', 'state', 'switch']);

const shown = (watts: number) => (Number.isNaN(watts) ? '' : joinShown(formatPower(watts)));
/** What is open comes first. */
const fullness = ({ loadW, failoverW, limitW, out }: PowerElement) =>
  out === 'tripped' || out === 'opened'
    ? Number.POSITIVE_INFINITY
    : Math.max(loadW, Number.isNaN(failoverW) ? 0 : failoverW) / limitW;

/** How an element stands, with the words for it. */
function useElementState(): (element: PowerElement) => { level: PowerElement['level']; text: string } {
  const { t } = useTranslation('power');
  return ({ out, bypass, tripsInSeconds, level, failoverLevel }) => {
    if (out !== undefined) return { level: 'alarm', text: t(`capacity.out.${out}`) };
    if (bypass === true) return { level: 'alarm', text: t('capacity.bypass') };
    const worst = level === 'alarm' || failoverLevel === 'alarm' ? 'alarm' : level === 'ok' ? failoverLevel : level;
    const reason = level !== 'ok' ? `now.${level}` : failoverLevel !== 'ok' ? `failover.${failoverLevel}` : 'ok';
    const text = t(`capacity.${reason}`);
    const trips = tripsInSeconds === undefined ? '' : t('capacity.tripsIn', { time: formatDuration(tripsInSeconds) });
    return { level: worst, text: trips === '' ? text : `${text}, ${trips}` };
  };
}

function Row({ element }: { element: PowerElement }) {
  const name = usePowerNames();
  const stateOf = useElementState();
  const { kind, id, side, loadW, ratedW, limitW, failoverW, lossW } = element;
  const state = stateOf(element);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.rowName}>
        {name(kind, id, side)}
      </Table.Th>
      <Table.Td className={`${classes.state} ${classes.inlineMark}`}>
        <StatusMark level={state.level} /> {state.text}
      </Table.Td>
      <Table.Td className={classes.number}>{shown(loadW)}</Table.Td>
      <Table.Td className={classes.number}>{joinShown(formatShare(loadW / ratedW))}</Table.Td>
      <Table.Td className={classes.number}>{shown(limitW)}</Table.Td>
      <Table.Td className={classes.number}>{shown(ratedW)}</Table.Td>
      <Table.Td className={classes.number}>{shown(failoverW)}</Table.Td>
      <Table.Td className={classes.number}>{shown(lossW)}</Table.Td>
      <Table.Td>
        <BreakerButton element={element} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Every rated element: what it carries, what it may carry, and what it would carry when a feed is lost. */
export function CapacityTable({ status }: { status: PowerStatus }) {
  const { t } = useTranslation('power');
  const [all, setAll] = useState(false);
  const feeds = status.elements.filter(({ kind }) => kind === 'rack-feed').sort((a, b) => fullness(b) - fullness(a));
  const rest = status.elements.filter(({ kind }) => kind !== 'rack-feed');
  const most = all ? MOST_FEEDS : FEW_FEEDS;
  return (
    <section className={classes.section} aria-labelledby="power-capacity">
      <h2 id="power-capacity">{t('capacity.title')}</h2>
      <Table.ScrollContainer minWidth={700} className={classes.tableBox}>
        <Table className={classes.table} data-testid="capacity-table">
          <Table.Thead>
            <Table.Tr>
              {(['element', 'state', 'load', 'share', 'limit', 'rated', 'onLoss', 'loss', 'switch'] as const).map(
                (column) => (
                  <Table.Th key={column} className={UNALIGNED.has(column) ? undefined : classes.number}>
                    {t(`capacity.column.${column}`)}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...rest, ...feeds.slice(0, most)].map((element) => (
              <Row key={`${element.kind} ${element.id} ${element.side}`} element={element} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {feeds.length > FEW_FEEDS && (
        <Button size="compact-xs" variant="default" onClick={() => setAll(!all)} data-testid="capacity-all">
          {all
            ? t('capacity.few', { count: FEW_FEEDS })
            : t('capacity.all', { count: Math.min(MOST_FEEDS, feeds.length) })}
        </Button>
      )}
      <p className={classes.source}>{t('capacity.note')}</p>
    </section>
  );
}
