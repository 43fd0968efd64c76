import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun } from '../../store/run';
import { FailureStrip } from '../failures/FailureStrip';
import { ServersOffStrip } from '../failures/ServersOffStrip';
import { FaultBanner } from './FaultBanner';
import { HeadlineNumbers } from './HeadlineNumbers';
import { RefusalNotice } from './RefusalNotice';
import { SettleLine } from './SettleLine';
import classes from './stage.module.css';

const Scene = lazy(async () => ({ default: (await import('../scene/Scene')).Scene }));
const SceneToolbar = lazy(async () => ({ default: (await import('../scene/SceneToolbar')).SceneToolbar }));
const PlenumLegend = lazy(async () => ({ default: (await import('../scene/PlenumLegend')).PlenumLegend }));
const TemperatureLegend = lazy(async () => ({
  default: (await import('../scene/TemperatureLegend')).TemperatureLegend,
}));

function LoadingNote() {
  const { t } = useTranslation();
  const status = useRun((state) => state.status);
  if (status === 'ready') return null;
  return (
    <div className={classes.note} role="status" data-testid="stage-note">
      {status === 'loading' ? t('stage.loading') : t('stage.error')}
    </div>
  );
}

/** The room, with what floats over it. */
export function SceneStage({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation();
  return (
    <section className={classes.stage} aria-label={t('stage.title')} data-compact={compact || undefined}>
      <Suspense fallback={null}>
        <div className={classes.scene}>
          <Scene compact={compact} />
        </div>
        <div className={classes.tools}>
          <SceneToolbar />
        </div>
        <div className={classes.legend}>
          <PlenumLegend />
          <TemperatureLegend />
        </div>
      </Suspense>
      <div className={classes.top}>
        {!compact && <HeadlineNumbers />}
        <FailureStrip />
        <ServersOffStrip />
        <FaultBanner />
        <RefusalNotice />
      </div>
      <SettleLine />
      <LoadingNote />
    </section>
  );
}
