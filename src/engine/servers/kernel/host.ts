import type { GovernorName } from '../governor';
import type { ServerModel } from '../model';
import { type Arena, plainArena, type ServerArrays, type ServerKernel, type StepSettings } from './arrays';
import { modelBlock } from './model-block';
import { referenceKernel } from './reference';

export type ServerBackend = 'reference' | 'wasm';

/** Memory for the arrays of some servers, and the kernel that works on them. */
export interface KernelHost {
  readonly arena: Arena;
  kernel(arrays: ServerArrays, settings: StepSettings): ServerKernel;
}

export function createKernelHost(
  _backend: ServerBackend,
  models: readonly ServerModel[],
  governor: GovernorName,
  _servers: number,
  _groups: number,
): KernelHost {
  const blocks = models.map((model) => modelBlock(model, governor));
  return { arena: plainArena, kernel: (arrays, settings) => referenceKernel(arrays, blocks, settings) };
}
