import type { GovernorName } from '../governor';
import type { ServerModel } from '../model';
import { type Arena, plainArena, type ServerArrays, type ServerKernel, type StepSettings } from './arrays';
import { modelBlock } from './model-block';
import { referenceKernel } from './reference';
import { createWasmHost } from './wasm-host';

export type ServerBackend = 'reference' | 'wasm';

/** Memory for the arrays of some servers, and the kernel that works on them. */
export interface KernelHost {
  readonly arena: Arena;
  kernel(arrays: ServerArrays, settings: StepSettings): ServerKernel;
}

/** 'wasm' falls back to the reference where the machine cannot run compiled vector code. */
export function createKernelHost(
  backend: ServerBackend,
  models: readonly ServerModel[],
  governor: GovernorName,
  servers: number,
  groups: number,
): KernelHost {
  const blocks = models.map((model) => modelBlock(model, governor));
  const host = backend === 'wasm' ? createWasmHost(blocks, servers, groups) : null;
  return host ?? { arena: plainArena, kernel: (arrays, settings) => referenceKernel(arrays, blocks, settings) };
}
