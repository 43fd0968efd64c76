import { expect, it } from 'vitest';
import { distanceLines } from './distance-lines';

it('draws a line from the middle of each side as long as the gap, and none where there is no gap', () => {
  const box = { min: { x: 2, y: 1, z: 0 }, max: { x: 3, y: 3, z: 2 } };
  const lines = distanceLines(box, { xMin: 0.5, xMax: 0, yMin: 1, yMax: 0.75 });
  expect(lines.map(({ side }) => side)).toEqual(['xMin', 'yMin', 'yMax']);
  expect(lines[0]).toMatchObject({ from: { x: 2, y: 2 }, to: { x: 1.5, y: 2 }, metres: 0.5 });
  expect(lines[2]).toMatchObject({ from: { x: 2.5, y: 3 }, to: { x: 2.5, y: 3.75 } });
});
