import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readScalar } from '../../frame/layout';
import { labelOf } from '../../site/entity';
import { useDocument } from '../../store/document';
import { latestFrame } from '../../store/frames';
import { useSelection } from '../../store/selection';
import { StatusMark } from '../app/StatusMark';
import { formatCelsius, formatIndex, formatPower, joinShown } from '../numbers/format';
import { useSlowFrame } from '../numbers/use-slow-frame';
import { closeHashPage } from '../pages/use-hash-page';
import classes from './power.module.css';
import { type RackRow, rackRows, tally } from './rack-rows';

const FEW = 10;
const MOST = 300;

function Row({ row, name }: { row: RackRow; name: string }) {
  const { t } = useTranslation('power');
  const show = () => {
    useSelection.getState().select([{ kind: 'rack', id: row.rackId }]);
    closeHashPage();
  };
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.rowName}>
        <button type="button" className={classes.rackName} onClick={show} title={t('racks.show')}>
          {name}
        </button>
      </Table.Th>
      <Table.Td className={classes.number}>{joinShown(formatPower(row.powerW))}</Table.Td>
      <Table.Td className={classes.number}>{joinShown(formatCelsius(row.inletMinCelsius))}</Table.Td>
      <Table.Td className={classes.number}>{joinShown(formatCelsius(row.inletMaxCelsius))}</Table.Td>
      <Table.Td className={classes.number}>{joinShown(formatIndex(row.beta))}</Table.Td>
      <Table.Td>{row.strictest === null ? t('racks.noClass') : row.strictest}</Table.Td>
      <Table.Td className={`${classes.state} ${classes.inlineMark}`}>
        <StatusMark level={row.verdict === 'recommended' ? 'ok' : row.verdict === 'allowable' ? 'warning' : 'alarm'} />{' '}
        {t(`racks.${row.verdict}`)}
      </Table.Td>
    </Table.Tr>
  );
}

/** Inlets of every rack against the ASHRAE class of the site, worst first. */
export function RackTable() {
  const { t } = useTranslation('power');
  const site = useDocument((state) => state.site);
  const [frame, setFrame] = useState(latestFrame);
  const [all, setAll] = useState(false);
  useSlowFrame((next) => {
    if (next !== null && next !== frame) setFrame(next);
  });
  if (frame === null || site.racks.length === 0) return null;
  const rows = rackRows(frame, site.ashraeClass, readScalar(frame, 'supplyCelsius'));
  const counts = tally(rows);
  const names = new Map(site.racks.map((rack) => [rack.id, labelOf(rack)]));
  return (
    <section className={classes.section} aria-labelledby="power-racks">
      <h2 id="power-racks">{t('racks.title')}</h2>
      <p data-testid="ashrae-tally">{t('racks.tally', { ...counts, ashraeClass: site.ashraeClass })}</p>
      <Table.ScrollContainer minWidth={560} className={classes.tableBox}>
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              {(['rack', 'power', 'min', 'max', 'beta', 'class', 'verdict'] as const).map((column) => (
                <Table.Th
                  key={column}
                  className={
                    column === 'rack' || column === 'verdict' || column === 'class' ? undefined : classes.number
                  }
                >
                  {t(`racks.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, all ? MOST : FEW).map((row) => (
              <Row key={row.rackId} row={row} name={names.get(row.rackId) ?? row.rackId} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rows.length > FEW && (
        <Button size="compact-xs" variant="default" onClick={() => setAll(!all)}>
          {all ? t('racks.few', { count: FEW }) : t('racks.all', { count: Math.min(MOST, rows.length) })}
        </Button>
      )}
      <p className={classes.source}>{t('racks.note')}</p>
    </section>
  );
}
