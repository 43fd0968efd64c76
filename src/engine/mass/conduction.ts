import type { Layer } from './constructions';

/** Depth of the first slice of a layer, m; each slice behind is twice as deep as the one before. */
const FIRST_SLICE_METRES = 0.004;

/**
 * Heat conduction into one square metre of a layered wall: slices of given heat capacity in a row, nothing behind the
 * last. The last three tables belong to one time step and are renewed when it changes.
 */
export interface Conduction {
  readonly slices: number;
  /** Heat capacity of each slice, J/(m² K). */
  readonly capacity: Float64Array;
  /** From the surface to the middle of the first slice, W/(m² K). */
  readonly surfaceConductance: number;
  /** From the middle of slice n to that of slice n + 1, W/(m² K); 0 behind the last. */
  readonly conductance: Float64Array;
  dtSeconds: number;
  /** capacity / dt, W/(m² K). */
  readonly inertia: Float64Array;
  /** What a slice and all behind it take up for each kelvin that it warms in the step, W/(m² K). */
  readonly uptake: Float64Array;
  /** Share of the new temperature of the slice in front in that of the slice. */
  readonly follow: Float64Array;
}

interface Slice {
  readonly depth: number;
  readonly layer: Layer;
}

function slicesOf(layer: Layer): Slice[] {
  const slices: Slice[] = [];
  let left = layer.thicknessMetres;
  for (let depth = FIRST_SLICE_METRES; left > 1e-9; depth *= 2) {
    // What remains behind would be thinner than the slice itself: one slice takes it all.
    const taken = left < 2 * depth ? left : depth;
    slices.push({ depth: taken, layer });
    left -= taken;
  }
  return slices;
}

export function createConduction(layers: readonly Layer[]): Conduction {
  const slices = layers.flatMap(slicesOf);
  const half = ({ depth, layer }: Slice) => depth / 2 / layer.conductivity;
  const table = () => new Float64Array(slices.length);
  return {
    slices: slices.length,
    capacity: Float64Array.from(slices, ({ depth, layer }) => depth * layer.heatCapacity),
    surfaceConductance: 1 / half(slices[0]!),
    conductance: Float64Array.from(slices, (slice, n) =>
      n + 1 < slices.length ? 1 / (half(slice) + half(slices[n + 1]!)) : 0,
    ),
    dtSeconds: Number.NaN,
    inertia: table(),
    uptake: table(),
    follow: table(),
  };
}

/** Brings the tables to a time step: the slices seen from the last one forwards, each with all behind it eliminated. */
export function setConductionStep(wall: Conduction, dtSeconds: number): void {
  if (wall.dtSeconds === dtSeconds) return;
  wall.dtSeconds = dtSeconds;
  const { capacity, conductance, inertia, uptake, follow, slices } = wall;
  for (let n = slices - 1; n >= 0; n--) {
    inertia[n] = capacity[n]! / dtSeconds;
    const behind = n + 1 < slices ? conductance[n]! * (1 - follow[n + 1]!) : 0;
    uptake[n] = inertia[n]! + behind;
    follow[n] = n === 0 ? 0 : conductance[n - 1]! / (conductance[n - 1]! + uptake[n]!);
  }
}

/**
 * First half of an implicit step of the wall whose slices stand at `start` in `celsius`: eliminates every slice behind
 * the first. Leaves in `work` what the second half needs. Returns the temperature at which the wall would take up
 * nothing in this step, °C: seen from the room it is that temperature behind a conductance of `uptake[0]`.
 */
export function eliminateSlices(wall: Conduction, celsius: Float64Array, work: Float64Array, start: number): number {
  const { inertia, conductance, uptake, follow, slices } = wall;
  let carried = 0;
  for (let n = slices - 1; n > 0; n--) {
    carried = ((inertia[n]! * celsius[start + n]! + conductance[n]! * carried) * (1 - follow[n]!)) / uptake[n]!;
    work[start + n] = carried;
  }
  return (inertia[0]! * celsius[start]! + conductance[0]! * carried) / uptake[0]!;
}

/** Second half: `firstCelsius` is the new temperature of the first slice; the others follow. */
export function advanceSlices(
  wall: Conduction,
  celsius: Float64Array,
  work: Float64Array,
  start: number,
  firstCelsius: number,
): void {
  celsius[start] = firstCelsius;
  for (let n = 1; n < wall.slices; n++) {
    celsius[start + n] = wall.follow[n]! * celsius[start + n - 1]! + work[start + n]!;
  }
}
