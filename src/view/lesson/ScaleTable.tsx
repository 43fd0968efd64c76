import { NumberInput, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './lesson.module.css';
import { savingByScale, toyEnergy } from './toy';

const POWER_W = 200;
const inScale = { C: (c: number) => c, F: (c: number) => c * 1.8 + 32, K: (c: number) => c + 273.15 };
const UNITS = { C: '°C', F: '°F', K: 'K' };
const percent = (share: number) => (Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '—');

/** The same drop of temperature in three scales: three different savings. */
export function ScaleTable() {
  const { t } = useTranslation('lesson');
  const [from, setFrom] = useState(40);
  const [to, setTo] = useState(30);
  return (
    <div className={classes.demo}>
      <div className={classes.controls}>
        {(
          [
            ['from', from, setFrom],
            ['to', to, setTo],
          ] as const
        ).map(([id, value, set]) => (
          <NumberInput
            key={id}
            size="xs"
            label={t(`energy.${id}`)}
            value={value}
            onChange={(next) => typeof next === 'number' && set(next)}
            min={-40}
            max={100}
            step={1}
            suffix=" °C"
            data-testid={`lesson-${id}`}
          />
        ))}
      </div>
      <Table className={classes.table} data-testid="lesson-scales">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('energy.scale')}</Table.Th>
            <Table.Th className={classes.number}>{t('energy.product')}</Table.Th>
            <Table.Th className={classes.number}>{t('energy.saved')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {savingByScale(from, to).map(({ scale, saved }) => (
            <Table.Tr key={scale}>
              <Table.Th scope="row">{t(`energy.name.${scale}`)}</Table.Th>
              <Table.Td className={classes.number}>
                {[from, to].map((celsius) => Math.round(toyEnergy(POWER_W, inScale[scale](celsius)))).join(' → ')}
                {` W·${UNITS[scale]}`}
              </Table.Td>
              <Table.Td className={classes.number}>{percent(saved)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
