import type { Issue } from '../../site/issue';
import type { Site } from '../../site/schema/site';
import { createMesh, type Mesh } from '../kernels/mesh';
import type { FreeFace } from '../kernels/projection';
import { automaticGridLines, type GridLines, gridLines } from './lines';
import { createPort, floorPort, type Port } from './ports';
import { grilleRectangle, openingRectangle, panelRectangle, rackFaceRectangle, ventRectangle } from './rectangles';
import { type SamplePoint, samplePoint } from './sensors';
import { placeSolids } from './solids';

/** The room as cells, and the faces where equipment meets its air. Lists follow the site's order. */
export interface RoomGrid {
  readonly mesh: Mesh;
  readonly lines: GridLines;
  readonly chassisInlets: readonly Port[];
  readonly chassisOutlets: readonly Port[];
  /** Null where the unit returns from the ceiling plenum, or supplies the raised floor. */
  readonly unitReturns: readonly (Port | null)[];
  readonly unitSupplies: readonly (Port | null)[];
  /** Null where a tile is covered by equipment. */
  readonly tiles: readonly (Port | null)[];
  readonly grilles: readonly (Port | null)[];
  /** Null for free openings. */
  readonly pinnedOpenings: readonly (Port | null)[];
  readonly freeFaces: readonly FreeFace[];
  /** Opening of each free face. */
  readonly freeFaceOpening: Int32Array;
  readonly floor: Port | null;
  readonly sensors: readonly (SamplePoint | null)[];
  /** What the cells could not represent. */
  readonly issues: readonly Issue[];
}

const EMPTY_PORT: Port = {
  axis: 0,
  inward: 1,
  area: 0,
  faces: new Int32Array(0),
  cells: new Int32Array(0),
  shares: new Float64Array(0),
  faceAreas: new Float64Array(0),
};

/** Builds the cells of a site. `cellSize` in metres, or null for the finest that keeps within `maxCells`. */
export function buildRoomGrid(site: Site, cellSize: number | null, maxCells: number): RoomGrid {
  const lines = cellSize === null ? automaticGridLines(site, maxCells) : gridLines(site, cellSize);
  const mesh = createMesh(lines.x, lines.y, lines.z);
  const issues: Issue[] = [];
  placeSolids(mesh, site);

  const blocked = (path: string, what: string): Port => {
    issues.push({
      severity: 'error',
      code: 'no-air-path',
      path,
      message: `${what} has no air in front of it.`,
      remedy: 'Move it, or what stands against it, so that at least one air cell is free.',
    });
    return EMPTY_PORT;
  };

  const chassisInlets: Port[] = [];
  const chassisOutlets: Port[] = [];
  site.racks.forEach((rack, r) => {
    rack.contents.forEach((content, n) => {
      const path = `racks[${r}].contents[${n}]`;
      const label = `${rack.name ?? rack.id} / ${content.id}`;
      // On cells too coarse for its own opening a chassis breathes through the whole face of its rack.
      const port = (side: 'front' | 'rear') =>
        createPort(mesh, ventRectangle(rack, content, side)) ?? createPort(mesh, rackFaceRectangle(rack, side));
      chassisInlets.push(port('front') ?? blocked(path, `The inlet of ${label}`));
      chassisOutlets.push(port('rear') ?? blocked(path, `The outlet of ${label}`));
    });
  });

  const unitReturns = site.coolingUnits.map((unit, n) =>
    unit.return.from === 'room'
      ? (createPort(mesh, grilleRectangle(unit, unit.return)) ??
        blocked(`coolingUnits[${n}].return`, `The return of ${unit.name ?? unit.id}`))
      : null,
  );
  const unitSupplies = site.coolingUnits.map((unit, n) =>
    unit.supply.to === 'room'
      ? (createPort(mesh, grilleRectangle(unit, unit.supply)) ??
        blocked(`coolingUnits[${n}].supply`, `The supply of ${unit.name ?? unit.id}`))
      : null,
  );
  const tiles = site.tiles.map((tile) => createPort(mesh, panelRectangle(site, tile, 'floor')));
  const grilles = site.ceilingGrilles.map((grille) => createPort(mesh, panelRectangle(site, grille, 'ceiling')));

  const freeFaces: FreeFace[] = [];
  const freeFaceOpening: number[] = [];
  const pinnedOpenings = site.openings.map((opening, n) => {
    const port =
      createPort(mesh, openingRectangle(site, opening)) ??
      blocked(`openings[${n}]`, `Opening ${opening.name ?? opening.id}`);
    if (opening.flow.kind === 'pinned') return port;
    for (let f = 0; f < port.faces.length; f++) {
      const cell = port.cells[f]!;
      freeFaces.push({
        face: port.faces[f]!,
        axis: port.axis,
        cell,
        inward: port.inward,
        area: port.faceAreas[f]!,
        distance: cellWidth(mesh, port.axis, cell) / 2,
        loss: opening.flow.lossCoefficient * (port.faceAreas[f]! / (port.shares[f]! * port.area)) ** 2,
      });
      freeFaceOpening.push(n);
    }
    return null;
  });

  return {
    mesh,
    lines,
    chassisInlets,
    chassisOutlets,
    unitReturns,
    unitSupplies,
    tiles,
    grilles,
    pinnedOpenings,
    freeFaces,
    issues,
    freeFaceOpening: Int32Array.from(freeFaceOpening),
    floor: site.raisedFloor ? floorPort(mesh) : null,
    sensors: site.sensors.map((sensor) => samplePoint(mesh, sensor.position)),
  };
}

function cellWidth(mesh: Mesh, axis: 0 | 1 | 2, cell: number): number {
  const k = Math.floor(cell / mesh.stride[2]);
  const j = Math.floor((cell - k * mesh.stride[2]) / mesh.stride[1]);
  const i = cell - k * mesh.stride[2] - j * mesh.stride[1];
  return mesh.width[axis][[i, j, k][axis]!]!;
}
