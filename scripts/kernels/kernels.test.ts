import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  compileKernels,
  compileServerKernel,
  KERNELS_MODULE,
  kernelsModule,
  SERVER_KERNEL_MODULE,
  serverKernelModule,
} from './compile';

describe('compiled kernels', () => {
  it('are what the committed sources compile to, byte for byte, and stay below 60 kB', {
    timeout: 60_000,
  }, async () => {
    const binary = await compileKernels();
    expect(binary.length).toBeLessThan(60_000);
    // `npm run kernels` brings them up to date.
    expect(readFileSync(KERNELS_MODULE, 'utf8')).toBe(kernelsModule(binary));
  });

  it('of the servers are so too, and stay below 16 kB', { timeout: 60_000 }, async () => {
    const binary = await compileServerKernel();
    expect(binary.length).toBeLessThan(16_000);
    expect(readFileSync(SERVER_KERNEL_MODULE, 'utf8')).toBe(serverKernelModule(binary));
  });
});
