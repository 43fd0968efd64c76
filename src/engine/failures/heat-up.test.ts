import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../site/scenario/scenario';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import { airHeatJ } from '../air-heat';
import { createEngine, type Engine } from '../engine';
import { rackWith, smallRoom } from '../testing/sites';
import { startFailureRun } from './run-failure';

/** Heat capacity of the room's air, J/K: what one kelvin in every cell holds. */
function airCapacityJK(engine: Engine): number {
  const held = airHeatJ(engine);
  const { temperature } = engine;
  for (let c = 0; c < temperature.length; c++) temperature[c]! += 1;
  const more = airHeatJ(engine);
  for (let c = 0; c < temperature.length; c++) temperature[c]! -= 1;
  return more - held;
}

const POWER_W = 2000;
const FLOW_M3S = 0.2;
const EFFECTIVENESS = 0.8;

/**
 * A sealed room whose only unit stops at once and whole, from even temperature: mean air temperature by second, K over
 * the start.
 */
function heatUp(massJK: number, seconds: number) {
  const room = smallRoom({ racks: [rackWith(POWER_W, FLOW_M3S, massJK)] });
  const engine = createEngine(room, { seed: 1, cellSize: 0.3, backend: 'wasm' });
  engine.settling.active = false;
  const capacityJK = airCapacityJK(engine);
  const stop = scenarioOf('stop', [{ kind: 'unit-trip', unitId: 'unit', runDownSeconds: 0.001 }]);
  const run = startFailureRun(engine, stop, seconds);
  const start = airHeatJ(engine);
  const riseKelvin = [0];
  while (riseKelvin.length <= seconds) {
    run.step();
    // What passes through the rack belongs to the air too.
    riseKelvin.push((airHeatJ(engine) + engine.measures.onItsWayJ - start) / capacityJK);
  }
  return { capacityJK, riseKelvin, result: run.result() };
}

/** Rise of the air of two nodes, air and mass, that start at rest relative to each other, K. */
function twoNodes(airJK: number, massJK: number, seconds: number): number {
  const exchangeWK = EFFECTIVENESS * FLOW_M3S * AIR_HEAT_CAPACITY;
  const tau = (airJK * massJK) / (exchangeWK * (airJK + massJK));
  const slow = POWER_W / (airJK + massJK);
  const fast = POWER_W / airJK;
  return slow * seconds + (fast - slow) * tau * (1 - Math.exp(-seconds / tau));
}

describe('a sealed room whose cooling stops', () => {
  it('with air alone warms by Q / C_air throughout (0.5 %)', () => {
    const { capacityJK, riseKelvin } = heatUp(0, 120);
    expect(riseKelvin[120]! / ((POWER_W * 120) / capacityJK)).toBeCloseTo(1, 2.3);
  });

  it('with the mass of a rack warms by Q / C_air at first (2 %), Q / (C_air + C_m) at last (1 %)', () => {
    const massJK = 60_000;
    const { capacityJK, riseKelvin, result } = heatUp(massJK, 900);
    const first = riseKelvin[5]! / 5;
    const last = (riseKelvin[900]! - riseKelvin[800]!) / 100;
    expect(Math.abs(first / (twoNodes(capacityJK, massJK, 5) / 5) - 1)).toBeLessThan(0.02);
    expect(Math.abs(last / (POWER_W / (capacityJK + massJK)) - 1)).toBeLessThan(0.01);
    // Between them the two nodes are a mixed room; this one is layered, its inlet colder than its mean.
    for (const seconds of [30, 120, 300, 900]) {
      expect(Math.abs(riseKelvin[seconds]! / twoNodes(capacityJK, massJK, seconds) - 1)).toBeLessThan(0.1);
    }
    expect(result.worstEnergyBalanceError).toBeLessThan(1e-3);
  });
});
