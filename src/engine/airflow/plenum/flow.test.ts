import { describe, expect, it } from 'vitest';
import { createPlenumCells, type PlenumCells } from './cells';
import { createPlenumAir, createPlenumWork, iteratePlenum, type PlenumAir, type PlenumDrive } from './flow';
import type { Outlets } from './outlets';

const even = (length: number, cells: number) =>
  Float64Array.from({ length: cells + 1 }, (_, n) => (length * n) / cells);

const NO_OUTLETS: Outlets = {
  cell: new Int32Array(0),
  tile: new Int32Array(0),
  area: new Float64Array(0),
  loss: new Float64Array(0),
};

function driveOf(cells: PlenumCells, outlets: Outlets, scaleM3s: number): PlenumDrive {
  const array = () => new Float64Array(cells.size);
  return {
    supply: array(),
    entering: array(),
    pushX: array(),
    pushY: array(),
    abovePressure: new Float64Array(outlets.cell.length),
    seamM3s: 0,
    scaleM3s,
  };
}

/** A duct 12 m long, fed in its first cell at 2 m/s, that gives out its air evenly along the rest. */
function manifold(nx: number, dragPerMetre: number): { cells: PlenumCells; air: PlenumAir } {
  const [length, width, depth, speed] = [12, 0.6, 0.5, 2];
  const cells = { ...createPlenumCells(even(length, nx), even(width, 1), depth, []), dragPerMetre };
  const air = createPlenumAir(cells, NO_OUTLETS);
  const flow = speed * width * depth;
  const drive = driveOf(cells, NO_OUTLETS, flow);
  drive.supply.fill(-flow / (nx - 1), 2 + cells.stride, nx + 1 + cells.stride);
  drive.supply[1 + cells.stride] = flow;
  drive.entering[1 + cells.stride] = flow;
  const work = createPlenumWork(cells, air, drive);
  for (let n = 0; n < 80; n++) iteratePlenum(cells, NO_OUTLETS, air, drive, work);
  return { cells, air };
}

/** Pressure over density against the closed end: what is left of the dynamic pressure, and drag. */
function exactManifold(x: number, from: number, dragPerMetre: number): number {
  const left = 1 - (x - from) / (12 - from);
  return -2 * left * left + (dragPerMetre * 4 * (12 - from) * left ** 3) / 3;
}

describe('flow under the floor', () => {
  it.each([0, 0.05])(
    'recovers pressure along a manifold of even outflow as the exact solution (drag %f/m, 1.5 %%)',
    (drag) => {
      const { cells, air } = manifold(40, drag);
      const dx = cells.dx[1]!;
      const end = air.pressure[40 + cells.stride]!;
      const exactEnd = exactManifold(12 - dx / 2, dx, drag);
      for (const i of [6, 12, 20, 30]) {
        const x = (i - 0.5) * dx;
        const difference = air.pressure[i + cells.stride]! - end - (exactManifold(x, dx, drag) - exactEnd);
        expect(Math.abs(difference)).toBeLessThan(0.015 * 2);
      }
    },
  );

  it('is second order: half the cells, four times the error', () => {
    const error = (nx: number) => {
      const { cells, air } = manifold(nx, 0);
      const at = (x: number) => air.pressure[Math.round((x / 12) * nx + 0.5) + cells.stride]!;
      const middle = (x: number) => (Math.round((x / 12) * nx + 0.5) - 0.5) * cells.dx[1]!;
      const exact = (x: number) => exactManifold(middle(x), cells.dx[1]!, 0);
      return Math.abs(at(11) - at(5) - (exact(11) - exact(5)));
    };
    expect(error(20) / error(80)).toBeGreaterThan(10);
  });
});
