import { expect, it } from 'vitest';
import { createRandom, nextNormal, nextUniform } from './random';

it('same seed and stream give the same numbers, another stream gives others', () => {
  const draw = (seed: number, stream: number) => {
    const state = createRandom(seed, stream);
    return Array.from({ length: 8 }, () => nextUniform(state));
  };
  expect(draw(7, 1)).toEqual(draw(7, 1));
  expect(draw(7, 1)).not.toEqual(draw(7, 2));
  expect(draw(7, 1)).not.toEqual(draw(8, 1));
});

it('uniform numbers have mean 1/2 and variance 1/12, normal numbers mean 0 and variance 1', () => {
  const state = createRandom(1);
  const count = 100_000;
  let outside = 0;
  let uniformSum = 0;
  let uniformSquares = 0;
  let normalSum = 0;
  let normalSquares = 0;
  for (let i = 0; i < count; i++) {
    const u = nextUniform(state);
    if (u < 0 || u >= 1) outside++;
    uniformSum += u;
    uniformSquares += (u - 0.5) ** 2;
    const n = nextNormal(state);
    normalSum += n;
    normalSquares += n * n;
  }
  expect(outside).toBe(0);
  expect(uniformSum / count).toBeCloseTo(0.5, 2);
  expect(uniformSquares / count).toBeCloseTo(1 / 12, 3);
  expect(Math.abs(normalSum / count)).toBeLessThan(0.01);
  expect(normalSquares / count).toBeCloseTo(1, 1);
});

it('a copied state resumes where the original would have gone', () => {
  const original = createRandom(42);
  nextUniform(original);
  const copy = original.slice();
  expect(nextUniform(copy)).toBe(nextUniform(original));
});
