import type { AirGrid } from './air-field';
import { type AxisLookup, cellAt, centreFraction, lowerCentre } from './axis-lookup';

export type Axis = 'x' | 'y' | 'z';

/** The two axes that span a plane across `axis`: the one along the texture's rows first. */
export function planeAxes(grid: AirGrid, axis: Axis): { u: AxisLookup; v: AxisLookup; normal: AxisLookup } {
  if (axis === 'x') return { u: grid.y, v: grid.z, normal: grid.x };
  if (axis === 'y') return { u: grid.x, v: grid.z, normal: grid.y };
  return { u: grid.x, v: grid.y, normal: grid.z };
}

function strides(grid: AirGrid, axis: Axis): { u: number; v: number; normal: number } {
  const row = grid.x.count;
  const layer = grid.x.count * grid.y.count;
  if (axis === 'x') return { u: row, v: layer, normal: 1 };
  if (axis === 'y') return { u: 1, v: layer, normal: row };
  return { u: 1, v: row, normal: layer };
}

/**
 * Temperatures (°C) on the plane `axis = coordinate`, one for each cell that it cuts, `u` fastest; NaN in solids.
 * Between two layers of cells it interpolates; beside a solid it keeps the value of its own cell.
 */
export function sampleSlice(
  grid: AirGrid,
  temperature: Float32Array,
  axis: Axis,
  coordinate: number,
  out: Float32Array,
): void {
  const { u, v, normal } = planeAxes(grid, axis);
  const stride = strides(grid, axis);
  const own = cellAt(normal, coordinate);
  const lower = lowerCentre(normal, coordinate);
  const upperShare = centreFraction(normal, lower, coordinate);
  const other = own === lower ? Math.min(lower + 1, normal.count - 1) : lower;
  const otherShare = own === lower ? upperShare : 1 - upperShare;
  for (let j = 0; j < v.count; j++) {
    for (let i = 0; i < u.count; i++) {
      const base = i * stride.u + j * stride.v;
      const cell = base + own * stride.normal;
      const neighbour = base + other * stride.normal;
      let value = Number.NaN;
      if (!grid.solid[cell]) {
        value = temperature[cell]!;
        if (!grid.solid[neighbour]) value += otherShare * (temperature[neighbour]! - value);
      }
      out[i + u.count * j] = value;
    }
  }
}
