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
  const blocks = models.map((model) => blockOf(model, governor));
  const host = backend === 'wasm' ? createWasmHost(blocks, servers, groups) : null;
  return host ?? { arena: plainArena, kernel: (arrays, settings) => referenceKernel(arrays, blocks, settings) };
}

/** Blocks of models that are in use: a room that follows a rack in the hand makes its servers anew with every move. */
const known = new WeakMap<ServerModel, Map<GovernorName, Float64Array>>();

function blockOf(model: ServerModel, governor: GovernorName): Float64Array {
  const blocks = known.get(model) ?? new Map<GovernorName, Float64Array>();
  known.set(model, blocks);
  const block = blocks.get(governor) ?? modelBlock(model, governor);
  blocks.set(governor, block);
  return block;
}
