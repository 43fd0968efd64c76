import { type Axis, cellIndex, type Mesh } from '../kernels/mesh';
import { cellAt, nearestFace } from './lines';
import type { Rectangle } from './rectangles';

/** Faces through which a body, a plenum or the outside exchanges a known flow with the room's air. */
export interface Port {
  readonly axis: Axis;
  /** +1 where the positive axis points from the body into the air. */
  readonly inward: 1 | -1;
  /** Padded index of each face. */
  readonly faces: Int32Array;
  /** Padded index of the air cell at each face. */
  readonly cells: Int32Array;
  /** Share of the port's flow through each face; sums to 1. */
  readonly shares: Float64Array;
  /** Area of each grid face, m². */
  readonly faceAreas: Float64Array;
  /** Area of the port that meets air, m². */
  readonly area: number;
}

const axisOf = { x: 0, y: 1, z: 2 } as const;
const axisName = ['x', 'y', 'z'] as const;

/**
 * The faces that a rectangle covers where there is air in front of it, shares by covered area.
 * A rectangle narrower than a cell still takes the face that it lies in. Null where no air meets it.
 */
export function createPort(mesh: Mesh, rectangle: Rectangle): Port | null {
  const axis: Axis = axisOf[rectangle.facing[0] as 'x' | 'y' | 'z'];
  const inward = rectangle.facing[1] === '+' ? 1 : -1;
  const b: Axis = axis === 0 ? 1 : 0;
  const d: Axis = axis === 2 ? 1 : 2;
  const plane = nearestFace(mesh.faces[axis], rectangle.min[axisName[axis]]);
  const count = mesh.faces[axis].length - 1;
  const cellAlong = inward > 0 ? plane : plane - 1;
  if (cellAlong < 0 || cellAlong >= count) return null;

  const faces: number[] = [];
  const cells: number[] = [];
  const covered: number[] = [];
  const areas: number[] = [];
  const position: [number, number, number] = [0, 0, 0];
  const overB = overlaps(mesh.faces[b], rectangle.min[axisName[b]], rectangle.max[axisName[b]]);
  const overD = overlaps(mesh.faces[d], rectangle.min[axisName[d]], rectangle.max[axisName[d]]);
  for (const [q, lengthD] of overD) {
    for (const [p, lengthB] of overB) {
      position[axis] = cellAlong;
      position[b] = p;
      position[d] = q;
      const cell = cellIndex(mesh, position[0], position[1], position[2]);
      if (mesh.solid[cell]) continue;
      const face = inward > 0 ? cell : cell + mesh.stride[axis];
      if (mesh.open[axis][face]! > 0) continue;
      faces.push(face);
      cells.push(cell);
      covered.push(lengthB * lengthD);
      areas.push(mesh.width[b][p + 1]! * mesh.width[d][q + 1]!);
    }
  }
  const area = covered.reduce((sum, a) => sum + a, 0);
  if (area <= 0) return null;
  const shares = new Float64Array(covered);
  for (let n = 0; n < shares.length; n++) shares[n] = covered[n]! / area;
  return {
    axis,
    inward,
    area,
    faces: new Int32Array(faces),
    cells: new Int32Array(cells),
    shares,
    faceAreas: new Float64Array(areas),
  };
}

/** Cells of one axis that the range [from, to] covers, with the covered length. */
function overlaps(faces: Float64Array, from: number, to: number): [number, number][] {
  const result: [number, number][] = [];
  for (let i = cellAt(faces, from); i + 1 < faces.length && faces[i]! < to; i++) {
    const length = Math.min(to, faces[i + 1]!) - Math.max(from, faces[i]!);
    if (length > 1e-6) result.push([i, length]);
  }
  return result;
}

/** A port over every free face of the floor, for leakage spread over it. */
export function floorPort(mesh: Mesh): Port | null {
  return createPort(mesh, {
    min: { x: 0, y: 0, z: 0 },
    max: { x: mesh.faces[0][mesh.nx]!, y: mesh.faces[1][mesh.ny]!, z: 0 },
    facing: 'z+',
  });
}
