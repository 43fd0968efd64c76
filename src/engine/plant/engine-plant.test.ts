import { expect, it } from 'vitest';
import { frameBytes, readScalar, viewFrame } from '../../frame/layout';
import { advance, createEngine, editSite, runSteady } from '../engine';
import { frameLayout } from '../frame-layout';
import { writeFrame } from '../frame-writer';
import { resumeSnapshot, takeSnapshot } from '../snapshot';
import { fingerprint } from '../testing/fingerprint';
import { wholeSite } from './whole-plant.fixture';

it('a room with the whole plant closes its heat: at rest within 1e-4, on the clock within 1e-4, and the frame carries the plant', () => {
  const engine = createEngine(wholeSite(), { seed: 1, cellSize: 0.25 });
  runSteady(engine);
  expect(engine.measures.energyBalanceError).toBeLessThan(1e-4);
  const water = engine.plant.water!;
  const inW = water.coilHeatW + water.pumpsW + water.condenserPumpsW + water.chillersW;
  expect(Math.abs(water.rejectedW / inW - 1)).toBeLessThan(1e-9);
  expect(engine.measures.doorHeatW).toBeGreaterThan(100);
  for (let n = 0; n < 60; n++) advance(engine);
  expect(engine.measures.energyBalanceError).toBeLessThan(1e-4);
  expect(engine.measures.coolingW).toBeCloseTo(
    ['unitFansW', 'compressorsW', 'chillersW', 'pumpsW', 'towersW', 'liquidW'].reduce(
      (sum, name) => sum + engine.measures[name as 'pumpsW'],
      0,
    ),
    9,
  );
  const layout = frameLayout(engine, 1);
  const frame = viewFrame(layout, new ArrayBuffer(frameBytes(layout)));
  writeFrame(engine, frame);
  expect(readScalar(frame, 'chilledSupplyCelsius')).toBeCloseTo(12, 1);
  expect(readScalar(frame, 'outdoorDryBulbCelsius')).toBe(engine.plant.outdoor.dryBulbCelsius);
  expect(readScalar(frame, 'facilityWaterSupplyCelsius')).toBeCloseTo(32, 0);
});

it('resumes from a snapshot to the byte, and an edit keeps the water of the loops', () => {
  const engine = createEngine(wholeSite(), { seed: 1, cellSize: 0.3 });
  for (let n = 0; n < 20; n++) advance(engine);
  const copy = resumeSnapshot(structuredClone(takeSnapshot(engine)));
  for (let n = 0; n < 20; n++) {
    advance(engine);
    advance(copy);
  }
  expect(fingerprint(copy)).toBe(fingerprint(engine));
  expect(copy.plant.water!.returnCelsius).toBe(engine.plant.water!.returnCelsius);
  const before = engine.plant.water!.returnCelsius;
  editSite(engine, { ...engine.site, name: 'Edited' }, { settle: false });
  expect(engine.plant.water!.returnCelsius).toBe(before);
});
