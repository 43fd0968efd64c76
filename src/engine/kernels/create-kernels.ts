import type { AirConstants, BackendName, RoomKernels } from './backend';
import type { Mesh } from './mesh';
import type { FreeFace } from './projection';
import { createReferenceKernels } from './reference-kernels';
import { usefulHelpers } from './wasm/crew';
import { kernelModule } from './wasm/module';
import type { ThreadTeam } from './wasm/thread-team';
import { createWasmKernels } from './wasm/wasm-kernels';

/**
 * The kernels of a back end for one room; where WebAssembly's vector instructions are missing, those of the reference.
 * A team's threads help where the room is large enough; results do not depend on them.
 */
export function createKernels(
  backend: BackendName,
  mesh: Mesh,
  freeFaces: readonly FreeFace[],
  constants: AirConstants,
  team: ThreadTeam | null = null,
): RoomKernels {
  if (backend === 'wasm') {
    if (team !== null && usefulHelpers(team, mesh) > 0) {
      const shared = kernelModule('shared');
      if (shared !== null) return createWasmKernels(shared, mesh, freeFaces, constants, team);
    }
    const alone = kernelModule('alone');
    if (alone !== null) return createWasmKernels(alone, mesh, freeFaces, constants, null);
  }
  return createReferenceKernels(mesh, freeFaces, constants);
}
