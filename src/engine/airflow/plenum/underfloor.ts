import { coolingUnitBox, faceDirection } from '../../../site/footprint';
import type { Site } from '../../../site/schema/site';
import { perforatedLoss } from '../../grid/perforated-loss';
import type { Port } from '../../grid/ports';
import type { RoomGrid } from '../../grid/room-grid';
import { createPlenumCells, type PlenumCells } from './cells';
import {
  createPlenumAir,
  createPlenumWork,
  type PlenumAir,
  type PlenumDrive,
  type PlenumWork,
  SEAM_LOSS,
} from './flow';
import { plenumLines } from './lines';
import { createPlenumMixing, type PlenumMixing } from './mixing';
import type { Outlets } from './outlets';

/** Shares of things that lie over several cells: entries start[n] to start[n + 1] belong to thing n. */
export interface Spread {
  readonly start: Int32Array;
  readonly cell: Int32Array;
  readonly share: Float64Array;
}

/** The two-dimensional plenum of a room: what follows from the document, what persists, and work space. */
export interface Underfloor {
  readonly cells: PlenumCells;
  readonly outlets: Outlets;
  readonly tileIds: readonly string[];
  /** Cells that each unit blows into; none for units that don't supply the floor. */
  readonly units: Spread;
  /** Direction of each unit's discharge along x and y; 0, 0 where it blows straight down. */
  readonly unitDirection: Float64Array;
  /** Area through which a directed discharge leaves, m². */
  readonly unitDischargeArea: Float64Array;
  /** Cells below each tile. */
  readonly tiles: Spread;
  /** Flow of pinned and shut tiles, m³/s; NaN where the pressure decides. */
  readonly pinnedM3s: Float64Array;
  /** Cell below each face of the room's floor, and the face's share of what that cell's seams pass. */
  readonly faceCell: Int32Array;
  readonly faceShare: Float64Array;
  readonly leakageFraction: number;
  readonly state: UnderfloorState;
  readonly drive: PlenumDrive;
  readonly work: PlenumWork;
  readonly mixing: PlenumMixing;
}

export interface UnderfloorState {
  readonly air: PlenumAir;
  /** °C in each cell. */
  readonly celsius: Float64Array;
  /** Pressure over density above each tile against the mean over all, followed slowly, m²/s². */
  readonly tilePressure: Float64Array;
  /** What the flow was last found for. */
  readonly solvedUnitM3s: Float64Array;
  readonly solvedTilePressure: Float64Array;
  /** Largest relative change of an outlet in the last iteration; Infinity before the first. */
  change: number;
}

/** Null where the site has no raised floor, or one of uniform pressure. */
export function createUnderfloor(site: Site, grid: RoomGrid, cellMetres?: number): Underfloor | null {
  const { raisedFloor } = site;
  if (raisedFloor?.plenum !== 'two-dimensional') return null;
  const { mesh } = grid;
  const lines = plenumLines(site, mesh.faces[0], mesh.faces[1], cellMetres);
  const cells = createPlenumCells(lines.x, lines.y, raisedFloor.height, raisedFloor.blockages ?? []);
  const under = cellsUnderRoom(grid, cells);
  const spreadOf = (port: Port | null): [number, number][] =>
    port === null ? [] : collect(port.cells, port.shares, (c) => under[c % mesh.stride[2]]!);
  const tiles = spread(grid.tiles.map(spreadOf));
  const pinnedM3s = Float64Array.from(site.tiles, (tile, n) => {
    if (grid.tiles[n] === null || tile.openArea * tile.damper <= 0) return tile.airflowM3s ?? 0;
    return tile.airflowM3s ?? Number.NaN;
  });
  for (let n = 0; n < pinnedM3s.length; n++) if (grid.tiles[n] === null) pinnedM3s[n] = 0;
  const { faceCell, faceShare, seamArea } = floorFaces(grid.floor, under, mesh.stride[2], cells.size);
  const outlets = createOutlets(site, grid, tiles, pinnedM3s, raisedFloor.leakageFraction > 0 ? seamArea : null);
  const units = spread(
    site.coolingUnits.map((unit) => (unit.supply.to === 'raised-floor' ? footprint(unit, cells) : [])),
  );
  const state: UnderfloorState = {
    air: createPlenumAir(cells, outlets),
    celsius: new Float64Array(cells.size).fill(site.room.initialCelsius),
    tilePressure: new Float64Array(site.tiles.length),
    solvedUnitM3s: new Float64Array(site.coolingUnits.length).fill(Number.NaN),
    solvedTilePressure: new Float64Array(site.tiles.length),
    change: Number.POSITIVE_INFINITY,
  };
  const drive: PlenumDrive = {
    supply: new Float64Array(cells.size),
    entering: new Float64Array(cells.size),
    pushX: new Float64Array(cells.size),
    pushY: new Float64Array(cells.size),
    abovePressure: new Float64Array(outlets.cell.length),
    seamM3s: 0,
    scaleM3s: 0,
  };
  return {
    cells,
    outlets,
    tileIds: site.tiles.map(({ id }) => id),
    units,
    ...discharges(site, cells.depth),
    tiles,
    pinnedM3s,
    faceCell,
    faceShare,
    leakageFraction: raisedFloor.leakageFraction,
    state,
    drive,
    work: createPlenumWork(cells, state.air, drive),
    mixing: createPlenumMixing(cells, site.tiles.length),
  };
}

/** Plenum cell below each column of the room's cells, by padded index within a layer. */
function cellsUnderRoom(grid: RoomGrid, cells: PlenumCells): Int32Array {
  const { mesh } = grid;
  const owner = (room: Float64Array, plenum: Float64Array): Int32Array => {
    const result = new Int32Array(room.length + 1);
    let p = 0;
    for (let n = 0; n + 1 < room.length; n++) {
      const middle = (room[n]! + room[n + 1]!) / 2;
      while (p + 2 < plenum.length && middle > plenum[p + 1]!) p++;
      result[n + 1] = p + 1;
    }
    return result;
  };
  const column = owner(mesh.faces[0], cells.xFaces);
  const row = owner(mesh.faces[1], cells.yFaces);
  const under = new Int32Array(mesh.stride[2]);
  for (let j = 1; j <= mesh.ny; j++) {
    for (let i = 1; i <= mesh.nx; i++) under[i + mesh.stride[1] * j] = column[i]! + cells.stride * row[j]!;
  }
  return under;
}

/** Sums shares that fall into the same plenum cell. */
function collect(from: Int32Array, shares: Float64Array, cellOf: (c: number) => number): [number, number][] {
  const sums = new Map<number, number>();
  for (let n = 0; n < from.length; n++) {
    const cell = cellOf(from[n]!);
    sums.set(cell, (sums.get(cell) ?? 0) + shares[n]!);
  }
  return [...sums];
}

function spread(lists: readonly (readonly [number, number][])[]): Spread {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, n) => {
    start[n + 1] = start[n]! + list.length;
  });
  const flat = lists.flat();
  return {
    start,
    cell: Int32Array.from(flat, ([cell]) => cell),
    share: Float64Array.from(flat, ([, share]) => share),
  };
}

/** Cells of a unit's footprint that are free, by area. */
function footprint(unit: Site['coolingUnits'][number], cells: PlenumCells): [number, number][] {
  const { min, max } = coolingUnitBox(unit);
  const list: [number, number][] = [];
  let sum = 0;
  for (let j = 1; j <= cells.ny; j++) {
    const y = Math.min(max.y, cells.yFaces[j]!) - Math.max(min.y, cells.yFaces[j - 1]!);
    if (y <= 1e-6) continue;
    for (let i = 1; i <= cells.nx; i++) {
      const x = Math.min(max.x, cells.xFaces[i]!) - Math.max(min.x, cells.xFaces[i - 1]!);
      const c = i + cells.stride * j;
      if (x <= 1e-6 || cells.clear[c]! <= 0) continue;
      list.push([c, x * y]);
      sum += x * y;
    }
  }
  return list.map(([c, area]) => [c, area / sum]);
}

function discharges(site: Site, depth: number): { unitDirection: Float64Array; unitDischargeArea: Float64Array } {
  const unitDirection = new Float64Array(2 * site.coolingUnits.length);
  const unitDischargeArea = new Float64Array(site.coolingUnits.length).fill(1);
  site.coolingUnits.forEach((unit, n) => {
    const discharge = unit.supply.to === 'raised-floor' ? (unit.supply.discharge ?? 'down') : 'down';
    if (discharge === 'down') return;
    const facing = faceDirection(discharge, unit.rotation);
    unitDirection[2 * n + (facing[0] === 'x' ? 0 : 1)] = facing[1] === '+' ? 1 : -1;
    const sideways = discharge === 'left' || discharge === 'right';
    unitDischargeArea[n] = (sideways ? unit.size.depth : unit.size.width) * depth;
  });
  return { unitDirection, unitDischargeArea };
}

function floorFaces(
  floor: Port | null,
  under: Int32Array,
  layer: number,
  size: number,
): { faceCell: Int32Array; faceShare: Float64Array; seamArea: Float64Array } {
  const seamArea = new Float64Array(size);
  if (floor === null) return { faceCell: new Int32Array(0), faceShare: new Float64Array(0), seamArea };
  const faceCell = Int32Array.from(floor.cells, (c) => under[c % layer]!);
  const area = Float64Array.from(floor.shares, (share) => share * floor.area);
  for (let n = 0; n < area.length; n++) seamArea[faceCell[n]!]! += area[n]!;
  return { faceCell, seamArea, faceShare: area.map((a, n) => a / seamArea[faceCell[n]!]!) };
}

function createOutlets(
  site: Site,
  grid: RoomGrid,
  tiles: Spread,
  pinnedM3s: Float64Array,
  seamArea: Float64Array | null,
): Outlets {
  const list: { cell: number; tile: number; area: number; loss: number }[] = [];
  for (let t = 0; t < pinnedM3s.length; t++) {
    if (!Number.isNaN(pinnedM3s[t]!)) continue;
    const { openArea, damper } = site.tiles[t]!;
    const loss = Math.max(perforatedLoss(openArea * damper), 1);
    for (let n = tiles.start[t]!; n < tiles.start[t + 1]!; n++) {
      list.push({ cell: tiles.cell[n]!, tile: t, area: grid.tiles[t]!.area * tiles.share[n]!, loss });
    }
  }
  seamArea?.forEach((area, cell) => {
    if (area > 0) list.push({ cell, tile: -1, area, loss: SEAM_LOSS });
  });
  return {
    cell: Int32Array.from(list, ({ cell }) => cell),
    tile: Int32Array.from(list, ({ tile }) => tile),
    area: Float64Array.from(list, ({ area }) => area),
    loss: Float64Array.from(list, ({ loss }) => loss),
  };
}
