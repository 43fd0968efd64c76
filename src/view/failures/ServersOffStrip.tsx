import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readScalar } from '../../frame/layout';
import { simulationLink } from '../../store/link';
import { StatusMark } from '../app/StatusMark';
import { useSlowFrame } from '../numbers/use-slow-frame';
import classes from './failures.module.css';

/** Over the scene while heat keeps servers slow or off: how many, and the way to start them again. */
export function ServersOffStrip() {
  const { t } = useTranslation('failures');
  const [off, setOff] = useState(0);
  const [throttled, setThrottled] = useState(0);
  useSlowFrame((frame) => {
    setOff(frame === null ? 0 : readScalar(frame, 'offServers') || 0);
    setThrottled(frame === null ? 0 : readScalar(frame, 'throttledServers') || 0);
  });
  if (off === 0 && throttled === 0) return null;
  return (
    <div className={classes.strip} role="status" data-testid="servers-off-strip">
      <StatusMark level={off > 0 ? 'alarm' : 'warning'} />
      {throttled > 0 && <span>{t('strip.throttled', { count: throttled })}</span>}
      {off > 0 && (
        <span className={classes.stripItem}>
          {t('strip.off', { count: off })}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void simulationLink()?.restartServers()}
            data-testid="restart-servers"
          >
            {t('strip.restart')}
          </Button>
        </span>
      )}
    </div>
  );
}
