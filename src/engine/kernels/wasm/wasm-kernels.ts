import type { AirConstants, RoomKernels } from '../backend';
import { isUnchanged, leaks } from '../geometry-change';
import { LEAST_DISSIPATION, LEAST_ENERGY } from '../k-epsilon';
import type { Mesh } from '../mesh';
import { airOf, createPoissonSolver, type PoissonReport } from '../multigrid';
import { type FreeFace, sameFreeFaces } from '../projection';
import { CHEN_XU } from '../turbulence';
import { wallDistance } from '../wall-distance';
import { createConductanceUpdates, noteSpeeds, updateConductance } from './conductance';
import { createCrew, usefulHelpers } from './crew';
import { fillConductance, fillGeometry } from './fill';
import { packedIndex } from './layout';
import { allocateRoom } from './memory';
import { instantiate } from './module';
import { reshapeRoom } from './reshape';
import type { ThreadTeam } from './thread-team';

/** The kernels compiled to WebAssembly, over a memory of the room's size; shared with the team's threads, if there is one. */
export function createWasmKernels(
  module: WebAssembly.Module,
  firstMesh: Mesh,
  freeFaces: readonly FreeFace[],
  constants: AirConstants,
  team: ThreadTeam | null,
): RoomKernels {
  let mesh = firstMesh;
  const solver = createPoissonSolver(mesh);
  const helpers = team === null ? 0 : usefulHelpers(team, mesh);
  const room = allocateRoom(mesh, solver, helpers, constants.turbulence, (pages) =>
    team === null ? new WebAssembly.Memory({ initial: pages, maximum: pages }) : team.takeMemory(pages),
  );
  const { fields, levels } = room;
  const kernels = instantiate(module, room.memory, room.settings);
  const crew = team === null ? null : createCrew(team, helpers, module, room, kernels);
  const distance = new Float64Array(mesh.size);
  wallDistance(mesh, distance);
  fields.wallDistance.set(distance);
  fillGeometry(mesh, room);
  fields.viscosity.fill(constants.viscosity);
  fields.energy.fill(LEAST_ENERGY);
  fields.dissipation.fill(LEAST_DISSIPATION);
  const natural = [fields.conductanceX, fields.conductanceY, fields.conductanceZ] as const;
  fillConductance(mesh, solver, freeFaces, room);
  let updates = createConductanceUpdates(mesh, solver, freeFaces);
  const freePacked = Int32Array.from(freeFaces, ({ cell }) => {
    const k = Math.floor(cell / mesh.stride[2]);
    const j = Math.floor((cell - k * mesh.stride[2]) / mesh.stride[1]);
    return packedIndex(levels[0]!.box, cell - k * mesh.stride[2] - j * mesh.stride[1], j, k);
  });
  const velocity = [fields.u, fields.v, fields.w] as const;
  const mostRegions = room.regionCells.length - 1;
  const regions = { count: solver.regions, label: solver.region, air: solver.air };
  const slope = 1 / constants.turbulentPrandtl;
  const offset = constants.diffusivity - constants.viscosity * slope;

  return {
    backend: 'wasm',
    turbulence: constants.turbulence,
    regions,
    velocity,
    pressure: fields.pressure,
    temperature: fields.temperature,
    viscosity: fields.viscosity,
    turbulentEnergy: fields.energy,
    dissipation: fields.dissipation,
    inflowEnergy: fields.inflowEnergy,
    inflowDissipation: fields.inflowDissipation,
    jet: fields.jet,
    inflow: fields.inflow,
    inflowValue: fields.inflowValue,
    exchange: fields.exchange,
    exchangeValue: fields.exchangeValue,
    reshape(next, nextFreeFaces, change) {
      if (!sameFreeFaces(freeFaces, nextFreeFaces)) return false;
      if (isUnchanged(change)) return true;
      const air = airOf(next);
      if (air.regions > mostRegions) return false;
      const before = mesh;
      mesh = next;
      reshapeRoom(mesh, air, change, solver, room);
      wallDistance(mesh, distance);
      fields.wallDistance.set(distance);
      if (leaks(before, change) || leaks(mesh, change)) updates = createConductanceUpdates(mesh, solver, freeFaces);
      Object.assign(regions, { count: solver.regions, label: solver.region, air: solver.air });
      kernels.regions.value = solver.regions;
      return true;
    },
    stepTurbulence(dt, sweeps) {
      crew?.summon();
      if (constants.turbulence === 'k-epsilon') kernels.stepKEpsilon(dt, sweeps, constants.viscosity);
      else kernels.updateViscosity(constants.viscosity, CHEN_XU);
    },
    stepMomentum(dt, sweeps, limitedAdvection) {
      noteSpeeds(updates, freeFaces, velocity);
      crew?.summon();
      const { viscosity, buoyancy, referenceCelsius } = constants;
      kernels.stepMomentum(dt, sweeps, limitedAdvection, viscosity, buoyancy, referenceCelsius);
    },
    project(dt, tolerance, maxIterations, report: PoissonReport) {
      updateConductance(updates, levels, natural, freeFaces, freePacked, dt);
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
      crew?.summon();
      kernels.stepHeat(dt, sweeps, limitedAdvection, offset, slope);
    },
    massImbalance: () => kernels.massImbalance(),
    heatContent: () => kernels.heatContent(),
    isFinite: () => kernels.isFinite() !== 0,
    release: () => crew?.release(),
  };
}
