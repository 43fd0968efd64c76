import type { Frame, FrameLayout } from '../../../frame/layout';
import { type AxisLookup, cellAt, centreFraction, createAxisLookup, lowerCentre } from './axis-lookup';

/** The cells of one layout, ready to be sampled at any point of the room. */
export interface AirGrid {
  readonly x: AxisLookup;
  readonly y: AxisLookup;
  readonly z: AxisLookup;
  readonly solid: Uint8Array;
}

const grids = new WeakMap<FrameLayout, AirGrid>();

/** Grid of a layout; made once and kept as long as the layout lives. */
export function airGridOf(layout: FrameLayout): AirGrid {
  let grid = grids.get(layout);
  if (grid === undefined) {
    grid = {
      x: createAxisLookup(layout.xFaces),
      y: createAxisLookup(layout.yFaces),
      z: createAxisLookup(layout.zFaces),
      solid: layout.solid,
    };
    grids.set(layout, grid);
  }
  return grid;
}

export function cellIndexAt(grid: AirGrid, x: number, y: number, z: number): number {
  return cellAt(grid.x, x) + grid.x.count * (cellAt(grid.y, y) + grid.y.count * cellAt(grid.z, z));
}

export function isInside(grid: AirGrid, x: number, y: number, z: number): boolean {
  return (
    x >= grid.x.faces[0]! &&
    x <= grid.x.faces[grid.x.count]! &&
    y >= grid.y.faces[0]! &&
    y <= grid.y.faces[grid.y.count]! &&
    z >= grid.z.faces[0]! &&
    z <= grid.z.faces[grid.z.count]!
  );
}

/** Weight of the eight cells around a point, and where they are; reused between samples. */
const corner = new Int32Array(8);
const weight = new Float64Array(8);

function gatherCorners(grid: AirGrid, x: number, y: number, z: number): void {
  const i = lowerCentre(grid.x, x);
  const j = lowerCentre(grid.y, y);
  const k = lowerCentre(grid.z, z);
  const fx = centreFraction(grid.x, i, x);
  const fy = centreFraction(grid.y, j, y);
  const fz = centreFraction(grid.z, k, z);
  const stepX = grid.x.count > 1 ? 1 : 0;
  const stepY = grid.y.count > 1 ? grid.x.count : 0;
  const stepZ = grid.z.count > 1 ? grid.x.count * grid.y.count : 0;
  const origin = i + grid.x.count * (j + grid.y.count * k);
  for (let c = 0; c < 8; c++) {
    corner[c] = origin + (c & 1) * stepX + ((c >> 1) & 1) * stepY + (c >> 2) * stepZ;
    weight[c] = (c & 1 ? fx : 1 - fx) * (c & 2 ? fy : 1 - fy) * (c & 4 ? fz : 1 - fz);
  }
}

/** Velocity at a point (m/s) into `out[0..2]`: trilinear, at rest inside solids. */
export function sampleVelocity(grid: AirGrid, frame: Frame, x: number, y: number, z: number, out: Float32Array): void {
  const { velocityX, velocityY, velocityZ } = frame.blocks;
  gatherCorners(grid, x, y, z);
  let u = 0;
  let v = 0;
  let w = 0;
  for (let c = 0; c < 8; c++) {
    const cell = corner[c]!;
    if (grid.solid[cell]) continue;
    const share = weight[c]!;
    u += share * velocityX[cell]!;
    v += share * velocityY[cell]!;
    w += share * velocityZ[cell]!;
  }
  out[0] = u;
  out[1] = v;
  out[2] = w;
}

/** Air temperature at a point, °C: trilinear over the air cells around it, NaN inside a solid. */
export function sampleTemperature(grid: AirGrid, frame: Frame, x: number, y: number, z: number): number {
  if (grid.solid[cellIndexAt(grid, x, y, z)]) return Number.NaN;
  const { temperature } = frame.blocks;
  gatherCorners(grid, x, y, z);
  let sum = 0;
  let total = 0;
  for (let c = 0; c < 8; c++) {
    const cell = corner[c]!;
    if (grid.solid[cell]) continue;
    sum += weight[c]! * temperature[cell]!;
    total += weight[c]!;
  }
  return sum / total;
}
