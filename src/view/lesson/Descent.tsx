import { Slider, Table } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DescentPicture } from './DescentPicture';
import classes from './lesson.module.css';
import { descend } from './toy';

const START = { power: 200, temperature: 40 };

const shown = (value: number) => (Math.abs(value) < 1e5 ? value.toFixed(1) : value.toExponential(1));

/** Gradient descent on P T, done as the primer asks. */
export function Descent() {
  const { t } = useTranslation('lesson');
  const [rate, setRate] = useState(0.1);
  const [steps, setSteps] = useState(8);
  const ids = { rate: useId(), steps: useId() };
  const path = descend(START.power, START.temperature, rate, steps);
  const last = path.at(-1)!;
  const comment = t(last.energy < 0 ? 'descent.commentNegative' : 'descent.commentStill');
  return (
    <div className={classes.demo}>
      <div className={classes.sliders}>
        <div>
          <span id={ids.rate}>{t('descent.rate')}</span>
          <Slider
            aria-labelledby={ids.rate}
            thumbLabel={t('descent.rate')}
            color="var(--accent)"
            value={rate}
            onChange={setRate}
            min={0.02}
            max={0.4}
            step={0.02}
          />
        </div>
        <div>
          <span id={ids.steps}>{t('descent.steps')}</span>
          <Slider
            aria-labelledby={ids.steps}
            thumbLabel={t('descent.steps')}
            color="var(--accent)"
            value={steps}
            onChange={setSteps}
            min={1}
            max={20}
            step={1}
          />
        </div>
      </div>
      <div className={classes.descent}>
        <DescentPicture path={path} label={t('descent.picture')} />
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              {(['step', 'power', 'temperature', 'energy'] as const).map((column) => (
                <Table.Th key={column} className={classes.number}>
                  {t(`descent.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {path.slice(0, 9).map(({ step, power, temperature, energy }) => (
              <Table.Tr key={step}>
                <Table.Td className={classes.number}>{step}</Table.Td>
                <Table.Td className={classes.number}>{shown(power)} W</Table.Td>
                <Table.Td className={classes.number}>{shown(temperature)} °C</Table.Td>
                <Table.Td className={classes.number}>{shown(energy)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <p className={classes.verdict} role="status" data-testid="descent-verdict">
        {t('descent.verdict', {
          steps,
          power: shown(last.power),
          temperature: shown(last.temperature),
          comment,
        })}
      </p>
    </div>
  );
}
