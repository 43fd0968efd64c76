import {
  FAILURE_THRESHOLDS,
  type FailureResult,
  type FailureThreshold,
  type FirstOutcome,
  type RackOutcome,
  type SupplyChange,
} from '../../frame/failure';
import type { Scenario } from '../../site/scenario/scenario';
import { advance } from '../engine';
import { backupStateOf } from '../power/status';
import type { Engine } from '../state';
import { injectFailures } from './drive';
import { createPowerNotes } from './note-power';
import { createRecorder, type Recorder } from './recorder';
import { createMargins, createThresholds, type Margins } from './thresholds';

/** Span over which the first rate is taken, s. */
const RATE_SECONDS = 30;
/** Instants kept for charts at most. */
const MAX_SAMPLES = 600;

export interface FailureRun {
  readonly playedSeconds: number;
  /** Plays one tick; false once the horizon has been reached. */
  step(): boolean;
  /** What has happened so far. */
  result(): FailureResult;
}

/**
 * Plays a scenario on an engine from where it stands, a tick at a time, so that the caller may show progress or stop.
 * The engine should have settled: what still moves would be taken for the failure's doing.
 */
export function startFailureRun(engine: Engine, scenario: Scenario, horizonSeconds: number): FailureRun {
  const start = engine.simulatedSeconds;
  const { itJ, facilityJ } = engine.measures;
  const unserved = unservedWork(engine);
  const rackCount = engine.site.racks.length;
  const reader = createThresholds(engine, scenario);
  const before = createMargins(rackCount);
  const after = createMargins(rackCount);
  const recorder = createRecorder(engine, Math.max(1, Math.ceil(horizonSeconds / MAX_SAMPLES)), horizonSeconds);
  const firstFailureSeconds = Math.min(...scenario.events.map((event) => event.atSeconds));
  reader.read(engine, before);
  recorder.sample(engine, 0);
  const racks = engine.site.racks.map((rack, r) => startOutcome(rack.id, recorder.rackInletCelsius(r), r, before));
  const rateFrom = new Float64Array(rackCount);
  let played = 0;
  let coolingHeatJ = 0;
  let worstEnergyBalanceError = 0;
  const supply: SupplyChange[] = [];
  let fedBy = backupStateOf(engine);
  const powerNotes = createPowerNotes(engine);
  injectFailures(engine, scenario.events);
  engine.servers.protection.inletShutdownCelsius = scenario.shutdownCelsius;

  const noteRates = () => {
    for (let r = 0; r < rackCount; r++) {
      if (played <= firstFailureSeconds) rateFrom[r] = recorder.rackInletCelsius(r);
      const span = played - Math.floor(firstFailureSeconds);
      if (span > 0 && span <= RATE_SECONDS) {
        racks[r]!.rateKelvinPerMinute = ((recorder.rackInletCelsius(r) - rateFrom[r]!) * 60) / span;
      }
    }
  };
  noteRates();

  return {
    get playedSeconds() {
      return played;
    },
    step() {
      if (played >= horizonSeconds) return false;
      advance(engine);
      const now = engine.simulatedSeconds - start;
      reader.read(engine, after);
      recorder.sample(engine, now);
      for (let r = 0; r < rackCount; r++) {
        noteTick(racks[r]!, r, recorder, before, after, played, now);
        noteServers(racks[r]!, r, engine, now);
      }
      coolingHeatJ += engine.measures.coolingHeatW * (now - played);
      worstEnergyBalanceError = Math.max(worstEnergyBalanceError, engine.measures.energyBalanceError);
      for (const name of FAILURE_THRESHOLDS) before[name].set(after[name]);
      // What feeds a rack in a tick was found at its start.
      powerNotes.look(engine, racks, played);
      const source = backupStateOf(engine);
      // What feeds a tick was chosen at its start.
      if (source !== fedBy) supply.push({ atSeconds: played, source });
      fedBy = source;
      played = now;
      noteRates();
      return played < horizonSeconds;
    },
    result: () => ({
      name: scenario.name,
      horizonSeconds,
      playedSeconds: played,
      racks,
      unitIds: engine.site.coolingUnits.map(({ id }) => id),
      first: firstOf(racks),
      itJ: engine.measures.itJ - itJ,
      facilityJ: engine.measures.facilityJ - facilityJ,
      coolingHeatJ,
      worstEnergyBalanceError,
      unservedWork: unservedWork(engine) - unserved,
      workUnit: engine.servers.structure.workUnit,
      ...(supply.length > 0 ? { supply } : {}),
      ...(powerNotes.trips.length > 0 ? { trips: [...powerNotes.trips] } : {}),
      series: recorder.series(),
    }),
  };
}

/** Plays a scenario to its horizon. `onTick` may end it early by answering false. */
export function runFailure(
  engine: Engine,
  scenario: Scenario,
  horizonSeconds: number,
  onTick?: (playedSeconds: number) => boolean,
): FailureResult {
  const run = startFailureRun(engine, scenario, horizonSeconds);
  while (run.step()) if (onTick?.(run.playedSeconds) === false) break;
  return run.result();
}

function startOutcome(rackId: string, inletCelsius: number, rack: number, margins: Margins): RackOutcome {
  const thresholds = FAILURE_THRESHOLDS.map((name) => {
    const margin = margins[name][rack]!;
    return [name, { limitCelsius: inletCelsius - margin, atSeconds: margin >= 0 ? 0 : null }] as const;
  });
  return {
    rackId,
    startCelsius: inletCelsius,
    peakCelsius: inletCelsius,
    peakAtSeconds: 0,
    rateKelvinPerMinute: Number.NaN,
    thresholds: Object.fromEntries(thresholds) as RackOutcome['thresholds'],
    throttledAtSeconds: null,
    offAtSeconds: null,
    serversOff: 0,
  };
}

/** Peaks and crossings of one tick; a crossing is where the straight line between two ticks passes the limit. */
function noteTick(
  outcome: RackOutcome,
  rack: number,
  recorder: Recorder,
  before: Margins,
  after: Margins,
  from: number,
  to: number,
): void {
  const inlet = recorder.rackInletCelsius(rack);
  if (inlet > outcome.peakCelsius) {
    outcome.peakCelsius = inlet;
    outcome.peakAtSeconds = to;
  }
  for (const name of FAILURE_THRESHOLDS) {
    const threshold = outcome.thresholds[name];
    const last = before[name][rack]!;
    const next = after[name][rack]!;
    if (threshold.atSeconds !== null || !(next >= 0)) continue;
    threshold.atSeconds = from + ((to - from) * -last) / (next - last);
  }
}

/** What heat has done to the servers of a rack by the end of a tick. */
function noteServers(outcome: RackOutcome, rack: number, { servers }: Engine, now: number): void {
  const { groups, structure } = servers;
  let throttled = 0;
  let off = 0;
  for (let c = structure.rackChassisStart[rack]!; c < structure.rackChassisStart[rack + 1]!; c++) {
    throttled += groups.groupThrottled[c]!;
    off += groups.groupOff[c]!;
  }
  if (throttled > 0) outcome.throttledAtSeconds ??= now;
  if (off > 0) outcome.offAtSeconds ??= now;
  outcome.serversOff = off;
}

function unservedWork({ servers }: Engine): number {
  return servers.totals.demandedWork - servers.totals.deliveredWork;
}

function firstOf(racks: readonly RackOutcome[]): Record<FailureThreshold, FirstOutcome | null> {
  const all = FAILURE_THRESHOLDS.map((name) => {
    let first: FirstOutcome | null = null;
    for (const { rackId, thresholds } of racks) {
      const { atSeconds } = thresholds[name];
      if (atSeconds !== null && (first === null || atSeconds < first.atSeconds)) first = { rackId, atSeconds };
    }
    return [name, first] as const;
  });
  return Object.fromEntries(all) as Record<FailureThreshold, FirstOutcome | null>;
}
