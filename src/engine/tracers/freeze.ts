import { outerExchange } from '../heat/heat';
import { effectiveDiffusivity } from '../kernels/scalar';
import type { Engine } from '../state';
import { type FrozenTransport, freezeTransport } from './adjoint';

/**
 * The transport of the air as it moves now, for any number of questions. 'heat' loses warmth to the room's surfaces as
 * the steady heat equation does; 'air' loses nothing.
 */
export function freezeEngineAir(engine: Engine, what: 'air' | 'heat' = 'air'): FrozenTransport {
  const { kernels, grid, surfaces } = engine.room;
  const diffusivity = new Float64Array(grid.mesh.size);
  for (let c = 0; c < diffusivity.length; c++) {
    diffusivity[c] = effectiveDiffusivity(surfaces.constants, kernels.viscosity[c]!);
  }
  const { velocity, inflow } = kernels;
  return freezeTransport({
    mesh: grid.mesh,
    velocity,
    diffusivity,
    inflow,
    exchange: what === 'heat' ? outerExchange(kernels, surfaces) : null,
  });
}
