import { AXES, type Axis, forEachCell, type Mesh } from '../../../src/engine/kernels/mesh';
import { foamFile, plainList, vectorText } from './foam-text';
import type { FoamPatch } from './patches';

/** The air cells of a mesh as OpenFOAM's polyhedra: text of each file of constant/polyMesh. */
export interface FoamMesh {
  readonly files: Readonly<Record<string, string>>;
  /** OpenFOAM's number of each padded cell; -1 in solids. */
  readonly cellNumber: Int32Array;
  readonly cellCount: number;
}

/**
 * Name of the patch, one face of a wall, that is open to a pressure of 0. Nothing flows through it once the flows of the
 * equipment balance; it gives the pressure a level, without which OpenFOAM would scale the outflows.
 */
export const REFERENCE_PATCH = 'reference';

/** Corners of a face by steps (0 or 1) along the two other axes, in the order that turns its normal along the axis. */
const corners: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

/**
 * The same cells, in the same order, as the engine's air. Faces between two air cells are internal where they are
 * free; every other face is a wall or belongs to a patch. Throws for faces that are neither free nor closed: the
 * case has no part for leaking panels and ducts.
 */
export function foamMesh(mesh: Mesh, patches: readonly FoamPatch[]): FoamMesh {
  const cellNumber = new Int32Array(mesh.size).fill(-1);
  let cellCount = 0;
  forEachCell(mesh, (c) => {
    if (!mesh.solid[c]) cellNumber[c] = cellCount++;
  });

  const pointNumber = new Map<number, number>();
  const points: string[] = [];
  const corner = (i: number, j: number, k: number): number => {
    const key = i + (mesh.nx + 1) * (j + (mesh.ny + 1) * k);
    const known = pointNumber.get(key);
    if (known !== undefined) return known;
    pointNumber.set(key, points.length);
    points.push(vectorText([mesh.faces[0][i]!, mesh.faces[1][j]!, mesh.faces[2][k]!]));
    return points.length - 1;
  };
  /** The face at the lower side of a cell along an axis, its normal along the axis or against it. */
  const faceText = (c: number, axis: Axis, along: boolean): string => {
    const k = Math.floor(c / mesh.stride[2]);
    const j = Math.floor((c - k * mesh.stride[2]) / mesh.stride[1]);
    const i = c - k * mesh.stride[2] - j * mesh.stride[1];
    const first = ((axis + 1) % 3) as Axis;
    const second = ((axis + 2) % 3) as Axis;
    const numbers = corners.map(([p, q]) => {
      const at = [i - 1, j - 1, k - 1] as [number, number, number];
      at[first] += p;
      at[second] += q;
      return corner(...at);
    });
    if (!along) numbers.reverse();
    return `4(${numbers.join(' ')})`;
  };

  const faces: string[] = [];
  const owner: number[] = [];
  const neighbour: number[] = [];
  const walls: { text: string; cell: number }[] = [];
  const taken = new Set(patches.flatMap((patch) => patch.faces.map((face) => `${patch.axis}/${face}`)));
  forEachCell(mesh, (c) => {
    if (mesh.solid[c]) return;
    for (const axis of AXES) {
      const next = c + mesh.stride[axis];
      if (!mesh.solid[next] && mesh.open[axis][next]! > 0) {
        if (mesh.open[axis][next]! < 1 || mesh.loss[axis][next]! > 0) {
          throw new Error(
            'The site has leaking panels or open ducts through racks. Set leakageArea to 0, blankingPanels to true and underRackGap to 0.',
          );
        }
        faces.push(faceText(next, axis, true));
        owner.push(cellNumber[c]!);
        neighbour.push(cellNumber[next]!);
      }
      for (const high of [false, true]) {
        const face = high ? next : c;
        const across = high ? next : c - mesh.stride[axis];
        if ((!mesh.solid[across] && mesh.open[axis][face]! > 0) || taken.has(`${axis}/${face}`)) continue;
        walls.push({ text: faceText(face, axis, high), cell: cellNumber[c]! });
      }
    }
  });

  const boundary: string[] = [];
  const addPatch = (name: string, type: string, count: number) => {
    boundary.push(`${name}\n{\n    type ${type};\n    nFaces ${count};\n    startFace ${faces.length};\n}`);
  };
  for (const patch of patches) {
    addPatch(patch.name, 'patch', patch.faces.length);
    patch.faces.forEach((face, n) => {
      // Normals of the boundary point out of the room.
      faces.push(faceText(face, patch.axis, patch.inward < 0));
      owner.push(cellNumber[patch.cells[n]!]!);
    });
  }
  const reference = walls.pop();
  if (reference === undefined) throw new Error('The room has no wall.');
  addPatch(REFERENCE_PATCH, 'patch', 1);
  faces.push(reference.text);
  owner.push(reference.cell);
  addPatch('walls', 'wall', walls.length);
  for (const wall of walls) {
    faces.push(wall.text);
    owner.push(wall.cell);
  }

  const at = 'constant/polyMesh';
  const counts = `note "nPoints:${points.length} nCells:${cellCount} nFaces:${faces.length} nInternalFaces:${neighbour.length}";`;
  const labels = (object: string, values: readonly number[]) =>
    foamFile('labelList', at, object, plainList(values)).replace('    format', `    ${counts}\n    format`);
  return {
    cellNumber,
    cellCount,
    files: {
      points: foamFile('vectorField', at, 'points', plainList(points)),
      faces: foamFile('faceList', at, 'faces', plainList(faces)),
      owner: labels('owner', owner),
      neighbour: labels('neighbour', neighbour),
      boundary: foamFile('polyBoundaryMesh', at, 'boundary', plainList(boundary)),
    },
  };
}
