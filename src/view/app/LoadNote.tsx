import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readScalar } from '../../frame/layout';
import { loadChange, useBaseline } from '../../store/baseline';
import { formatPercentValue, joinShown } from '../numbers/format';
import { useSlowFrame } from '../numbers/use-slow-frame';
import classes from './headlines.module.css';

/** A change of load below this is not worth a word, share. */
const LEAST_CHANGE = 0.005;

/** Says that the load has moved since the last edit where it has: the small changes beside the numbers hold that too. */
export function LoadNote() {
  const { t } = useTranslation();
  const baseline = useBaseline((state) => state.baseline);
  const [percent, setPercent] = useState<string | null>(null);
  useSlowFrame((frame) => {
    const change = frame === null ? null : loadChange(baseline, readScalar(frame, 'demandRate'));
    if (change === null || Math.abs(change) < LEAST_CHANGE) return setPercent(null);
    const size = joinShown(formatPercentValue(Math.abs(change) * 100));
    setPercent(`${change > 0 ? '+' : '−'}${size}`);
  });
  if (percent === null || baseline === null) return null;
  return (
    <div className={classes.loadNote} data-testid="load-note">
      {t('headline.loadMoved', { edit: baseline.label, percent })}
    </div>
  );
}
