import type { Construction, Fabric } from '../../site/schema/fabric';
import type { Site } from '../../site/schema/site';
import type { Port } from '../grid/ports';
import type { RoomGrid } from '../grid/room-grid';
import { forEachPanelFace } from '../grid/solids';
import { AXES, type Axis, forEachCell, type Mesh } from '../kernels/mesh';
import { type Conduction, createConduction } from './conduction';
import { CONSTRUCTIONS, type Layer, PANELS } from './constructions';
import { CEILING, FLOOR, VERTICAL } from './film';
import { createPlenumMass, type PlenumMass } from './plenum-mass';

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
  /** What lies under the raised floor; null for none. */
  readonly plenum: PlenumMass | null;
}

/** Pieces as they are found, in parallel lists: a hall has tens of thousands. */
interface Found {
  readonly cell: number[];
  readonly area: number[];
  readonly layers: (readonly Layer[])[];
  readonly lies: number[];
  readonly side: number[];
}

/**
 * Pieces of floor, walls and ceiling, of obstacles, which count as walls, and of the panels of aisles. What lies under a
 * port is a hole.
 */
export function createFabricSurfaces(site: Site, grid: RoomGrid): FabricSurfaces {
  const { fabric, walls } = site.room;
  const found: Found = { cell: [], area: [], layers: [], lies: [], side: [] };
  // Surfaces held at a temperature are a mass without end already.
  if (fabric !== undefined && walls.kind !== 'temperature') findPieces(site, fabric, grid, found);
  findPanels(site, grid, found);
  const kinds = [...new Set(found.layers)];
  const conductions = kinds.map(createConduction);
  const conduction = Uint8Array.from(found.layers, (layers) => kinds.indexOf(layers));
  const start = new Int32Array(found.cell.length);
  let slices = 0;
  for (let n = 0; n < start.length; n++) {
    start[n] = slices;
    slices += conductions[conduction[n]!]!.slices;
  }
  return {
    conductions,
    cell: Int32Array.from(found.cell),
    area: Float64Array.from(found.area),
    conduction,
    lies: Uint8Array.from(found.lies),
    start,
    side: Uint8Array.from(found.side),
    slices,
    work: new Float64Array(slices),
    outer: new Float64Array(start.length),
    idleCelsius: new Float64Array(start.length),
    plenum: createPlenumMass(site),
  };
}

function findPieces(site: Site, fabric: Fabric, grid: RoomGrid, found: Found): void {
  const { mesh } = grid;
  const counts = [mesh.nx, mesh.ny, mesh.nz] as const;
  const holes = portFaces(grid);
  const obstacle = obstacleCells(site, mesh);
  const at: [number, number, number] = [0, 0, 0];
  const add = (axis: Axis, upper: boolean, kind: Construction) => {
    const cell = at[0] + mesh.stride[1] * at[1] + mesh.stride[2] * at[2];
    const face = upper ? cell + mesh.stride[axis] : cell;
    if (kind === 'none' || mesh.solid[cell] || holes.has(face * 3 + axis)) return;
    found.cell.push(cell);
    found.area.push(faceArea(mesh, axis, at));
    found.layers.push(CONSTRUCTIONS[kind]);
    found.lies.push(axis < 2 ? VERTICAL : upper ? CEILING : FLOOR);
    found.side.push(2 * axis + (upper ? 1 : 0));
  };
  for (const axis of AXES) {
    const b: Axis = axis === 0 ? 1 : 0;
    const d: Axis = axis === 2 ? 1 : 2;
    for (const upper of [false, true]) {
      at[axis] = upper ? counts[axis] : 1;
      const kind = axis < 2 ? fabric.walls : upper ? fabric.ceiling : fabric.floor;
      for (at[d] = 1; at[d] <= counts[d]; at[d]++) for (at[b] = 1; at[b] <= counts[b]; at[b]++) add(axis, upper, kind);
    }
  }
  if (obstacle === null || fabric.walls === 'none') return;
  forEachCell(mesh, (cell, i, j, k) => {
    if (obstacle[cell] === 0) return;
    const here = [i, j, k] as const;
    for (const axis of AXES) {
      for (const upper of [false, true]) {
        // The air cell beyond this face of the obstacle, whose own face on the other side it is.
        const next = here[axis] + (upper ? 1 : -1);
        if (next < 1 || next > counts[axis]) continue;
        at[0] = i;
        at[1] = j;
        at[2] = k;
        at[axis] = next;
        add(axis, !upper, fabric.walls);
      }
    }
  });
}

/** Both sides of the panels and shut doors of an aisle, each half of the panel. */
function findPanels(site: Site, grid: RoomGrid, found: Found): void {
  const { mesh } = grid;
  for (const containment of site.containments) {
    if (containment.panels === undefined) continue;
    const layers = PANELS[containment.panels];
    forEachPanelFace(mesh, containment, (axis, upperCell) => {
      const lowerCell = upperCell - mesh.stride[axis];
      // A panel that lies along a rack or a unit has air on one side only, or none.
      if (mesh.open[axis][upperCell] === 0 || mesh.solid[upperCell] || mesh.solid[lowerCell]) return;
      const k = Math.floor(upperCell / mesh.stride[2]);
      const j = Math.floor((upperCell - k * mesh.stride[2]) / mesh.stride[1]);
      const i = upperCell - k * mesh.stride[2] - j * mesh.stride[1];
      const area = faceArea(mesh, axis, [i, j, k]);
      for (const upper of [true, false]) {
        found.cell.push(upper ? lowerCell : upperCell);
        found.area.push(area);
        found.layers.push(layers);
        found.lies.push(axis < 2 ? VERTICAL : upper ? CEILING : FLOOR);
        found.side.push(2 * axis + (upper ? 1 : 0));
      }
    });
  }
}

function faceArea(mesh: Mesh, axis: Axis, at: readonly [number, number, number]): number {
  const [b, d]: [Axis, Axis] = axis === 0 ? [1, 2] : axis === 1 ? [0, 2] : [0, 1];
  return mesh.width[b][at[b]]! * mesh.width[d][at[d]]!;
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

/** 1 at solid cells whose centre lies in an obstacle; null where there is none. */
function obstacleCells(site: Site, mesh: Mesh): Uint8Array | null {
  if (site.obstacles.length === 0) return null;
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
