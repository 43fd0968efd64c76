import type { GovernorName } from '../governor';
import type { ServerModel } from '../model';
import { type KernelHost, plainArena } from './arrays';
import { modelBlock } from './model-block';
import { referenceKernel } from './reference';
import { createWasmHost } from './wasm-host';

export type ServerBackend = 'reference' | 'wasm';

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
