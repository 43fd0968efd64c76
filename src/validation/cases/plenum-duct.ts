import type { PlenumCells } from '../../engine/airflow/plenum/cells';
import { createPlenumCells } from '../../engine/airflow/plenum/cells';
import { createPlenumAir, createPlenumWork, iteratePlenum, type PlenumDrive } from '../../engine/airflow/plenum/flow';
import type { Outlets } from '../../engine/airflow/plenum/outlets';
import type { PlenumDuct } from './plenum-exact';

const TILE_METRES = 0.6;
const MOST_ITERATIONS = 600;

const even = (length: number, cells: number) =>
  Float64Array.from({ length: cells + 1 }, (_, n) => (length * n) / cells);

function driveOf(cells: PlenumCells, outlets: Outlets, scaleM3s: number): PlenumDrive {
  const field = () => new Float64Array(cells.size);
  return {
    supply: field(),
    entering: field(),
    pushX: field(),
    pushY: field(),
    abovePressure: new Float64Array(outlets.cell.length),
    seamM3s: 0,
    scaleM3s,
  };
}

/** The duct by the engine's plenum, one cell wide: the flow of each tile, m³/s. */
export function solvedDuct(duct: PlenumDuct, cellsAlong: number): { tiles: number[] } {
  const { length, width, depth, supplyUntil, tilesFrom, flowM3s, loss, dragPerMetre } = duct;
  const cells = { ...createPlenumCells(even(length, cellsAlong), even(width, 1), depth, []), dragPerMetre };
  const dx = length / cellsAlong;
  const first = Math.round(tilesFrom / dx);
  const supplied = Math.round(supplyUntil / dx);
  const tiled = Array.from({ length: cellsAlong - first }, (_, n) => first + n);
  const outlets = {
    cell: Int32Array.from(tiled, (i) => i + 1 + cells.stride),
    tile: Int32Array.from(tiled, (i) => Math.floor((i * dx - tilesFrom) / TILE_METRES + 1e-9)),
    area: new Float64Array(tiled.length).fill(dx * width),
    loss: new Float64Array(tiled.length).fill(loss),
  };
  const air = createPlenumAir(cells, outlets);
  const drive = driveOf(cells, outlets, flowM3s);
  air.pressure.fill((loss / 2) * (flowM3s / (tiled.length * dx * width)) ** 2);
  const work = createPlenumWork(cells, air, drive);
  for (let n = 0; n < MOST_ITERATIONS; n++) {
    drive.entering.fill(0);
    for (let i = 0; i < supplied; i++) {
      drive.supply[i + 1 + cells.stride] = flowM3s / supplied;
      drive.entering[i + 1 + cells.stride] = flowM3s / supplied;
    }
    outlets.cell.forEach((c, outlet) => {
      drive.entering[c]! += Math.max(-air.outletM3s[outlet]!, 0);
    });
    if (iteratePlenum(cells, outlets, air, drive, work) < 1e-6) break;
  }
  const tiles = Array.from({ length: Math.max(...outlets.tile) + 1 }, () => 0);
  outlets.tile.forEach((tile, n) => {
    tiles[tile]! += air.outletM3s[n]!;
  });
  return { tiles };
}

const NO_OUTLETS: Outlets = {
  cell: new Int32Array(0),
  tile: new Int32Array(0),
  area: new Float64Array(0),
  loss: new Float64Array(0),
};
const MANIFOLD_ITERATIONS = 120;

/**
 * A duct without drag that gives out its air evenly: the share of the dynamic pressure at its mouth that it regains
 * between a quarter of its length and its end.
 */
export function solvedManifold(cellsAlong: number): number {
  const [length, width, depth, speed] = [12, 0.6, 0.5, 2];
  const cells = { ...createPlenumCells(even(length, cellsAlong + 1), even(width, 1), depth, []), dragPerMetre: 0 };
  const air = createPlenumAir(cells, NO_OUTLETS);
  const flow = speed * width * depth;
  const drive = driveOf(cells, NO_OUTLETS, flow);
  const first = 1 + cells.stride;
  drive.supply.fill(-flow / cellsAlong, first + 1, first + 1 + cellsAlong);
  drive.supply[first] = flow;
  drive.entering[first] = flow;
  const work = createPlenumWork(cells, air, drive);
  for (let n = 0; n < MANIFOLD_ITERATIONS; n++) iteratePlenum(cells, NO_OUTLETS, air, drive, work);
  const middle = (n: number) => (air.pressure[first + n]! + air.pressure[first + n + 1]!) / 2;
  return (air.pressure[first + cellsAlong]! - middle(cellsAlong / 4)) / (speed ** 2 / 2);
}
