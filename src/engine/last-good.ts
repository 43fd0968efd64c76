import { resumeSnapshot, type Snapshot, takeSnapshot } from './snapshot';
import type { Engine, EngineOptions } from './state';

/** Ticks between two states that are kept. */
const KEEP_EVERY_TICKS = 30;

/** An inlet beyond this is no room that anyone would go back to, though its numbers may still be finite, °C. */
const PLAUSIBLE_CELSIUS = 200;

/**
 * The last states of a run that were good, in buffers that are written over in turn. What diverges has often begun to a
 * few ticks before it is seen: so the older of two is what a run goes back to.
 */
export interface LastGood {
  /** Keeps the state if it is time to and the state is good. Call it after a tick, and when the air has settled. */
  note(engine: Engine): void;
  /** Simulated time of the state that `restore` gives, s; null where there is none. */
  readonly seconds: number | null;
  /** A new engine at the state before the last; null where none was kept. */
  restore(): Engine | null;
  forget(): void;
}

export function createLastGood(): LastGood {
  let older: Snapshot | null = null;
  let newer: Snapshot | null = null;
  /** Those of the run itself: a snapshot leaves out what belongs to the machine. */
  let options: EngineOptions | null = null;
  const secondsOf = (snapshot: Snapshot) => snapshot.state.simulatedSeconds as number;
  const ticksOf = (snapshot: Snapshot) => snapshot.state.tick as number;
  return {
    note(engine) {
      if (newer !== null && newer.site === engine.site && engine.tick - ticksOf(newer) < KEEP_EVERY_TICKS) return;
      if (!isPlausible(engine)) return;
      const freed: Snapshot | null = older;
      // After an edit the states of the former document are no way back any more.
      older = newer?.document === engine.failures.document ? newer : null;
      newer = takeSnapshot(engine, freed ?? undefined);
      options = engine.options;
    },
    get seconds() {
      const kept = older ?? newer;
      return kept === null ? null : secondsOf(kept);
    },
    restore() {
      const kept = older ?? newer;
      if (kept === null) return null;
      newer = kept;
      older = null;
      return resumeSnapshot(options === null ? kept : { ...kept, options });
    },
    forget() {
      older = null;
      newer = null;
    },
  };
}

function isPlausible(engine: Engine): boolean {
  const { chassisInletCelsius } = engine;
  for (let n = 0; n < chassisInletCelsius.length; n++) {
    if (!(Math.abs(chassisInletCelsius[n]!) < PLAUSIBLE_CELSIUS)) return false;
  }
  return true;
}

/** From now on the air steps of a run are `factor` times as long: shorter ones hold where a jet or a gap is too fast. */
export function scaleAirSteps(engine: Engine, factor: number): void {
  const airStepScale = (engine.options.airStepScale ?? 1) * factor;
  Object.assign(engine, { options: { ...engine.options, airStepScale } });
}
