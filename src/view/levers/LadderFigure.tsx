import { useTranslation } from 'react-i18next';
import type { LadderRow, LadderYear } from '../../frame/levers';
import { axisText } from '../numbers/format';
import classes from './levers.module.css';

interface Line {
  readonly row: LadderRow;
  readonly state: 'healthy' | 'unitOut';
  readonly year: LadderYear;
}

const WIDTH = 640;
const HEIGHT = 260;
const LEFT = 62;
const RIGHT = 20;
const TOP = 30;
const BOTTOM = 42;
/** Between the centres of two marks, at least. */
const GAP = 20;

/** Marks that would cover one another stand side by side, to the right. */
function beside<Mark extends { px: number; py: number }>(marks: readonly Mark[]): Mark[] {
  const placed: Mark[] = [];
  for (const mark of marks) {
    let { px } = mark;
    while (placed.some((other) => Math.abs(other.px - px) < GAP && Math.abs(other.py - mark.py) < GAP)) px += GAP;
    placed.push({ ...mark, px });
  }
  return placed;
}

/** Energy against degree-hours over the limit: down and left is better. A number names the strategy, a ring a unit out. */
export function LadderFigure({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('levers');
  if (lines.length === 0) return null;
  const energy = lines.map(({ year }) => year.values.facility.mean / 1000);
  const low = Math.min(...energy);
  const high = Math.max(...energy);
  const pad = Math.max(0.005 * high, 0.12 * (high - low));
  const from = low - pad;
  const to = high + pad;
  const most = Math.max(1, ...lines.map(({ year }) => year.values.degreeHours.mean));
  // A root scale: strategies with a few degree-hours and with thousands stand in one picture.
  const x = (degreeHours: number) => LEFT + 10 + Math.sqrt(degreeHours / most) * (WIDTH - LEFT - RIGHT - 20);
  const y = (mwh: number) => HEIGHT - BOTTOM - ((mwh - from) / (to - from)) * (HEIGHT - TOP - BOTTOM);
  const strategies = [...new Set(lines.map(({ row }) => row.strategy))];
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => from + share * (to - from));
  const across = [0, 1 / 16, 1 / 4, 9 / 16, 1].map((share) => share * most);
  return (
    <figure className={classes.figure} data-testid="ladder-figure">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.scatter} role="img" aria-label={t('ladder.figure')}>
        {ticks.map((mwh) => (
          <g key={mwh}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(mwh)} y2={y(mwh)} className={classes.gridLine} />
            <text x={LEFT - 6} y={y(mwh) + 4} textAnchor="end">
              {axisText(mwh, 4)}
            </text>
          </g>
        ))}
        {across.map((value) => (
          <text key={value} x={x(value)} y={HEIGHT - BOTTOM + 16} textAnchor="middle">
            {axisText(value, 2)}
          </text>
        ))}
        <text x={LEFT - 6} y={TOP - 14} textAnchor="end">
          MWh
        </text>
        <text x={(LEFT + WIDTH) / 2} y={HEIGHT - 6} textAnchor="middle">
          {t('ladder.axis')}
        </text>
        {beside(
          lines.map(({ row, state, year }) => ({
            row,
            state,
            px: x(year.values.degreeHours.mean),
            py: y(year.values.facility.mean / 1000),
          })),
        ).map(({ row, state, px, py }) => {
          const name = `${t(`strategy.${row.strategy}`)}, ${t(`ladder.${state}`)}`;
          return (
            <g key={`${row.strategy} ${state}`} className={classes.mark} data-state={state}>
              <title>{name}</title>
              <circle cx={px} cy={py} r="9" />
              <text x={px} y={py + 4} textAnchor="middle">
                {strategies.indexOf(row.strategy) + 1}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className={classes.keys}>
        {strategies.map((strategy, n) => (
          <span key={strategy}>
            <b>{n + 1}</b> {t(`strategy.${strategy}`)}
          </span>
        ))}
        <span>
          <span className={classes.dot} aria-hidden="true" /> {t('ladder.healthy')}
        </span>
        <span>
          <span className={classes.ring} aria-hidden="true" /> {t('ladder.unitOut')}
        </span>
      </figcaption>
    </figure>
  );
}
