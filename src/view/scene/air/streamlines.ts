import type { Frame } from '../../../frame/layout';
import { type AirGrid, cellIndexAt, isInside, sampleTemperature, sampleVelocity } from '../field/air-field';
import type { AirSource } from './air-sources';

/** Length of one segment, m: about a cell of a common grid. */
const STEP_METRES = 0.08;
const MAX_METRES = 9;
/** A line ends where the air all but stands, m/s. */
const MIN_SPEED_MS = 0.04;
/** Floats of one point: place and temperature. */
export const POINT_STRIDE = 4;

export interface Seed {
  x: number;
  y: number;
  z: number;
}

/** Element `i` of the van der Corput sequence in a base: even cover with any count. */
function vanDerCorput(i: number, base: number): number {
  let value = 0;
  let share = 1 / base;
  for (let n = i; n > 0; n = Math.floor(n / base)) {
    value += (n % base) * share;
    share /= base;
  }
  return value;
}

/** Starting points spread over the sources, more where more air enters; each source has at least one. */
export function streamlineSeeds(sources: readonly AirSource[], wanted: number): Seed[] {
  const flow = sources.reduce((sum, source) => sum + source.airflowM3s, 0);
  return sources.flatMap(({ centre, along, up, airflowM3s }) => {
    const count = Math.max(1, Math.round((wanted * airflowM3s) / flow));
    return Array.from({ length: count }, (_, i) => {
      const a = vanDerCorput(i + 1, 2) - 0.5;
      const b = vanDerCorput(i + 1, 3) - 0.5;
      return {
        x: centre.x + a * along.x + b * up.x,
        y: centre.y + a * along.y + b * up.y,
        z: centre.z + a * along.z + b * up.z,
      };
    });
  });
}

const here = new Float32Array(3);
const middle = new Float32Array(3);

/** Points (x, y, z, °C) of the line that the air draws from a seed: second-order steps of equal length. */
export function traceStreamline(grid: AirGrid, frame: Frame, seed: Seed): Float32Array {
  const points: number[] = [];
  let { x, y, z } = seed;
  for (let length = 0; length < MAX_METRES; length += STEP_METRES) {
    if (!isInside(grid, x, y, z) || grid.solid[cellIndexAt(grid, x, y, z)]) break;
    points.push(x, y, z, sampleTemperature(grid, frame, x, y, z));
    sampleVelocity(grid, frame, x, y, z, here);
    const speed = Math.hypot(here[0]!, here[1]!, here[2]!);
    if (speed < MIN_SPEED_MS) break;
    const half = STEP_METRES / 2 / speed;
    sampleVelocity(grid, frame, x + here[0]! * half, y + here[1]! * half, z + here[2]! * half, middle);
    const middleSpeed = Math.hypot(middle[0]!, middle[1]!, middle[2]!);
    if (middleSpeed < MIN_SPEED_MS) break;
    const step = STEP_METRES / middleSpeed;
    x += middle[0]! * step;
    y += middle[1]! * step;
    z += middle[2]! * step;
  }
  return Float32Array.from(points);
}
