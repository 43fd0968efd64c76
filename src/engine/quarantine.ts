import { type Engine, EngineError } from './state';

/**
 * Looks for a number that is not finite after a step. Throws EngineError with the step and the place, so that the
 * caller can stop with the last good state; the kernels look at all cells at once, and the place is sought only where they found one.
 */
export function quarantine(engine: Engine): void {
  const { servers, chassisInletCelsius } = engine;
  for (let n = 0; n < chassisInletCelsius.length; n++) {
    if (Number.isFinite(chassisInletCelsius[n]!) && Number.isFinite(servers.outletCelsius[n]!)) continue;
    throw diverged(engine, `the inlet of ${servers.structure.chassisIds[n]}`);
  }
  const { temperature, room, air } = engine;
  if (room.kernels.isFinite()) return;
  const { mesh } = room.grid;
  for (const c of room.kernels.regions.air) {
    if (Number.isFinite(temperature[c]!) && Number.isFinite(air.pressure[c]!)) continue;
    const k = Math.floor(c / mesh.stride[2]);
    const j = Math.floor((c - k * mesh.stride[2]) / mesh.stride[1]);
    const i = c - k * mesh.stride[2] - j * mesh.stride[1];
    const at = [i, j, k].map((n, axis) => mesh.faces[axis]![n - 1]!.toFixed(2));
    throw diverged(engine, `the air at (${at.join(', ')}) m`);
  }
}

function diverged(engine: Engine, place: string): EngineError {
  return new EngineError([
    {
      severity: 'error',
      code: 'diverged',
      path: '',
      message: `The simulation diverged at step ${engine.steps} in ${place}.`,
      remedy: 'Undo the last edit or reset the run; if it comes back, choose another cell size.',
    },
  ]);
}
