import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { isStale, useRecirculation } from '../../store/recirculation';
import { useRun } from '../../store/run';
import { formatClock } from '../numbers/format';
import classes from './recirculation.module.css';

/** How the answer stands: under way, of which moment, of an older layout; and what starts and stops it. */
export function ComputeBar() {
  const { t } = useTranslation('recirculation');
  const { status, progress, result, failure, compute, cancel } = useRecirculation();
  const revision = useDocument((state) => state.revision);
  const ready = useRun((state) => state.status === 'ready');
  const settling = useRun((state) => state.settling);
  const stale = result !== null && isStale(result, revision);
  if (status === 'running') {
    return (
      <div className={classes.compute} data-testid="recirculation-state" data-state="running">
        <Progress value={progress * 100} size="sm" className={classes.progress} aria-label={t('running')} />
        <span role="status" className={classes.note}>
          {t('running')} {Math.round(progress * 100)} %
        </span>
        <Button size="compact-xs" variant="default" leftSection={<IconX size={13} />} onClick={cancel}>
          {t('cancel')}
        </Button>
      </div>
    );
  }
  const state = failure !== null ? 'failed' : stale ? 'stale' : result === null ? 'empty' : 'fresh';
  const text = {
    failed: t('failed', { reason: failure }),
    stale: t('stale'),
    empty: settling ? t('settling') : t('empty'),
    fresh: t('asOf', { time: formatClock(result?.simulatedSeconds ?? 0) }),
  }[state];
  return (
    <div className={classes.compute} data-testid="recirculation-state" data-state={state}>
      <span role="status" className={state === 'fresh' || state === 'empty' ? classes.note : classes.warning}>
        {(state === 'stale' || state === 'failed') && <IconAlertTriangle size={14} />}
        {text}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconRefresh size={13} />}
        onClick={compute}
        disabled={!ready || settling}
        data-testid="recirculation-compute"
      >
        {result === null ? t('compute') : t('recompute')}
      </Button>
    </div>
  );
}
