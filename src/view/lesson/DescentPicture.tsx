import classes from './lesson.module.css';
import type { DescentStep } from './toy';

const WIDTH = 340;
const HEIGHT = 240;
/** Span of the picture: power in W, temperature in °C. */
const POWER = { from: -60, to: 240 };
const TEMPERATURE = { from: -120, to: 60 };
const CONTOURS = [-16_000, -8000, -4000, -1000, 1000, 4000, 8000];

const x = (power: number) => ((power - POWER.from) / (POWER.to - POWER.from)) * WIDTH;
const y = (temperature: number) =>
  HEIGHT - ((temperature - TEMPERATURE.from) / (TEMPERATURE.to - TEMPERATURE.from)) * HEIGHT;

/** The branch of P T = level at positive or negative power, as a path within the picture. */
function contour(level: number, sign: 1 | -1): string {
  const points: string[] = [];
  for (let n = 0; n <= 120; n++) {
    const power = sign * (2 + (n / 120) * (POWER.to - 2));
    const temperature = level / power;
    if (temperature < TEMPERATURE.from || temperature > TEMPERATURE.to) continue;
    points.push(`${x(power).toFixed(1)} ${y(temperature).toFixed(1)}`);
  }
  return points.length > 1 ? `M${points.join('L')}` : '';
}

/** The saddle from above, with the way that descent takes over it. */
export function DescentPicture({ path, label }: { path: readonly DescentStep[]; label: string }) {
  const way = path.map(({ power, temperature }) => `${x(power).toFixed(1)} ${y(temperature).toFixed(1)}`).join('L');
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.picture} role="img" aria-label={label}>
      <path d={`M0 ${y(0)}H${WIDTH}M${x(0)} 0V${HEIGHT}`} className={classes.axis} />
      {CONTOURS.flatMap((level) =>
        ([1, -1] as const).map((sign) => (
          <path
            key={`${level} ${sign}`}
            d={contour(level, sign)}
            className={classes.contour}
            data-negative={level < 0}
          />
        )),
      )}
      <path d={`M${way}`} className={classes.way} />
      {path.map(({ step, power, temperature }) => (
        <circle key={step} cx={x(power)} cy={y(temperature)} r={step === 0 ? 4.5 : 3} className={classes.stop} />
      ))}
      <text x={WIDTH - 4} y={y(0) - 5} textAnchor="end">
        P, W
      </text>
      <text x={x(0) + 5} y={11}>
        T, °C
      </text>
      <text x={x(0) + 4} y={y(0) + 12}>
        0
      </text>
    </svg>
  );
}
