import type { Site } from '../../site/schema/site';
import type { ReducedModel } from './model';
import { siteDigest } from './site-digest';

/** A text that is no reduced model, or one of another room. */
export class ReducedFormatError extends Error {
  override name = 'ReducedFormatError';
}

const ARRAYS = {
  groupChassisStart: Int32Array,
  groupRack: Int32Array,
  balanceStart: Int32Array,
  balanceLevels: Float64Array,
  loads: Float64Array,
  inletsCelsius: Float64Array,
  levelFlowM3s: Float64Array,
  levelHeatW: Float64Array,
  rowStart: Int32Array,
  giver: Int32Array,
  flowM3s: Float32Array,
  filter: Float32Array,
  surfaceShare: Float64Array,
  nodeGroupM3s: Float64Array,
  openingTakenM3s: Float64Array,
  openingGivenM3s: Float64Array,
  openingCelsius: Float64Array,
  openingPinned: Uint8Array,
  unitFullM3s: Float64Array,
  unitCapacityW: Float64Array,
  fanTablePowerW: Float64Array,
  fanTableM3s: Float64Array,
  airShare: Float64Array,
  massCapacityJK: Float64Array,
  effectiveness: Float64Array,
  lambda: Float64Array,
  frameCapacityJK: Float64Array,
  frameConductanceWK: Float64Array,
} as const;

/** JSON text of a model: typed arrays as lists; NaN and infinite numbers, which JSON has not, as words. */
export function writeReduced(model: ReducedModel): string {
  return `${JSON.stringify(model, (_, value: unknown) => {
    if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, number);
    return number(value);
  })}\n`;
}

function number(value: unknown): unknown {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
}

/** Reads what `writeReduced` wrote, exactly. Throws ReducedFormatError where it is something else. */
export function readReduced(text: string): ReducedModel {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new ReducedFormatError('This is not JSON.');
  }
  if (value?.format !== 'isotherm-reduced') throw new ReducedFormatError('This is no reduced model of Isotherm.');
  if (value.version !== 4) {
    throw new ReducedFormatError(
      `This reduced model has version ${String(value.version)}; make it anew, version 4 is read.`,
    );
  }
  const model: Record<string, unknown> = { ...value, surfaceCelsius: Number(value.surfaceCelsius) };
  for (const [key, Kind] of Object.entries(ARRAYS)) {
    const list = value[key];
    if (!Array.isArray(list)) throw new ReducedFormatError(`This reduced model lacks '${key}'.`);
    model[key] = new Kind(list.map(Number));
  }
  return model as unknown as ReducedModel;
}

/** Whether a model was made from this room: load, set points and fan speeds may differ. */
export function belongsTo(model: ReducedModel, site: Site): boolean {
  return model.siteDigest === siteDigest(site);
}
