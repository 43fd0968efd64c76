import { Button, NumberInput, Progress } from '@mantine/core';
import { IconBolt, IconPlayerPlay, IconRepeat, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { scenarioOf } from '../../site/scenario/scenario';
import { useDocument } from '../../store/document';
import { useFailureDraft } from '../../store/failure-draft';
import { useFailures } from '../../store/failures';
import { useRun } from '../../store/run';
import classes from './failures.module.css';
import { useEventText } from './use-event-text';

/** Plays what was put together: on a copy, in the live run, or each unit in turn. */
export function RunBar() {
  const { t } = useTranslation('failures');
  const { events, horizonMinutes, shutdownCelsius, setHorizon, setShutdown } = useFailureDraft();
  const running = useFailures((state) => state.status === 'running');
  const ready = useRun((state) => state.status === 'ready');
  const calm = useRun((state) => !state.settling);
  const units = useDocument((state) => state.site.coolingUnits.filter((unit) => unit.running).length);
  const textOf = useEventText();
  const horizonSeconds = Math.round(horizonMinutes * 60);
  const { play, playEachUnit, inject } = useFailures.getState();
  const playDraft = () => {
    const name = events.map(textOf).join(', ').slice(0, 120);
    play({ ...scenarioOf(name, [...events]), shutdownCelsius }, horizonSeconds);
  };
  if (running) return <Running />;
  return (
    <section className={classes.section} aria-label={t('run.title')}>
      <div className={classes.builder}>
        <NumberInput
          size="xs"
          label={t('run.horizon')}
          value={horizonMinutes}
          onChange={(value) => Number(value) > 0 && setHorizon(Number(value))}
          min={1}
          max={240}
          suffix=" min"
          data-testid="failure-horizon"
        />
        <NumberInput
          size="xs"
          label={t('run.shutdown')}
          value={shutdownCelsius}
          onChange={(value) => Number(value) > 0 && setShutdown(Number(value))}
          min={20}
          max={90}
          suffix=" °C"
        />
      </div>
      <div className={classes.buttons}>
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={14} />}
          onClick={playDraft}
          disabled={events.length === 0 || !ready || !calm}
          data-testid="failure-play"
        >
          {t('run.play')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBolt size={14} />}
          onClick={() => inject([...events])}
          disabled={events.length === 0 || !ready}
          data-testid="failure-live"
        >
          {t('run.live')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRepeat size={14} />}
          onClick={() => playEachUnit({ shutdownCelsius }, horizonSeconds, textOf)}
          disabled={units === 0 || !ready || !calm}
          data-testid="failure-each-unit"
        >
          {t('run.eachUnit')}
        </Button>
      </div>
      {ready && !calm && <p className={classes.note}>{t('run.settling')}</p>}
    </section>
  );
}

function Running() {
  const { t } = useTranslation('failures');
  const { progress, scenarios, horizonSeconds, cancel } = useFailures();
  const done = progress === null ? 0 : progress.scenario + progress.playedSeconds / Math.max(1, horizonSeconds);
  const share = Math.min(1, done / Math.max(1, scenarios.length));
  const text =
    progress?.stage === 'playing'
      ? t('run.playing', { name: scenarios[progress.scenario]?.name ?? '', percent: Math.round(share * 100) })
      : t('run.copying');
  return (
    <section className={classes.section} data-testid="failure-running">
      <Progress value={share * 100} size="sm" aria-label={text} />
      <div className={classes.row}>
        <span role="status" className={`${classes.note} ${classes.grow}`}>
          {text}
        </span>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconX size={13} />}
          onClick={cancel}
          data-testid="failure-cancel"
        >
          {t('run.cancel')}
        </Button>
      </div>
    </section>
  );
}
