import { expect, it } from 'vitest';
import { FRAME_SCALARS } from '../frame/layout';
import { METRIC_DEFINITIONS, type MetricDefinition } from './definitions';

it('every power, index and balance that a frame publishes has a definition', () => {
  const explained = [
    'facilityW',
    'itW',
    'serverFansW',
    'coolingW',
    'lossesW',
    'eer',
    'pue',
    'shi',
    'rhi',
    'rciHi',
    'rciLo',
    'rti',
    'energyBalanceError',
    'massBalanceError',
  ];
  for (const key of explained) {
    expect(FRAME_SCALARS, key).toContain(key);
    expect(METRIC_DEFINITIONS, key).toHaveProperty(key);
  }
});

it('every definition says formula, symbols, source and validity', () => {
  const definitions: MetricDefinition[] = Object.values(METRIC_DEFINITIONS);
  expect(definitions.length).toBeGreaterThanOrEqual(16);
  for (const { name, formula, symbols, source, validity } of definitions) {
    for (const text of [name, formula, symbols, source, validity]) expect(text.length, name).toBeGreaterThan(4);
  }
});
