import { describe, expect, it } from 'vitest';
import { toggled } from './live-measures';
import { changeText, fixed, within } from './value-text';

describe('measures to try', () => {
  it('only one of them chooses the supply temperature; all others go together, in the order of the list', () => {
    const both = toggled(toggled([], 'economiser'), 'governor');
    expect(both).toEqual(['governor', 'economiser']);
    const safe = toggled(both, 'safe-setpoint');
    expect(toggled(safe, 'trim-and-respond')).toEqual(['governor', 'economiser', 'trim-and-respond']);
    expect(toggled(safe, 'safe-setpoint')).toEqual(both);
  });
});

describe('numbers of the levers', () => {
  it('a saving has a minus sign, a loss a plus, nothing neither', () => {
    expect(changeText({ mean: 0.1234 })).toBe('−12.3 %');
    expect(changeText({ mean: -0.0012 })).toBe('+0.12 %');
    expect(changeText({ mean: 0.00001 })).toBe('0 %');
  });

  it('what is not known is a dash, one seed has no interval, and -0.0 is 0.0', () => {
    expect(fixed(null, 1)).toBe('—');
    expect(within({ mean: 0.0938, halfWidth: Number.NaN }, 100, 2)).toBe('9.38');
    expect(within({ mean: 0.0938, halfWidth: 0.0004 }, 100, 2)).toBe('9.38 ± 0.04');
    expect(fixed(-0.01, 1)).toBe('0.0');
  });
});
