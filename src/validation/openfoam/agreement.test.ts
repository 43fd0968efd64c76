import { describe, expect, it } from 'vitest';
import { difference, simulateRoom } from './compare';
import type { FoamResult } from './result';
import coldAisle from './results/cold-aisle.json';
import overhead from './results/overhead.json';
import { comparisonRooms } from './rooms';

/** The floor that the project sets itself, K: at the worst rack, and as RMS over chassis. */
const FLOOR_KELVIN = 0.8;

describe('against OpenFOAM, on the same cells of 0.1 m', () => {
  it.each([
    [coldAisle as FoamResult, 'second-order'],
    [coldAisle as FoamResult, 'upwind'],
    // Jets from above, held out: here the scheme decides.
    [overhead as FoamResult, 'upwind'],
  ] as const)('$0.room, OpenFOAM $1: racks within 0.8 K, chassis within 0.8 K RMS', (result, scheme) => {
    const room = comparisonRooms.find(({ id }) => id === result.room)!;
    const foam = result.runs.find(({ advection, cellMetres }) => advection === scheme && cellMetres === 0.1)!;
    const ours = simulateRoom(room, { cellSize: 0.1, backend: 'wasm' });
    expect(foam.inletCelsius).toHaveLength(ours.inletCelsius.length);
    const { worstRackKelvin, rmsChassisKelvin } = difference(ours, ours, foam);
    expect(worstRackKelvin).toBeLessThan(FLOOR_KELVIN);
    expect(rmsChassisKelvin).toBeLessThan(FLOOR_KELVIN);
  });

  it('generates the same rooms from their seeds every time', () => {
    const first = comparisonRooms[0]!.site.racks[0]!.contents[0]!;
    expect(first).toMatchObject({ id: 'c1' });
    expect(comparisonRooms.map(({ site }) => site.racks.length)).toEqual([10, 6, 8, 5, 8, 5, 8, 8, 8, 7]);
    expect(comparisonRooms.filter(({ heldOut }) => heldOut)).toHaveLength(5);
  });
});
