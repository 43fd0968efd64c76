import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconRefresh, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PredictionStatus } from '../../frame/prediction';
import { usePrediction, watchPrediction } from '../../store/prediction';
import { useRun } from '../../store/run';
import { formatCelsius, formatCount, formatShare, joinShown } from '../numbers/format';
import classes from './control.module.css';

/** Steps of the plan that are told: after 5, 15, 30 and 60 minutes. */
const TOLD_STEPS = [0, 2, 5, 11] as const;

const kelvin = (value: number): string => joinShown({ text: value.toFixed(1), unit: 'K' });

/** Predictive control of a zone: whether it has its model, whether it decides, and what it plans. */
export function PredictionPart({ limitCelsius }: { limitCelsius: number }) {
  const { t } = useTranslation('prediction');
  const now = usePrediction((state) => state.now);
  useEffect(watchPrediction, []);
  return (
    <div className={classes.now} data-testid="prediction" data-state={now?.modelled ? now.state : 'no-model'}>
      <MakeBar modelled={now?.modelled ?? false} />
      {now?.modelled && (
        <p className={classes.text} role="status">
          {t(`state.${now.state}`)}{' '}
          {now.decisions > 0 &&
            t('handedOver', {
              count: now.fallbacks,
              of: formatCount(now.decisions).text,
              some: formatCount(now.fallbacks).text,
            })}
        </p>
      )}
      {now?.modelled && now.state === 'active' && Number.isFinite(now.marginKelvin) && (
        <PlanTable now={now} limitCelsius={limitCelsius} />
      )}
      <p className={classes.text}>{t('note')}</p>
    </div>
  );
}

function MakeBar({ modelled }: { modelled: boolean }) {
  const { t } = useTranslation('prediction');
  const { making, progress, failure, make, cancel } = usePrediction();
  const ready = useRun((state) => state.status === 'ready');
  const settling = useRun((state) => state.settling);
  if (making === 'running') {
    return (
      <div className={classes.making}>
        <Progress value={progress * 100} size="sm" className={classes.progress} aria-label={t('making')} />
        <span role="status">
          {t('making')} {Math.round(progress * 100)} %
        </span>
        <Button size="compact-xs" variant="default" leftSection={<IconX size={13} />} onClick={cancel}>
          {t('cancel')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.making}>
      {(making === 'failed' || !modelled) && (
        <span role="status" className={classes.attention}>
          <IconAlertTriangle size={14} aria-hidden />
          {making === 'failed' ? t('failed', { reason: failure }) : t(settling ? 'settling' : 'noModel')}
        </span>
      )}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconRefresh size={13} />}
        onClick={make}
        disabled={!ready || settling}
        data-testid="prediction-make"
      >
        {t(modelled ? 'remake' : 'make')}
      </Button>
    </div>
  );
}

function PlanTable({ now, limitCelsius }: { now: PredictionStatus; limitCelsius: number }) {
  const { t } = useTranslation('prediction');
  return (
    <div className={classes.scroll}>
      <table className={classes.plan} data-testid="prediction-plan">
        <caption>
          {t('plan', { limit: joinShown(formatCelsius(limitCelsius)), margin: kelvin(now.marginKelvin) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('column.ahead')}</th>
            <th scope="col">{t('column.supply')}</th>
            <th scope="col">{t('column.speed')}</th>
            <th scope="col">{t('column.warmest')}</th>
          </tr>
        </thead>
        <tbody>
          {TOLD_STEPS.map((step) => (
            <tr key={step}>
              <th scope="row">{t('minutes', { count: ((step + 1) * now.stepSeconds) / 60 })}</th>
              <td>{joinShown(formatCelsius(now.planSupplyCelsius[step]!))}</td>
              <td>{joinShown(formatShare(now.planSpeed[step]!))}</td>
              <td>{joinShown(formatCelsius(limitCelsius - now.marginKelvin + now.planExcessKelvin[step]!))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
