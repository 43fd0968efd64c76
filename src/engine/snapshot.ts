import type { Site } from '../site/schema/site';
import { givePrediction } from './control/cooling-control';
import { createState } from './create-state';
import type { Failures } from './failures/state';
import type { Field } from './kernels/velocity';
import { setRoomLosses } from './power/room-heat';
import type { ReducedModel } from './reduced/model';
import { belongsTo } from './reduced/store';
import type { Engine, EngineOptions } from './state';

/** A value that a snapshot can hold. */
type Held = number | string | boolean | null | ArrayBufferView | { [key: string]: Held };

/** Everything that a run needs to go on exactly where it was, as plain data that structured clone and JSON-like stores take. */
export interface Snapshot {
  site: Site;
  /** The site without what has failed in it. */
  document: Site;
  options: EngineOptions;
  /** By which predictive control foresees; never written to, so not copied. */
  reducedModel: ReducedModel | null;
  state: { [key: string]: Held };
}

/** Parts of the engine that have history; the rest follows from the document. */
const PARTS = [
  'seed',
  'air',
  'temperature',
  'flows',
  'servers',
  'plant',
  'control',
  'power',
  'dispatchState',
  'noise',
  'chassisInletCelsius',
  'unitReturnCelsius',
  'sensorCelsius',
  'demandLevel',
  'tick',
  'simulatedSeconds',
  'steps',
  'settling',
  'coarse',
  'underfloor',
  'fabric',
  'measures',
  'heatMemory',
  'turbulence',
  'inflowCelsius',
] as const;

/** Copies a value; where `into` is a copy of the same shape, its buffers are used again. */
function copyOf(value: unknown, into?: Held): Held {
  if (ArrayBuffer.isView(value)) {
    if (!ArrayBuffer.isView(into) || into.byteLength !== value.byteLength) {
      return (value as unknown as { slice(): ArrayBufferView }).slice();
    }
    (into as unknown as { set(values: unknown): void }).set(value);
    return into;
  }
  if (value === null || typeof value !== 'object') return value as Held;
  const held: { [key: string]: Held } = isGroup(into) ? into : {};
  for (const [key, item] of Object.entries(value)) {
    if (key !== 'structure' && typeof item !== 'function') held[key] = copyOf(item, held[key]);
  }
  return held;
}

function isGroup(held: Held | undefined): held is { [key: string]: Held } {
  return typeof held === 'object' && held !== null && !ArrayBuffer.isView(held);
}

/** What the turbulence model remembers. */
function turbulenceOf({ room: { kernels } }: Engine): { energy: Field; dissipation: Field } {
  return { energy: kernels.turbulentEnergy, dissipation: kernels.dissipation };
}

function restoreInto(target: Record<string, unknown>, held: { [key: string]: Held }): void {
  for (const [key, value] of Object.entries(held)) {
    const current = target[key];
    if (ArrayBuffer.isView(current) && ArrayBuffer.isView(value)) {
      (current as unknown as { set(values: unknown): void }).set(value);
    } else if (current !== null && typeof current === 'object' && value !== null && typeof value === 'object') {
      restoreInto(current as Record<string, unknown>, value as { [key: string]: Held });
    } else {
      target[key] = value;
    }
  }
}

/**
 * Copies the state of a run. The viscosity of the air is kept too: the heat of the next step reads it. A snapshot of the
 * same layout that is no longer wanted may be given: it is written over, so that no memory is asked for.
 */
export function takeSnapshot(engine: Engine, over?: Snapshot): Snapshot {
  const parts: Record<string, unknown> = {
    ...engine,
    heatMemory: engine.room.kernels.viscosity,
    turbulence: turbulenceOf(engine),
    inflowCelsius: { tiles: engine.inflows.tilesCelsius, floorFaces: engine.inflows.floorFacesCelsius },
  };
  const state: { [key: string]: Held } = over?.site === engine.site ? over.state : {};
  for (const part of PARTS) state[part] = copyOf(parts[part], state[part]);
  const { document, ...failures } = engine.failures;
  state.failures = structuredClone(failures) as unknown as Held;
  // Threads belong to this place, and results do not depend on them.
  const { threads: _, ...options } = engine.options;
  return { site: engine.site, document, options, reducedModel: engine.reducedModel, state };
}

/** A new engine that goes on where the snapshot was taken, to the byte. */
export function resumeSnapshot(snapshot: Snapshot): Engine {
  const engine = createState(snapshot.site, snapshot.options);
  const { heatMemory, turbulence, inflowCelsius, failures, ...state } = snapshot.state;
  engine.reducedModel = snapshot.reducedModel;
  if (engine.reducedModel !== null && belongsTo(engine.reducedModel, engine.site)) {
    givePrediction(engine.control, engine.site, engine.reducedModel);
  }
  restoreInto(engine as unknown as Record<string, unknown>, state as { [key: string]: Held });
  engine.failures = {
    ...(structuredClone(failures) as unknown as Omit<Failures, 'document'>),
    document: snapshot.document,
  };
  setRoomLosses(engine.room.losses, engine.power);
  engine.room.kernels.viscosity.set(heatMemory as Field);
  restoreInto(turbulenceOf(engine), turbulence as { [key: string]: Held });
  const floor = inflowCelsius as { tiles: Float64Array; floorFaces: Float64Array };
  engine.inflows.tilesCelsius.set(floor.tiles);
  engine.inflows.floorFacesCelsius.set(floor.floorFaces);
  return engine;
}
