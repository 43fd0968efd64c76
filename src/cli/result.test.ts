import { describe, expect, it } from 'vitest';
import { tinyReport } from '../engine/report.fixture';
import { jsonText, resultOf } from './result';
import { summaryText } from './summary';

const steady = { iterations: 40, residualKelvin: 0.004, converged: true };
const result = resultOf(tinyReport(), { site: 'Tiny', seed: 1, wallSeconds: 2.5, steady });

describe('JSON result', () => {
  const parsed = JSON.parse(jsonText(result));

  it('has the promised keys first, in the promised order', () => {
    const keys =
      'site seed simulatedSeconds wallSeconds cells steps racks coolingUnits openings probes power energy mass metrics';
    expect(Object.keys(parsed).slice(0, 14)).toEqual(keys.split(' '));
  });

  it('says null where the site lacks what a number needs', () => {
    expect(parsed.metrics.pue).toBeNull();
    expect(parsed.power.facilityW).toBeNull();
    expect(parsed.coolingUnits[0].powerW).toBeNull();
    expect(parsed.power.itW).toBe(3000);
  });
});

describe('printed summary', () => {
  const text = summaryText(result);

  it('shows temperatures, powers and balances with units', () => {
    expect(text).toContain('IT power              3.00 kW');
    expect(text).toContain('Heat balance error    0.100 %');
    expect(text).toMatch(/A1\s+3\.00\s+0\.250\s+18\.0\s+19\.0\s+20\.0\s+29\.0/);
    expect(text).toContain('steady state: settled after 40 iterations, 0.0040 K left');
  });

  it('shows a dash where a number is unknown', () => {
    expect(text).toContain('PUE                   —\n');
    expect(text).toMatch(/crah\s+0\.250\s+18\.0\s+28\.0\s+3\.00\s+—\n/);
  });

  it('shows the hottest 40 of many racks and says so', () => {
    const [rack] = tinyReport().racks;
    const racks = Array.from({ length: 50 }, (_, index) => ({
      ...rack!,
      id: `R${index}`,
      inletCelsius: { min: 18, mean: 19, max: 20 + index },
    }));
    const long = summaryText({ ...result, racks });
    expect(long).toContain('40 hottest inlets of 50');
    expect(long).toContain('R49');
    expect(long).not.toContain('R9 ');
  });
});
