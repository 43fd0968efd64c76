import { useTranslation } from 'react-i18next';
import { useTheme } from '../../store/theme';
import type { MatrixMode } from './matrix';
import classes from './recirculation.module.css';
import { scaleEnd, shadeCss } from './shades';
import { cellText } from './value-text';

const PLACES = [0, 0.25, 0.5, 0.75, 1];

/** What the shades mean: even steps of the shade, so the values go by their square. */
export function ShadeScale({ largest, mode }: { largest: number; mode: MatrixMode }) {
  const { t } = useTranslation('recirculation');
  const theme = useTheme();
  const end = scaleEnd(largest);
  const stops = PLACES.map((place) => shadeCss(place, theme)).join(', ');
  return (
    <div
      className={classes.scale}
      role="img"
      aria-label={t('scale', { from: cellText(0, mode), to: cellText(end, mode) })}
    >
      <span className={classes.ramp} style={{ background: `linear-gradient(to right, ${stops})` }} />
      <span className={classes.ticks} aria-hidden>
        {PLACES.map((place) => (
          <span key={place}>{cellText(end * place * place, mode)}</span>
        ))}
      </span>
    </div>
  );
}
