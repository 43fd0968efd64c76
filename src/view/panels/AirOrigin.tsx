import { UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AirSource, Provenance } from '../../frame/provenance';
import { findEntity, labelOf } from '../../site/entity';
import { useDocument } from '../../store/document';
import { simulationLink } from '../../store/link';
import { useRun } from '../../store/run';
import { useSelection } from '../../store/selection';
import { formatCelsius, formatClock } from '../numbers/format';
import classes from './air-origin.module.css';
import { originRows } from './origin-rows';
import { RackCapture } from './RackCapture';
import { Section } from './Section';

/** The answer follows the air this often while it moves, ms: one answer costs the worker about a tick. */
const REFRESH_MS = 5000;

function useProvenance(rackId: string): Provenance | null | 'waiting' {
  const [answer, setAnswer] = useState<Provenance | null | 'waiting'>('waiting');
  const settling = useRun((state) => state.settling);
  const playing = useRun((state) => state.playing);
  const ready = useRun((state) => state.status === 'ready');
  useEffect(() => {
    setAnswer('waiting');
    if (!ready || settling) return;
    let stale = false;
    const ask = async () => {
      const next = (await simulationLink()?.provenance(rackId)) ?? null;
      if (!stale) setAnswer(next);
    };
    void ask();
    const timer = playing ? setInterval(() => void ask(), REFRESH_MS) : null;
    return () => {
      stale = true;
      if (timer !== null) clearInterval(timer);
    };
  }, [rackId, settling, playing, ready]);
  return answer;
}

/** Where the air at a rack's inlet comes from: shares of cooling units, exhausts and openings. */
export function AirOrigin({ rackId }: { rackId: string }) {
  const { t } = useTranslation('panels');
  return (
    <Section id="origin" title={t('origin.title')}>
      <Shares rackId={rackId} />
      <RackCapture rackId={rackId} />
    </Section>
  );
}

function Shares({ rackId }: { rackId: string }) {
  const { t } = useTranslation('panels');
  const answer = useProvenance(rackId);
  if (answer === 'waiting') return <p className={classes.note}>{t('origin.waiting')}</p>;
  if (answer === null) return <p className={classes.note}>{t('origin.unknown')}</p>;
  const { rows, others } = originRows(answer.sources);
  return (
    <>
      <ul className={classes.list} data-testid="air-origin">
        {rows.map((source) => (
          <SourceRow key={`${source.kind}/${source.id}`} source={source} rackId={rackId} />
        ))}
        {others > 0.001 && (
          <li className={classes.row}>
            <span className={classes.name}>{t('origin.others')}</span>
            <span />
            <span className={classes.share}>{percent(others)}</span>
          </li>
        )}
      </ul>
      <p className={classes.note}>
        {t('origin.capture')}: <strong>{percent(answer.captureIndex)}</strong>.{' '}
        {t('origin.asOf', { time: formatClock(answer.simulatedSeconds) })}
      </p>
    </>
  );
}

function SourceRow({ source, rackId }: { source: AirSource; rackId: string }) {
  const { t } = useTranslation('panels');
  const ref = { kind: source.kind, id: source.id };
  const entity = useDocument((state) => findEntity(state.site, ref));
  const name = entity === undefined ? source.id : labelOf(entity);
  const label =
    source.kind === 'rack'
      ? source.id === rackId
        ? t('origin.own')
        : t('origin.exhaust', { name })
      : t(source.kind === 'coolingUnit' ? 'origin.unit' : 'origin.opening', { name });
  const { text, unit } = formatCelsius(source.celsius);
  return (
    <li className={classes.row}>
      <UnstyledButton className={classes.name} onClick={() => useSelection.getState().select([ref], 'replace')}>
        {label}
      </UnstyledButton>
      <span className={classes.celsius}>
        {text} {unit}
      </span>
      <span className={classes.share}>{percent(source.share)}</span>
      <span className={classes.bar} aria-hidden style={{ inlineSize: `${source.share * 100}%` }} />
    </li>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
