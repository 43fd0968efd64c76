import type { Point } from '../../site/schema/geometry';
import { cellIndex, type Mesh } from '../kernels/mesh';
import type { Field } from '../kernels/velocity';
import { cellAt } from './lines';

/** Eight cells around a point with weights that sum to 1; solids have weight 0. */
export interface SamplePoint {
  readonly cells: Int32Array;
  readonly weights: Float64Array;
}

/** Trilinear sampling of cell values at a point; null where no air is near. */
export function samplePoint(mesh: Mesh, point: Point): SamplePoint | null {
  const at = [point.x, point.y, point.z] as const;
  const pairs = ([0, 1, 2] as const).map((axis) => {
    const faces = mesh.faces[axis];
    const last = faces.length - 2;
    const here = cellAt(faces, at[axis]);
    const centre = (faces[here]! + faces[here + 1]!) / 2;
    const other = Math.min(Math.max(at[axis] < centre ? here - 1 : here + 1, 0), last);
    const otherCentre = (faces[other]! + faces[other + 1]!) / 2;
    const share = other === here ? 0 : Math.min(1, Math.abs(at[axis] - centre) / Math.abs(otherCentre - centre));
    return [
      [here, 1 - share],
      [other, share],
    ] as const;
  });
  const cells: number[] = [];
  const weights: number[] = [];
  let sum = 0;
  for (const [k, wk] of pairs[2]!) {
    for (const [j, wj] of pairs[1]!) {
      for (const [i, wi] of pairs[0]!) {
        const c = cellIndex(mesh, i, j, k);
        const weight = mesh.solid[c] ? 0 : wi * wj * wk;
        cells.push(c);
        weights.push(weight);
        sum += weight;
      }
    }
  }
  if (sum <= 0) return null;
  return { cells: Int32Array.from(cells), weights: Float64Array.from(weights, (w) => w / sum) };
}

export function sampleCells(sample: SamplePoint, values: Field): number {
  let sum = 0;
  for (let n = 0; n < sample.cells.length; n++) sum += sample.weights[n]! * values[sample.cells[n]!]!;
  return sum;
}
