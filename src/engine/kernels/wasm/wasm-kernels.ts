import type { AirConstants, RoomKernels } from '../backend';
import { correctMomentumAdvection, correctScalarAdvection } from '../limited-advection';
import { AXES, type Axis, type Mesh } from '../mesh';
import { createPoissonSolver, type PoissonReport } from '../multigrid';
import type { FreeFace } from '../projection';
import { type ColouredList, colouredList } from '../stencil';
import { CHEN_XU } from '../turbulence';
import { wallDistance } from '../wall-distance';
import { createConductanceUpdates, updateConductance } from './conductance';
import { fillConductance, fillGeometry } from './fill';
import { packedIndex } from './layout';
import { allocateRoom, type RoomMemory } from './memory';
import { instantiate } from './module';

/** The kernels compiled to WebAssembly, over a memory of the room's size. */
export function createWasmKernels(
  module: WebAssembly.Module,
  mesh: Mesh,
  freeFaces: readonly FreeFace[],
  constants: AirConstants,
): RoomKernels {
  const solver = createPoissonSolver(mesh);
  const room = allocateRoom(mesh, solver);
  const { fields, levels } = room;
  const kernels = instantiate(module, room.memory, room.kernelSettings);
  const distance = new Float64Array(mesh.size);
  wallDistance(mesh, distance);
  fields.wallDistance.set(distance);
  fillGeometry(mesh, room);
  fields.viscosity.fill(constants.viscosity);
  const natural = [fields.conductanceX, fields.conductanceY, fields.conductanceZ] as const;
  fillConductance(mesh, solver, freeFaces, room);
  const updates = createConductanceUpdates(mesh, solver, freeFaces);
  const freePacked = Int32Array.from(freeFaces, ({ cell }) => {
    const k = Math.floor(cell / mesh.stride[2]);
    const j = Math.floor((cell - k * mesh.stride[2]) / mesh.stride[1]);
    return packedIndex(levels[0]!.box, cell - k * mesh.stride[2] - j * mesh.stride[1], j, k);
  });
  const velocity = [fields.u, fields.v, fields.w] as const;
  const { settings } = room;
  const { halfRow, half } = levels[0]!.box;
  const pack = (from: number, to: number) => kernels.pack(from, to, halfRow * 4, mesh.ny + 2, mesh.nz + 2, half * 4);
  const unpack = (from: number, to: number) =>
    kernels.unpack(from, to, halfRow * 4, mesh.ny + 2, mesh.nz + 2, half * 4);
  const correctAdvection = advectionCorrection(mesh, room);
  const slope = 1 / constants.turbulentPrandtl;
  const offset = constants.diffusivity - constants.viscosity * slope;

  return {
    backend: 'wasm',
    regions: { count: solver.regions, label: solver.region, air: solver.air },
    velocity,
    pressure: fields.pressure,
    temperature: fields.temperature,
    viscosity: fields.viscosity,
    jet: fields.jet,
    inflow: fields.inflow,
    inflowValue: fields.inflowValue,
    exchange: fields.exchange,
    exchangeValue: fields.exchangeValue,
    updateViscosity: () => kernels.updateViscosity(constants.viscosity, CHEN_XU),
    stepMomentum(dt, sweeps, limitedAdvection) {
      for (const axis of AXES) {
        const x = room.packedVelocity[axis];
        const source = limitedAdvection ? correctAdvection.momentum(axis) : axis === 2 ? settings.jet! : 0;
        kernels.momentumSource.value = source;
        pack(velocity[axis].byteOffset, x);
        if (axis === 0) kernels.assembleX(dt);
        else if (axis === 1) kernels.assembleY(dt);
        else kernels.assembleZ(dt, constants.buoyancy, constants.referenceCelsius);
        kernels.relax(x, sweeps);
      }
      for (const axis of AXES) unpack(room.packedVelocity[axis], velocity[axis].byteOffset);
    },
    project(dt, tolerance, maxIterations, report: PoissonReport) {
      updateConductance(updates, levels, natural, freeFaces, freePacked, velocity, dt);
      kernels.setDivergence();
      report.iterations = kernels.solve(tolerance, maxIterations);
      const start = kernels.startNorm.value as number;
      report.reduction = start > 0 ? (kernels.endNorm.value as number) / start : 0;
      kernels.correct(dt);
      for (let n = 0; n < freeFaces.length; n++) {
        const { axis, face, cell, inward, distance: gap } = freeFaces[n]!;
        velocity[axis][face]! -= (inward * updates.freeMobility[n]! * fields.correction[cell]!) / gap;
      }
    },
    stepHeat(dt, sweeps, limitedAdvection) {
      const x = room.packedVelocity[0];
      if (limitedAdvection) correctAdvection.heat();
      pack(fields.temperature.byteOffset, x);
      kernels.assembleHeat(dt, offset, slope);
      kernels.relax(x, sweeps);
      unpack(x, fields.temperature.byteOffset);
    },
    massImbalance: () => kernels.massImbalance(),
    heatContent: () => kernels.heatContent(),
    isFinite: () => kernels.isFinite() !== 0,
  };
}

/** The deferred correction to second order, from the fields of the last step, added through the sources. */
function advectionCorrection(mesh: Mesh, room: RoomMemory) {
  const { fields, settings } = room;
  const velocity = [fields.u, fields.v, fields.w] as const;
  // Built when first asked for: most runs never are.
  let lists: readonly ColouredList[] | null = null;
  let cells: ColouredList | null = null;
  return {
    momentum(axis: Axis): number {
      if (axis === 2) fields.advection.set(fields.jet);
      else fields.advection.fill(0);
      lists ??= AXES.map((along) => colouredList(mesh, (c) => mesh.open[along][c]! > 0));
      correctMomentumAdvection(mesh, axis, lists[axis]!, velocity, fields.advection);
      return settings.advection!;
    },
    heat(): void {
      cells ??= colouredList(mesh, (c) => mesh.solid[c] === 0);
      correctScalarAdvection(mesh, cells, velocity, fields.temperature, fields.inflowValue);
    },
  };
}
