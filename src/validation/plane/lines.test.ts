import { describe, expect, it } from 'vitest';
import { evenFaces, gradedFaces, interpolate } from './lines';
import { peakOf } from './profiles';

describe('faces along a line', () => {
  it('of 4 even cells over 2 m lie 0.5 m apart', () => {
    expect([...evenFaces(4, 2)]).toEqual([0, 0.5, 1, 1.5, 2]);
  });

  it('graded by 1.5 run from 0 to 1, mirrored about the middle, finest at both ends', () => {
    const faces = gradedFaces(80, 1.5);
    const width = (n: number) => faces[n + 1]! - faces[n]!;
    expect([faces[0], faces[40], faces[80]]).toEqual([0, 0.5, 1]);
    for (let n = 0; n < 40; n++) expect(width(n)).toBeCloseTo(width(79 - n), 12);
    expect(width(0) / width(39)).toBeCloseTo(0.19, 1);
  });
});

describe('reading a profile', () => {
  it('interpolates between points and holds the ends', () => {
    const read = (at: number) => interpolate([0, 1, 3], [10, 20, 0], at);
    expect([-1, 0.25, 1, 2, 9].map(read)).toEqual([10, 12.5, 20, 10, 0]);
  });

  it('finds the top of a parabola between uneven points: 7 at x = 0.3', () => {
    const at = [0, 0.11, 0.25, 0.42, 1];
    const value = at.map((x) => 7 - 30 * (x - 0.3) ** 2);
    expect(peakOf({ at, value })).toBeCloseTo(7, 10);
  });
});
