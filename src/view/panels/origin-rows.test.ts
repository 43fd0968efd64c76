import { describe, expect, it } from 'vitest';
import type { AirSource } from '../../frame/provenance';
import { originRows } from './origin-rows';

const source = (id: string, share: number): AirSource => ({ kind: 'rack', id, share, celsius: 30 });

describe('rows of the air origin', () => {
  it('sum up what is below 1 % and what comes after six', () => {
    const many = [0.3, 0.2, 0.15, 0.1, 0.08, 0.07, 0.06, 0.035, 0.005].map((share, n) => source(`r${n}`, share));
    const { rows, others } = originRows(many);
    expect(rows.map(({ id }) => id)).toEqual(['r0', 'r1', 'r2', 'r3', 'r4', 'r5']);
    expect(others).toBeCloseTo(0.1, 12);
  });

  it('leave nothing over where every source has its line', () => {
    expect(originRows([source('a', 0.7), source('b', 0.3)]).others).toBeCloseTo(0, 12);
  });
});
