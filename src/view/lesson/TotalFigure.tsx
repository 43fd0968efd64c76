import { useTranslation } from 'react-i18next';
import { Line, LineChart, ReferenceDot, ReferenceLine, ResponsiveContainer } from 'recharts';
import type { SupplyOptimum, SupplyPoint } from '../../frame/lesson';
import { LESSON_CELSIUS } from '../../store/lesson';
import { useTheme } from '../../store/theme';
import { chartColours } from '../charts/chart-colours';
import { axisText } from '../numbers/format';
import { sideAxis, supplyAxis, valueLines } from './figure-parts';
import classes from './lesson.module.css';

const FROM = LESSON_CELSIUS[0]!;
const TO = LESSON_CELSIUS.at(-1)!;

const extent = (values: readonly number[]): [number, number] => {
  const known = values.filter(Number.isFinite);
  return known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
};

/** Total power with its lowest point, and PUE, which has none there. */
export function TotalFigure({ points, optimum }: { points: readonly SupplyPoint[]; optimum: SupplyOptimum | null }) {
  const { t } = useTranslation('lesson');
  const colours = chartColours(useTheme());
  const power = extent(points.map(({ facilityW }) => facilityW / 1000));
  const pue = extent(points.map((point) => point.pue));
  const rows = points.map(({ supplyCelsius, facilityW, pue: ratio }) => ({
    supplyCelsius,
    facilityKW: facilityW / 1000,
    pue: ratio,
  }));
  return (
    <figure className={classes.figure} data-testid="figure-total">
      <figcaption>
        <span className={classes.swatch} style={{ background: colours.ink }} /> {t('sweep.total')}, kW
        <span className={classes.dash} style={{ color: colours.pue }} /> {t('sweep.pue')}
      </figcaption>
      <div className={classes.plot}>
        <ResponsiveContainer>
          <LineChart data={rows} margin={{ top: 10, right: 4, bottom: 0, left: 0 }}>
            {valueLines(colours)}
            {supplyAxis(colours, FROM, TO)}
            {sideAxis(colours, { id: 'left', span: power, format: (value) => axisText(value) })}
            {sideAxis(colours, { id: 'right', span: pue, format: (value) => axisText(value) })}
            <Line
              yAxisId="right"
              dataKey="pue"
              stroke={colours.pue}
              strokeDasharray="5 3"
              dot={false}
              isAnimationActive={false}
            />
            <Line
              yAxisId="left"
              dataKey="facilityKW"
              stroke={colours.ink}
              strokeWidth={2}
              dot={{ r: 2.5, fill: colours.ink, strokeWidth: 0 }}
              isAnimationActive={false}
            />
            {optimum?.interior && (
              <ReferenceLine
                yAxisId="left"
                x={optimum.supplyCelsius}
                stroke={colours.ink}
                strokeDasharray="2 3"
                label={{
                  value: `${optimum.supplyCelsius.toFixed(1)} °C`,
                  position: 'insideTopLeft',
                  fontSize: 11,
                  fill: colours.ink,
                }}
              />
            )}
            {optimum !== null && (
              <ReferenceDot
                yAxisId="left"
                x={optimum.supplyCelsius}
                y={optimum.facilityW / 1000}
                r={5}
                fill={colours.ground}
                stroke={colours.ink}
                strokeWidth={2}
              />
            )}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <p className={classes.axisName}>{t('sweep.axis')}</p>
    </figure>
  );
}
