import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readScalar } from '../../frame/layout';
import type { AshraeClass, AshraeLimits } from '../../site/ashrae';
import { useSlowFrame } from '../numbers/use-slow-frame';
import classes from './headlines.module.css';
import { type InletStatus, inletStatus, levelOf } from './inlet-status';
import { StatusMark } from './StatusMark';

/** The hottest inlet against its ASHRAE class, by shape and word. */
export function InletVerdict({ limits, ashraeClass }: { limits: AshraeLimits; ashraeClass: AshraeClass }) {
  const { t } = useTranslation();
  const [status, setStatus] = useState<InletStatus>('unknown');
  useSlowFrame((frame) => {
    setStatus(frame === null ? 'unknown' : inletStatus(readScalar(frame, 'inletMaxCelsius'), limits));
  });
  const limit = { recommended: limits.recommendedMaxCelsius, allowable: limits.allowableMaxCelsius, ashraeClass };
  return (
    <span className={classes.verdict} data-status={status} data-testid="inlet-status">
      <StatusMark level={levelOf(status)} />
      {t(`inletStatus.${status}`, limit)}
    </span>
  );
}
