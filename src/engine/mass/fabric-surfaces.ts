import type { Construction } from '../../site/schema/fabric';
import type { Site } from '../../site/schema/site';
import type { Port } from '../grid/ports';
import type { RoomGrid } from '../grid/room-grid';
import { AXES, type Axis, forEachCell, type Mesh } from '../kernels/mesh';
import { type Conduction, createConduction } from './conduction';
import { CONSTRUCTIONS } from './constructions';
import { CEILING, FLOOR, VERTICAL } from './film';

/** The pieces of the room's surfaces that take up heat: one for each grid face where one meets air. */
export interface FabricSurfaces {
  readonly conductions: readonly Conduction[];
  /** By piece: air cell, area in m², index of its conduction, how it lies, first of its slices. */
  readonly cell: Int32Array;
  readonly area: Float64Array;
  readonly conduction: Uint8Array;
  readonly lies: Uint8Array;
  readonly start: Int32Array;
  /** Which face of its cell it is: 2 axis, + 1 on the upper side. */
  readonly side: Uint8Array;
  readonly slices: number;
  /** Work of one step, by slice and by piece. */
  readonly work: Float64Array;
  readonly outer: Float64Array;
  readonly idleCelsius: Float64Array;
}

interface Piece {
  cell: number;
  area: number;
  kind: Construction;
  lies: number;
  side: number;
}

/** Pieces of floor, walls and ceiling, and of obstacles, which count as walls. What lies under a port is a hole. */
export function createFabricSurfaces(site: Site, grid: RoomGrid): FabricSurfaces {
  const { fabric, walls } = site.room;
  // Surfaces held at a temperature are a mass without end already.
  const pieces = fabric === undefined || walls.kind === 'temperature' ? [] : findPieces(site, grid);
  const kinds = [...new Set(pieces.map(({ kind }) => kind))].filter((kind) => kind !== 'none');
  const conductions = kinds.map((kind) => createConduction(CONSTRUCTIONS[kind]));
  const held = pieces.filter(({ kind }) => kind !== 'none');
  const conduction = Uint8Array.from(held, ({ kind }) => kinds.indexOf(kind as (typeof kinds)[number]));
  const start = new Int32Array(held.length);
  let slices = 0;
  for (let n = 0; n < held.length; n++) {
    start[n] = slices;
    slices += conductions[conduction[n]!]!.slices;
  }
  return {
    conductions,
    cell: Int32Array.from(held, ({ cell }) => cell),
    area: Float64Array.from(held, ({ area }) => area),
    conduction,
    lies: Uint8Array.from(held, ({ lies }) => lies),
    start,
    side: Uint8Array.from(held, ({ side }) => side),
    slices,
    work: new Float64Array(slices),
    outer: new Float64Array(held.length),
    idleCelsius: new Float64Array(held.length),
  };
}

function findPieces(site: Site, grid: RoomGrid): Piece[] {
  const { mesh } = grid;
  const fabric = site.room.fabric!;
  const holes = portFaces(grid);
  const obstacle = obstacleCells(site, mesh);
  const counts = [mesh.nx, mesh.ny, mesh.nz] as const;
  const pieces: Piece[] = [];
  forEachCell(mesh, (cell, i, j, k) => {
    if (mesh.solid[cell]) return;
    const at = [i, j, k] as const;
    for (const axis of AXES) {
      for (const side of [-1, 1] as const) {
        const border = side < 0 ? at[axis] === 1 : at[axis] === counts[axis];
        const neighbour = cell + side * mesh.stride[axis];
        if (!border && !obstacle[neighbour]) continue;
        const face = side < 0 ? cell : neighbour;
        if (holes.has(face * 3 + axis)) continue;
        const lies = axis < 2 ? VERTICAL : side < 0 ? FLOOR : CEILING;
        const kind = !border || lies === VERTICAL ? fabric.walls : lies === FLOOR ? fabric.floor : fabric.ceiling;
        pieces.push({ cell, area: faceArea(mesh, axis, at), kind, lies, side: 2 * axis + (side > 0 ? 1 : 0) });
      }
    }
  });
  return pieces;
}

function faceArea(mesh: Mesh, axis: Axis, at: readonly [number, number, number]): number {
  let area = 1;
  for (const other of AXES) if (other !== axis) area *= mesh.width[other][at[other]]!;
  return area;
}

/** Faces of tiles, grilles and openings, as face * 3 + axis. */
function portFaces(grid: RoomGrid): Set<number> {
  const holes = new Set<number>();
  const add = (port: Port | null) => {
    if (port !== null) for (const face of port.faces) holes.add(face * 3 + port.axis);
  };
  for (const ports of [grid.tiles, grid.grilles, grid.pinnedOpenings]) for (const port of ports) add(port);
  for (const free of grid.freeFaces) holes.add(free.face * 3 + free.axis);
  return holes;
}

/** 1 at solid cells whose centre lies in an obstacle. */
function obstacleCells(site: Site, mesh: Mesh): Uint8Array {
  const inside = new Uint8Array(mesh.size);
  const centre = (axis: Axis, index: number) => (mesh.faces[axis][index - 1]! + mesh.faces[axis][index]!) / 2;
  forEachCell(mesh, (cell, i, j, k) => {
    if (!mesh.solid[cell]) return;
    const [x, y, z] = [centre(0, i), centre(1, j), centre(2, k)];
    for (const { min, max } of site.obstacles) {
      if (x > min.x && x < max.x && y > min.y && y < max.y && z > min.z && z < max.z) inside[cell] = 1;
    }
  });
  return inside;
}
