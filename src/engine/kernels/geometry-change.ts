import { AXES, type Axis, type Mesh } from './mesh';

/** Cells and faces, by padded index, in which two rooms on the same grid lines differ. */
export interface GeometryChange {
  /** Cells that became solid, or air. */
  readonly cells: Int32Array;
  /** Faces of each axis whose openness or loss changed. */
  readonly faces: readonly [Int32Array, Int32Array, Int32Array];
}

/** What changes between two rooms; null where their grid lines differ. */
export function geometryChange(from: Mesh, to: Mesh): GeometryChange | null {
  if (!sameLines(from, to)) return null;
  const cells: number[] = [];
  for (let c = 0; c < from.size; c++) if (from.solid[c] !== to.solid[c]) cells.push(c);
  const faces = (axis: Axis) => {
    const changed: number[] = [];
    const [open, loss] = [from.open[axis], from.loss[axis]];
    const [nextOpen, nextLoss] = [to.open[axis], to.loss[axis]];
    for (let c = 0; c < from.size; c++) if (open[c] !== nextOpen[c] || loss[c] !== nextLoss[c]) changed.push(c);
    return Int32Array.from(changed);
  };
  return { cells: Int32Array.from(cells), faces: [faces(0), faces(1), faces(2)] };
}

export function sameLines(a: Mesh, b: Mesh): boolean {
  return AXES.every((axis) => {
    const [p, q] = [a.faces[axis], b.faces[axis]];
    return p.length === q.length && p.every((value, n) => value === q[n]);
  });
}

export function isUnchanged(change: GeometryChange): boolean {
  return change.cells.length + change.faces[0].length + change.faces[1].length + change.faces[2].length === 0;
}

/** Whether any of the changed faces leaks in this mesh. */
export function leaks(mesh: Mesh, change: GeometryChange): boolean {
  return AXES.some((axis) => change.faces[axis].some((c) => mesh.loss[axis][c] !== 0 && mesh.open[axis][c] !== 0));
}
