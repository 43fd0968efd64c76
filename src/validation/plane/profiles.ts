import { cellIndex } from '../../engine/kernels/mesh';
import { centres } from './lines';
import type { PlaneFlow } from './plane-flow';

export interface Profile {
  /** Coordinate along the line, ends included. */
  readonly at: number[];
  readonly value: number[];
}

/** u along the upright line through the middle of the rectangle; its number of cells along x must be even. */
export function middleU({ mesh, kernels, setup }: PlaneFlow): Profile {
  const inner = Array.from({ length: mesh.nz }, (_, k) => kernels.velocity[0][cellIndex(mesh, mesh.nx / 2, 0, k)]!);
  return { at: [0, ...centres(setup.zFaces), setup.zFaces[mesh.nz]!], value: [0, ...inner, 0] };
}

/** w along the level line through the middle; the number of cells along z must be even. */
export function middleW({ mesh, kernels, setup }: PlaneFlow): Profile {
  const inner = Array.from({ length: mesh.nx }, (_, i) => kernels.velocity[2][cellIndex(mesh, i, 0, mesh.nz / 2)]!);
  return { at: [0, ...centres(setup.xFaces), setup.xFaces[mesh.nx]!], value: [0, ...inner, setup.lidSpeed] };
}

/** Largest value of a profile, from the parabola through its highest point and both neighbours. */
export function peakOf({ at, value }: Profile): number {
  let top = 1;
  for (let n = 1; n + 1 < value.length; n++) if (value[n]! > value[top]!) top = n;
  const [x0, x1, x2] = [at[top - 1]!, at[top]!, at[top + 1]!];
  const [y0, y1, y2] = [value[top - 1]!, value[top]!, value[top + 1]!];
  const slope01 = (y1 - y0) / (x1 - x0);
  const slope12 = (y2 - y1) / (x2 - x1);
  const bend = (slope12 - slope01) / (x2 - x0);
  if (bend >= 0) return y1;
  const x = (x0 + x1) / 2 - slope01 / (2 * bend);
  return y0 + slope01 * (x - x0) + bend * (x - x0) * (x - x1);
}
