import { describe, expect, it } from 'vitest';
import type { SiteInput } from '../../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import { advance, createEngine, runSteady } from '../engine';
import { resumeSnapshot, takeSnapshot } from '../snapshot';
import { fingerprint } from '../testing/fingerprint';
import { smallRoom } from '../testing/sites';
import { createPlenumMass, type PlenumMemory, passPlenum, plenumHeatJ } from './plenum-mass';

const mass = { slab: 'concrete-slab', panels: 'raised-floor-panel', steelKg: 60, cableKg: 40 } as const;

/** The small room with its unit blowing under a raised floor with two tiles. */
function floorRoom(plenum: 'uniform' | 'two-dimensional', withMass: boolean) {
  const [unit] = smallRoom().coolingUnits;
  return smallRoom({
    raisedFloor: { height: 0.5, leakageFraction: 0.1, plenum, ...(withMass ? { mass } : {}) },
    tiles: [
      { id: 'tile-1', position: { x: 1.8, y: 0.9 }, openArea: 0.25 },
      { id: 'tile-2', position: { x: 1.8, y: 1.8 }, openArea: 0.25 },
    ],
    coolingUnits: [{ ...unit!, supply: { to: 'raised-floor' } }],
  } satisfies Partial<SiteInput>);
}

describe('mass under the raised floor', () => {
  it('takes from a stream exactly what it stores, in steps of 0.1 to 60 s (1e-9)', () => {
    const plenum = createPlenumMass(floorRoom('uniform', true))!;
    for (const dt of [0.1, 1, 60]) {
      const memory: PlenumMemory = { plenumCelsius: new Float64Array(plenum.slices).fill(18), plenumHeatW: 0 };
      const start = plenumHeatJ(memory, plenum);
      let taken = 0;
      for (let n = 0; n < 50; n++) {
        const air = {
          tilesM3s: Float64Array.of(0.2, -0.05),
          tilesCelsius: Float64Array.of(26, 24),
          floorFacesM3s: Float64Array.of(0.1),
          floorFacesCelsius: Float64Array.of(25),
        };
        passPlenum(memory, plenum, air, dt);
        const carried =
          (0.2 * (26 - air.tilesCelsius[0]!) + 0.1 * (25 - air.floorFacesCelsius[0]!)) * AIR_HEAT_CAPACITY;
        expect(memory.plenumHeatW).toBeCloseTo(carried, 6);
        expect(air.tilesCelsius[0]!).toBeGreaterThan(18);
        taken += memory.plenumHeatW * dt;
      }
      expect(Math.abs((plenumHeatJ(memory, plenum) - start) / taken - 1)).toBeLessThan(1e-9);
    }
  });

  it('in the end takes up nothing: air of 25 °C leaves it within 0.01 K of 25 °C after a day of steps of 10 min', () => {
    const plenum = createPlenumMass(floorRoom('uniform', true))!;
    const memory: PlenumMemory = { plenumCelsius: new Float64Array(plenum.slices).fill(18), plenumHeatW: 0 };
    const air = {
      tilesM3s: Float64Array.of(0.3),
      tilesCelsius: Float64Array.of(25),
      floorFacesM3s: new Float64Array(0),
      floorFacesCelsius: new Float64Array(0),
    };
    for (let n = 0; n < 1000; n++) {
      air.tilesCelsius[0] = 25;
      passPlenum(memory, plenum, air, 600);
    }
    expect(Math.abs(air.tilesCelsius[0]! - 25)).toBeLessThan(0.01);
  });

  it.each(['uniform', 'two-dimensional'] as const)(
    'in a %s plenum: steady state the same to the byte, heat closed within 0.1 %% after the setpoint rises by 6 K, and tiles that lag',
    (kind) => {
      const [bare, massive] = [false, true].map((withMass) => {
        const engine = createEngine(floorRoom(kind, withMass), { seed: 1, cellSize: 0.3 });
        runSteady(engine);
        const state = fingerprint(engine);
        engine.plant.commandCelsius[0]! += 6;
        for (let n = 0; n < 120; n++) {
          advance(engine);
          expect(engine.measures.energyBalanceError).toBeLessThan(1e-3);
        }
        return { engine, state };
      });
      expect(massive!.state).toBe(bare!.state);
      const tile = ({ engine }: typeof massive & {}) => engine.inflows.tilesCelsius[0]!;
      expect(tile(bare!) - tile(massive!)).toBeGreaterThan(0.3);
    },
  );

  it('goes on to the byte from a snapshot', () => {
    const engine = createEngine(floorRoom('uniform', true), { seed: 1, cellSize: 0.3 });
    runSteady(engine);
    engine.plant.commandCelsius[0]! += 6;
    for (let n = 0; n < 5; n++) advance(engine);
    const resumed = resumeSnapshot(takeSnapshot(engine));
    for (let n = 0; n < 5; n++) {
      advance(engine);
      advance(resumed);
    }
    expect([...resumed.fabric.plenumCelsius]).toEqual([...engine.fabric.plenumCelsius]);
    expect(fingerprint(resumed)).toBe(fingerprint(engine));
  });
});
