import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './lesson.module.css';
import { mooreCop, toyCooling } from './toy';

const HEATS_W = [100, 200, 400, 800];
const TOY_K = 0.8;

/** Heat doubled three times: the square against the machine. */
export function CoolingTable() {
  const { t } = useTranslation('lesson');
  const cop = mooreCop(20);
  return (
    <Table.ScrollContainer minWidth={330} className={classes.demo}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('cooling.columnPower')}</Table.Th>
            <Table.Th className={classes.number}>{t('cooling.columnToy')}</Table.Th>
            <Table.Th className={classes.number}>{t('cooling.columnReal', { cop: cop.toFixed(2) })}</Table.Th>
            <Table.Th className={classes.number}>{t('cooling.columnRatio')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {HEATS_W.map((heatW, n) => (
            <Table.Tr key={heatW}>
              <Table.Th scope="row">{heatW} W</Table.Th>
              <Table.Td className={classes.number}>{Math.round(toyCooling(TOY_K, heatW))}</Table.Td>
              <Table.Td className={classes.number}>{(heatW / cop).toFixed(0)} W</Table.Td>
              <Table.Td className={classes.number}>
                {n === 0
                  ? '—'
                  : `× ${(toyCooling(TOY_K, heatW) / toyCooling(TOY_K, HEATS_W[n - 1]!)).toFixed(0)} / × ${(heatW / HEATS_W[n - 1]!).toFixed(0)}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
