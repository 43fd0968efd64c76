import { useTranslation } from 'react-i18next';
import { Line, LineChart, ResponsiveContainer } from 'recharts';
import type { SupplyPoint } from '../../frame/lesson';
import { LESSON_CELSIUS } from '../../store/lesson';
import { useTheme } from '../../store/theme';
import { type ChartColours, chartColours } from '../charts/chart-colours';
import { axisText } from '../numbers/format';
import { sideAxis, supplyAxis, valueLines } from './figure-parts';
import classes from './lesson.module.css';

/** Told apart by stroke as well as by shade. */
const PARTS: readonly {
  id: 'plantW' | 'unitFansW' | 'serverFansW' | 'leakageW';
  colour: keyof ChartColours;
  dash?: string;
}[] = [
  { id: 'plantW', colour: 'ink' },
  { id: 'serverFansW', colour: 'serverFans' },
  { id: 'unitFansW', colour: 'cooling', dash: '6 3' },
  { id: 'leakageW', colour: 'inkDim', dash: '1.5 3' },
];

/** The parts whose power changes with the supply temperature. */
export function PartsFigure({ points }: { points: readonly SupplyPoint[] }) {
  const { t } = useTranslation('lesson');
  const colours = chartColours(useTheme());
  const rows = points.map((point) => ({
    supplyCelsius: point.supplyCelsius,
    ...Object.fromEntries(PARTS.map(({ id }) => [id, point[id] / 1000])),
  }));
  const values = points.flatMap((point) => PARTS.map(({ id }) => point[id] / 1000)).filter(Number.isFinite);
  return (
    <figure className={classes.figure} data-testid="figure-parts">
      <figcaption>
        <strong>{`${t('sweep.parts')}, kW`}</strong>
        {PARTS.map(({ id, colour, dash }) => (
          <span key={id} className={classes.legendEntry}>
            <svg width="18" height="8" aria-hidden="true">
              <line x1="0" y1="4" x2="18" y2="4" stroke={colours[colour]} strokeWidth="2" strokeDasharray={dash} />
            </svg>
            {t(`sweep.part.${id}`)}
          </span>
        ))}
      </figcaption>
      <div className={classes.plot}>
        <ResponsiveContainer>
          <LineChart data={rows} margin={{ top: 10, right: 14, bottom: 0, left: 0 }}>
            {valueLines(colours)}
            {supplyAxis(colours, LESSON_CELSIUS[0]!, LESSON_CELSIUS.at(-1)!)}
            {sideAxis(colours, {
              id: 'left',
              span: [Math.min(0, ...values), Math.max(0, ...values)],
              format: (value) => axisText(value),
            })}
            {PARTS.map(({ id, colour, dash }) => (
              <Line
                key={id}
                yAxisId="left"
                dataKey={id}
                stroke={colours[colour]}
                strokeWidth={2}
                strokeDasharray={dash}
                dot={false}
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <p className={classes.axisName}>{t('sweep.axis')}</p>
    </figure>
  );
}
