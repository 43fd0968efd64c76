import { expect, it } from 'vitest';
import { serverType } from '../../site/catalogue/catalogue';
import { scenarioOf } from '../../site/scenario/scenario';
import type { SiteInput } from '../../site/schema/site';
import { createEngine, runSteady } from '../engine';
import { compileModel } from '../servers/compile-model';
import { restartServers } from '../servers/restart';
import { rackWith, smallRoom } from '../testing/sites';
import { runFailure, startFailureRun } from './run-failure';
import { throttlingInletCelsius } from './thresholds';

const servers = (type: string, count: number): NonNullable<SiteInput['racks']>[number] => ({
  ...rackWith(0, 0),
  contents: [{ kind: 'servers', id: 's', uStart: 5, uSize: 36, type, count }],
});

function settled(type: string, count: number) {
  const site = smallRoom({ racks: [servers(type, count)], workload: { demand: { kind: 'constant', level: 1 } } });
  const engine = createEngine(site, { seed: 1, cellSize: 0.4, backend: 'wasm' });
  runSteady(engine);
  return engine;
}

const trip = scenarioOf('trip', [{ kind: 'unit-trip', unitId: 'unit' }]);

it('servers of a rack without cooling switch off at 43 °C: their heat goes, their work is counted as not done', () => {
  const engine = settled('ibm-x3550-m3', 12);
  const run = startFailureRun(engine, trip, 1500);
  const before = engine.servers.totals.airHeatW;
  while (run.step());
  const result = run.result();
  const rack = result.racks[0]!;
  expect(rack.thresholds.shutdown.atSeconds).not.toBeNull();
  // The tick in which the inlet passed 43 °C, or the one after.
  expect(rack.offAtSeconds! - rack.thresholds.shutdown.atSeconds!).toBeGreaterThanOrEqual(0);
  expect(rack.offAtSeconds! - rack.thresholds.shutdown.atSeconds!).toBeLessThan(2.5);
  expect(rack.serversOff).toBe(12);
  expect(engine.servers.totals.airHeatW).toBeLessThan(before / 20);
  const expected = 12 * 890_651 * (1500 - rack.offAtSeconds!);
  expect(result.unservedWork / expected).toBeCloseTo(1, 2);
  expect(result.workUnit).toBe('ssj_ops');
  expect(result.worstEnergyBalanceError).toBeLessThan(1e-3);
  // Once the room is cool they start again when told, and work after the time of a start.
  engine.servers.protection.inletShutdownCelsius = Number.POSITIVE_INFINITY;
  restartServers(engine.servers, 0);
  for (let n = 0; n < 3; n++) runFailure(engine, { ...trip, shutdownCelsius: 90 }, 1);
  expect(engine.servers.totals.offServers).toBe(0);
});

it('the throttling limit of the table is never above the shutdown: work is lost from there on', () => {
  const model = compileModel(serverType('ibm-x3550-m3')!);
  expect(throttlingInletCelsius(model, 1)).toBeCloseTo(90 - 53 * (0.3 + 0.7 * 0.5 ** 0.8), 9);
  const engine = settled('ibm-x3550-m3', 12);
  const { thresholds } = runFailure(engine, trip, 5).racks[0]!;
  expect(thresholds.throttling.limitCelsius).toBeLessThanOrEqual(thresholds.shutdown.limitCelsius + 1e-9);
});

it('GPU nodes throttle before they switch off, and at the inlet that the table says (1 K)', () => {
  const engine = settled('gpu-node-8xh100', 1);
  const result = runFailure(engine, { ...trip, shutdownCelsius: 60 }, 1500);
  const rack = result.racks[0]!;
  const { throttling } = rack.thresholds;
  expect(throttling.limitCelsius).toBeCloseTo(throttlingInletCelsius(engine.servers.structure.models[0]!, 1), 6);
  expect(rack.throttledAtSeconds).not.toBeNull();
  const lag = rack.throttledAtSeconds! - throttling.atSeconds!;
  // The chip follows the inlet with its time constant, at the rate at which the room warms.
  expect(lag).toBeGreaterThan(-3);
  expect(lag).toBeLessThan(90);
});
