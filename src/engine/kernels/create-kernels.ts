import type { AirConstants, BackendName, RoomKernels } from './backend';
import type { Mesh } from './mesh';
import type { FreeFace } from './projection';
import { createReferenceKernels } from './reference-kernels';
import { kernelModule } from './wasm/module';
import { createWasmKernels } from './wasm/wasm-kernels';

/** The kernels of a back end for one room; where WebAssembly's vector instructions are missing, those of the reference. */
export function createKernels(
  backend: BackendName,
  mesh: Mesh,
  freeFaces: readonly FreeFace[],
  constants: AirConstants,
): RoomKernels {
  const module = backend === 'wasm' ? kernelModule() : null;
  return module === null
    ? createReferenceKernels(mesh, freeFaces, constants)
    : createWasmKernels(module, mesh, freeFaces, constants);
}
