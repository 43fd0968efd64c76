import { describe, expect, it } from 'vitest';
import { loadChange } from './baseline';

const baseline = (demandRate: number) => ({ label: 'Move rack', scalars: { demandRate } });

describe('change of load since the last edit', () => {
  it('is a share of what was asked for then: from 200 to 210 work units a second +5 %', () => {
    expect(loadChange(baseline(200), 210)).toBeCloseTo(0.05, 12);
    expect(loadChange(baseline(200), 150)).toBeCloseTo(-0.25, 12);
  });

  it('is unknown without an edit, without load then, and where servers compute in different units', () => {
    expect(loadChange(null, 210)).toBeNull();
    expect(loadChange(baseline(0), 210)).toBeNull();
    expect(loadChange(baseline(Number.NaN), 210)).toBeNull();
    expect(loadChange(baseline(200), Number.NaN)).toBeNull();
  });
});
