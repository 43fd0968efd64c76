import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveQuadraticProgram } from './quadratic-program';

const program = (hessian: number[], gradient: number[], matrix: number[], bounds: number[]) => ({
  variables: gradient.length,
  rows: bounds.length,
  hessian: Float64Array.from(hessian),
  gradient: Float64Array.from(gradient),
  matrix: Float64Array.from(matrix),
  bounds: Float64Array.from(bounds),
});

describe('a quadratic program', () => {
  it('finds the minimum inside, at a bound, and in a corner', () => {
    // (x - 1)² + (y - 2.5)² with x - 2y >= -2, x + 2y <= 6, x - 2y <= 2, x >= 0, y >= 0: the corner cut at (1.4, 1.7).
    const found = solveQuadraticProgram(
      program([2, 0, 0, 2], [-2, -5], [-1, 2, 1, 2, 1, -2, -1, 0, 0, -1], [2, 6, 2, 0, 0]),
    )!;
    expect(found[0]).toBeCloseTo(1.4, 5);
    expect(found[1]).toBeCloseTo(1.7, 5);
    const inside = solveQuadraticProgram(program([2, 0, 0, 2], [-2, -2], [1, 0, 0, 1], [5, 5]))!;
    expect([...inside].map((x) => Math.round(1e5 * x) / 1e5)).toEqual([1, 1]);
  });

  it('is where a box clips it, for any convex diagonal problem', () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, fc.double({ min: 0.5, max: 4, noNaN: true })), { minLength: 1, maxLength: 6 }),
        (terms) => {
          const n = terms.length;
          const hessian = Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? terms[at / (n + 1)]![1] : 0));
          const rows = Array.from({ length: 2 * n * n }, (_, at) => {
            const row = Math.floor(at / n);
            return at % n === row % n ? (row < n ? 1 : -1) : 0;
          });
          const found = solveQuadraticProgram(
            program(
              hessian,
              terms.map(([aim, curvature]) => -aim * curvature),
              rows,
              new Array(2 * n).fill(1),
            ),
          )!;
          terms.forEach(([aim], i) => {
            expect(found[i]).toBeCloseTo(Math.max(-1, Math.min(1, aim)), 4);
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});
