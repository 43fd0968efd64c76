import { useTranslation } from 'react-i18next';
import { powerCurveOf } from '../../../site/catalogue/server-defaults';
import type { ServerType } from '../../../site/catalogue/server-type';
import classes from './catalogue.module.css';
import { wattsText } from './watts-text';

const WIDTH = 260;
const HEIGHT = 96;
const LEFT = 44;
const BOTTOM = 16;
const TOP = 8;

/** Wall power of one server at 0 to 100 % load. */
export function PowerCurve({ type }: { type: ServerType }) {
  const { t } = useTranslation('panels');
  const curve = powerCurveOf(type);
  const peak = curve[10]!;
  const x = (tenth: number) => LEFT + ((WIDTH - LEFT - 8) * tenth) / 10;
  const y = (watts: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - watts / peak);
  const label = t('catalogue.curveText', {
    name: type.name,
    idle: Math.round(curve[0]!),
    half: Math.round(curve[5]!),
    full: Math.round(peak),
  });
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>{t('catalogue.curve')}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes.curve} role="img" aria-label={label}>
        {[0, 0.5, 1].map((share) => (
          <line
            key={share}
            x1={LEFT}
            x2={WIDTH - 8}
            y1={y(peak * share)}
            y2={y(peak * share)}
            className={classes.grid}
          />
        ))}
        <polyline className={classes.line} points={curve.map((watts, n) => `${x(n)},${y(watts)}`).join(' ')} />
        {curve.map((watts, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the points are the tenths of load.
          <circle key={n} cx={x(n)} cy={y(watts)} r={1.8} className={classes.point} />
        ))}
        <text x={LEFT - 4} y={y(peak) + 4} textAnchor="end">
          {wattsText(peak)}
        </text>
        <text x={LEFT - 4} y={y(curve[0]!) + 4} textAnchor="end">
          {curve[0]! < 0.85 * peak ? wattsText(curve[0]!) : ''}
        </text>
        <text x={x(0)} y={HEIGHT - 3}>
          0 %
        </text>
        <text x={x(5)} y={HEIGHT - 3} textAnchor="middle">
          {t('catalogue.load')}
        </text>
        <text x={x(10)} y={HEIGHT - 3} textAnchor="end">
          100 %
        </text>
      </svg>
    </figure>
  );
}
