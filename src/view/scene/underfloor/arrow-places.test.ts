import { describe, expect, it } from 'vitest';
import { arrowPlaces, blockVelocities } from './arrow-places';

const even = (cells: number, width: number) => Float64Array.from({ length: cells + 1 }, (_, n) => n * width);

describe('arrows under the floor', () => {
  const layout = { nx: 7, ny: 4, xFaces: even(7, 0.3), yFaces: even(4, 0.3) };

  it('stand at least 0.55 m apart, every cell in one of them', () => {
    const places = arrowPlaces(layout);
    expect(places.first.length).toBe(3 * 2);
    const covered = places.first.reduce((sum, _, n) => sum + places.columns[n]! * places.rows[n]!, 0);
    expect(covered).toBe(28);
    expect(Math.min(...places.metres)).toBeGreaterThanOrEqual(0.55);
  });

  it('are at most 2,500 for a hall', () => {
    const hall = { nx: 126, ny: 168, xFaces: even(126, 0.3), yFaces: even(168, 0.3) };
    expect(arrowPlaces(hall).first.length).toBeLessThanOrEqual(2_500);
  });

  it('show the mean velocity of their cells, blocked cells still', () => {
    const places = arrowPlaces(layout);
    const u = new Float32Array(28).fill(2);
    const v = new Float32Array(28).fill(-1);
    u[0] = Number.NaN;
    const out = new Float32Array(12);
    expect(blockVelocities(layout, places, u, v, out)).toBeCloseTo(Math.hypot(2, 1), 5);
    expect(out[0]).toBeCloseTo((3 * 2) / 4, 6);
    expect(out[1]).toBeCloseTo(-1, 6);
    expect(out[2]).toBeCloseTo(2, 6);
  });
});
