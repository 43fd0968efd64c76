import { expect, it } from 'vitest';
import { scaleBarOf } from './scale-bar';

it('shows the longest round length that fits', () => {
  expect(scaleBarOf(50, 120)).toEqual({ metres: 2, px: 100 });
  expect(scaleBarOf(64, 120)).toEqual({ metres: 1, px: 64 });
  expect(scaleBarOf(5000, 120).metres).toBe(0.1);
});
