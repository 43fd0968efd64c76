import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PowerElement, PowerStatus } from '../../frame/power';
import { StatusMark } from '../app/StatusMark';
import { formatPower, formatShare, joinShown } from '../numbers/format';
import { usePowerNames } from './alarm-text';
import classes from './power.module.css';

/** Feeds of racks that are shown at first: the fullest. */
const FEW_FEEDS = 8;
/** And at most. */
const MOST_FEEDS = 300;

const shown = (watts: number) => (Number.isNaN(watts) ? '' : joinShown(formatPower(watts)));
const fullness = ({ loadW, failoverW, limitW }: PowerElement) =>
  Math.max(loadW, Number.isNaN(failoverW) ? 0 : failoverW) / limitW;

function Row({ element }: { element: PowerElement }) {
  const { t } = useTranslation('power');
  const name = usePowerNames();
  const { kind, id, side, loadW, ratedW, limitW, failoverW, level, failoverLevel, lossW } = element;
  const worst = level === 'alarm' || failoverLevel === 'alarm' ? 'alarm' : level === 'ok' ? failoverLevel : level;
  const reason = level !== 'ok' ? `now.${level}` : failoverLevel !== 'ok' ? `failover.${failoverLevel}` : 'ok';
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.rowName}>
        {name(kind, id, side)}
      </Table.Th>
      <Table.Td className={`${classes.state} ${classes.inlineMark}`}>
        <StatusMark level={worst} /> {t(`capacity.${reason}`)}
      </Table.Td>
      <Table.Td className={classes.number}>{shown(loadW)}</Table.Td>
      <Table.Td className={classes.number}>{joinShown(formatShare(loadW / ratedW))}</Table.Td>
      <Table.Td className={classes.number}>{shown(limitW)}</Table.Td>
      <Table.Td className={classes.number}>{shown(ratedW)}</Table.Td>
      <Table.Td className={classes.number}>{shown(failoverW)}</Table.Td>
      <Table.Td className={classes.number}>{shown(lossW)}</Table.Td>
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
      <Table.ScrollContainer minWidth={640} className={classes.tableBox}>
        <Table className={classes.table} data-testid="capacity-table">
          <Table.Thead>
            <Table.Tr>
              {(['element', 'state', 'load', 'share', 'limit', 'rated', 'onLoss', 'loss'] as const).map((column) => (
                <Table.Th
                  key={column}
                  className={column === 'element' || column === 'state' ? undefined : classes.number}
                >
                  {t(`capacity.column.${column}`)}
                </Table.Th>
              ))}
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
