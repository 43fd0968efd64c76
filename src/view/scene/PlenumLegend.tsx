import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { useViewOptions } from '../../store/view-options';
import { axisText } from '../numbers/format';
import { useSlowFrame } from '../numbers/use-slow-frame';
import classes from './legend/plenum-legend.module.css';
import { plenumRange } from './underfloor/plenum-range';

const digits = (value: number) => axisText(value, 2);

/** What the air under the floor is drawn by: the pressures of the colours, the speed of the longest arrow. */
export function PlenumLegend() {
  const { t } = useTranslation('scene');
  const show = useViewOptions((state) => state.underfloor);
  const computed = useDocument((state) => state.site.raisedFloor?.plenum === 'two-dimensional');
  const low = useRef<HTMLSpanElement>(null);
  const high = useRef<HTMLSpanElement>(null);
  const speed = useRef<HTMLSpanElement>(null);
  useSlowFrame((frame) => {
    const range = frame === null ? null : plenumRange(frame);
    if (low.current) low.current.textContent = range === null ? '' : digits(range.minPascals);
    if (high.current) high.current.textContent = range === null ? '' : `${digits(range.maxPascals)} Pa`;
    if (speed.current) speed.current.textContent = range === null ? '' : `${digits(range.maxSpeedMs)} m/s`;
  });
  if (show === 'off' || !computed) return null;
  return (
    <div className={classes.legend} data-testid="plenum-legend">
      <span className={classes.title}>{t('underfloor.legend')}</span>
      {show === 'pressure' && (
        <span className={classes.row}>
          <span ref={low} />
          <span className={classes.shades} role="img" aria-label={t('underfloor.pressure')} />
          <span ref={high} />
        </span>
      )}
      <span className={classes.row}>
        <span className={classes.arrow} aria-hidden="true">
          →
        </span>
        <span>
          {t('underfloor.fastest')} <span ref={speed} />
        </span>
      </span>
    </div>
  );
}
