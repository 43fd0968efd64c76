import { describe, expect, it } from 'vitest';
import type { FailureResult } from '../../frame/failure';
import { scenarioOf } from '../../site/scenario/scenario';
import { siteSchema } from '../../site/schema/site';
import { createEngine, type Engine, runSteady } from '../engine';
import { wholeSite } from '../plant/whole-plant.fixture';
import { resumeSnapshot, takeSnapshot } from '../snapshot';
import { fingerprint } from '../testing/fingerprint';
import { runFailure, startFailureRun } from './run-failure';

/** The whole plant without outdoor air at the unit, and with 40 l of chilled water. */
function settled(): Engine {
  const site = wholeSite();
  const { economiser: _, ...unit } = site.coolingUnits[0]!;
  const plant = { ...site.plant!, loop: { designRiseKelvin: 6, volumeM3: 0.04, minFlowShare: 0.3, pump: {} } };
  const engine = createEngine(siteSchema.parse({ ...site, coolingUnits: [unit], plant }), {
    seed: 1,
    cellSize: 0.4,
    backend: 'wasm',
  });
  runSteady(engine);
  return engine;
}

const start = takeSnapshot(settled());
type Events = Parameters<typeof scenarioOf>[1];
const play = (events: Events, seconds: number) => {
  const engine = resumeSnapshot(start);
  return { engine, result: runFailure(engine, scenarioOf('x', events), seconds) };
};

describe('chillers that trip for good', () => {
  const { engine, result } = play([{ kind: 'chiller-trip' }], 900);
  const supply = result.series.unitSupplyCelsius;

  it('warm the water, and the air of the units follows it: fans go on, inlets rise', () => {
    const water = engine.plant.water!;
    expect(water.supplyCelsius).toBeGreaterThan(20);
    expect(engine.plant.airflowM3s[0]!).toBeGreaterThan(0);
    expect(supply.at(-1)!).toBeGreaterThan(water.supplyCelsius);
    expect(supply.at(-1)! - supply[0]!).toBeGreaterThan(5);
    expect(result.racks[0]!.peakCelsius).toBeGreaterThan(result.racks[0]!.startCelsius + 5);
  });

  it('leave the room some minutes: after two of them it is half as far from where it was as without the water', () => {
    const risen = ({ series }: FailureResult) => series.rackInletCelsius[60]! - series.rackInletCelsius[0]!;
    expect(result.series.seconds[60]).toBe(120);
    const without = play([{ kind: 'unit-trip', unitId: 'unit', stops: 'coil' }], 900).result;
    expect(risen(result)).toBeLessThan(0.5 * risen(without));
  });

  it('leave the rest to the towers: as warm as that the water is cooled by the economiser, and warms no further', () => {
    const { chilledWaterCelsius } = result.series;
    expect(engine.plant.water!.economiserHeatW).toBeGreaterThan(1000);
    expect(chilledWaterCelsius!.at(-1)!).toBeLessThan(Math.max(...chilledWaterCelsius!));
    expect(Math.max(...chilledWaterCelsius!)).toBeLessThan(27);
  });
});

const EVENTS: [string, Events][] = [
  ['a chiller that trips and comes back', [{ kind: 'chiller-trip', untilSeconds: 60, restartSeconds: 30 }]],
  ['chilled-water pumps', [{ kind: 'pump-trip', circuit: 'chilled', untilSeconds: 120 }]],
  ['half of the condenser pumps', [{ kind: 'pump-trip', circuit: 'condenser', share: 0.5 }]],
  ['facility pumps', [{ kind: 'pump-trip', circuit: 'facility' }]],
  ['CDU pumps', [{ kind: 'pump-trip', circuit: 'coolant', untilSeconds: 100 }]],
  ['tower fans', [{ kind: 'rejection-fault' }]],
  [
    'a fouled condenser, fouled coils and a fouled CDU',
    [
      { kind: 'fouling', part: 'condenser' },
      { kind: 'fouling', part: 'coils', conductanceShare: 0.3 },
      { kind: 'fouling', part: 'cdu' },
    ],
  ],
  ['the grid, pumps on the UPS', [{ kind: 'power-loss', upsPumps: true, upsFans: true, untilSeconds: 90 }]],
  ['the grid with everything', [{ kind: 'power-loss', upsCduPumps: false, untilSeconds: 90 }]],
];

it.each(EVENTS)('%s: heat of room and water closes at every step, and nothing is not a number', (_, events) => {
  const engine = resumeSnapshot(start);
  const run = startFailureRun(engine, scenarioOf('x', events), 200);
  while (run.step()) {
    const { plant, measures } = engine;
    const water = plant.water!;
    const facility = plant.facility!;
    const inW = water.coilHeatW + water.pumpsW + water.condenserPumpsW + water.chillersW;
    expect(Math.abs(inW - water.rejectedW - water.storedW)).toBeLessThan(1e-9 * Math.max(1000, inW));
    const liquidW = facility.heatW + facility.pumpsW + facility.cduPumpsW;
    const outW = facility.reuseW + facility.rejectedW + facility.toPlantW + facility.storedW;
    expect(Math.abs(liquidW - outW)).toBeLessThan(1e-9 * Math.max(1000, liquidW));
    expect(Number.isFinite(measures.inletMeanCelsius + water.supplyCelsius + facility.plateCelsius)).toBe(true);
  }
  expect(run.result().worstEnergyBalanceError).toBeLessThan(1e-3);
});

it('a snapshot in the middle of a pump that runs down goes on to the byte', () => {
  const engine = resumeSnapshot(start);
  const run = startFailureRun(engine, scenarioOf('x', [{ kind: 'pump-trip', circuit: 'chilled' }]), 60);
  for (let n = 0; n < 5; n++) run.step();
  const copy = resumeSnapshot(structuredClone(takeSnapshot(engine)));
  const again = startFailureRun(copy, scenarioOf('none', [{ kind: 'power-loss', atSeconds: 1000 }]), 20);
  for (let n = 0; n < 10; n++) {
    run.step();
    again.step();
  }
  expect(copy.plant.water!.faults.chilled.share).toBe(engine.plant.water!.faults.chilled.share);
  expect(copy.measures.inletMeanCelsius).toBe(engine.measures.inletMeanCelsius);
  expect(fingerprint(copy)).toBe(fingerprint(engine));
});
