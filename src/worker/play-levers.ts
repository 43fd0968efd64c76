import { EngineError } from '../engine/engine';
import type { ReducedModel } from '../engine/reduced/model';
import { siteDigest } from '../engine/reduced/site-digest';
import { createServers } from '../engine/servers/servers';
import { quantitiesOf, type RowPlan } from '../frame/levers';
import { finished, makeModel } from '../levers/make-model';
import type { Period } from '../levers/run-period';
import { type ReadyRow, readyRow, runRow } from '../levers/run-row';
import { forYear, studySite } from '../levers/study-sites';
import type { Site } from '../site/schema/site';
import type { FromLevers, LeversPhase, LiveRow, StartLevers } from './levers-protocol';

/** Share of the way between two reports of progress. */
const REPORT_SHARE = 0.01;

/** Runs a period with every lever off and with the measures asked for; tells how far it is and each model that it made. */
export function playLevers(request: StartLevers, tell: (message: FromLevers) => void): void {
  try {
    play(request, tell);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    tell({ kind: 'failure', fault: { message: error.issues[0]?.message ?? error.message, issues: error.issues } });
  }
}

function play(request: StartLevers, tell: (message: FromLevers) => void): void {
  const { site, study, measures, startDay, days, stepSeconds, seed } = request;
  const original = study === null ? forYear(site) : studySite(study, site);
  if (original.workload === undefined) {
    tell({ kind: 'failure', fault: { message: 'no-workload', issues: [] } });
    return;
  }
  const known = new Map(request.models.map(({ key, model }) => [key, model as ReducedModel]));
  const modelOf = (room: Site): ReducedModel => {
    const key = siteDigest(room);
    const before = known.get(key);
    if (before !== undefined) return before;
    const model = finished(makeModel(room, [{ kind: 'healthy' }]), reporter('model', tell));
    known.set(key, model);
    tell({ kind: 'model', kept: { key, model } });
    return model;
  };
  const period: Period = { startDay, days, stepSeconds, seed };
  const rowOf = (id: string, chosen: RowPlan['measures'], phase: LeversPhase): LiveRow => {
    const plan: RowPlan = { id, kind: 'single', measures: chosen };
    const job = readyRow(original, plan, modelOf, stepSeconds);
    const ready: ReadyRow = finished(job, reporter('setpoint', tell));
    const use = finished(runRow(ready, period), reporter(phase, tell));
    return { supplyCelsius: ready.supplyCelsius, keepsLimit: ready.keepsLimit, values: quantitiesOf(use) };
  };
  const off = rowOf('off', [], 'off');
  const on = measures.length === 0 ? off : rowOf('on', measures, 'on');
  tell({
    kind: 'done',
    siteName: original.name,
    currency: original.tariffs?.currency ?? null,
    workUnit: createServers(original).structure.workUnit,
    off,
    on,
  });
}

function reporter(phase: LeversPhase, tell: (message: FromLevers) => void): (share: number) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (share) => {
    if (share >= told && share < told + REPORT_SHARE) return;
    told = share;
    tell({ kind: 'progress', phase, share });
  };
}
