import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileKernels, KERNELS_MODULE, kernelsModule } from './compile';

describe('compiled kernels', () => {
  it('are what the committed sources compile to, byte for byte, and stay below 60 kB', {
    timeout: 60_000,
  }, async () => {
    const binary = await compileKernels();
    expect(binary.length).toBeLessThan(60_000);
    // `npm run kernels` brings them up to date.
    expect(readFileSync(KERNELS_MODULE, 'utf8')).toBe(kernelsModule(binary));
  });
});
