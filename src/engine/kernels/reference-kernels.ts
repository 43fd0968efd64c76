import type { AirConstants, RoomKernels } from './backend';
import { isUnchanged } from './geometry-change';
import { createKEpsilon, LEAST_DISSIPATION, LEAST_ENERGY } from './k-epsilon';
import { correctMomentumAdvection, correctScalarAdvection } from './limited-advection';
import { AXES, type Axis, type Mesh } from './mesh';
import { assembleMomentum } from './momentum';
import { createPoissonSolver } from './multigrid';
import { createProjectionScratch, divergence, type FreeFace, noteSpeeds, project, sameFreeFaces } from './projection';
import { assembleScalar, effectiveDiffusivity } from './scalar';
import { colouredList, createStencil, relax } from './stencil';
import { zeroEquationViscosity } from './turbulence';
import { wallDistance } from './wall-distance';

/** The kernels in plain TypeScript and double precision, written like the equations: the yardstick of the others. */
export function createReferenceKernels(
  mesh: Mesh,
  freeFaces: readonly FreeFace[],
  constants: AirConstants,
): RoomKernels {
  const array = () => new Float64Array(mesh.size);
  const velocity = [array(), array(), array()] as const;
  const next = [array(), array(), array()] as const;
  const [pressure, temperature, acceleration, diffusivity, previous, jet] = [
    array(),
    array(),
    array(),
    array(),
    array(),
    array(),
  ];
  const [inflow, inflowValue, exchange, exchangeValue, distance] = [array(), array(), array(), array(), array()];
  const viscosity = array().fill(constants.viscosity);
  const turbulence = {
    energy: array().fill(LEAST_ENERGY),
    dissipation: array().fill(LEAST_DISSIPATION),
    production: array(),
    friction: array(),
    inflow,
    inflowEnergy: array(),
    inflowDissipation: array(),
  };
  wallDistance(mesh, distance);
  const solver = createPoissonSolver(mesh);
  const projection = createProjectionScratch(mesh, freeFaces);
  const stencil = createStencil(mesh.size);
  const faces = AXES.map((axis) => colouredList(mesh, (c) => mesh.open[axis][c]! > 0));
  const cells = colouredList(mesh, (c) => mesh.solid[c] === 0);
  const { air } = solver;
  const twoEquations = constants.turbulence === 'k-epsilon';
  const stepKEpsilon = twoEquations ? createKEpsilon(mesh, cells, constants.viscosity, distance, turbulence) : null;

  const solveAxis = (axis: Axis, dt: number, sweeps: number, limitedAdvection: boolean) => {
    const list = faces[axis]!;
    const up = axis === 2;
    const terms = {
      velocity,
      pressure,
      viscosity,
      molecular: constants.viscosity,
      friction: twoEquations ? turbulence.friction : null,
      acceleration: up ? acceleration : null,
      source: up ? jet : null,
      dt,
    };
    assembleMomentum(mesh, axis, list.red, terms, stencil);
    assembleMomentum(mesh, axis, list.black, terms, stencil);
    if (limitedAdvection) correctMomentumAdvection(mesh, axis, list, velocity, stencil.right);
    next[axis].set(velocity[axis]);
    relax(mesh, stencil, list, next[axis], sweeps);
  };

  return {
    backend: 'reference',
    turbulence: constants.turbulence,
    regions: { count: solver.regions, label: solver.region, air },
    velocity,
    pressure,
    temperature,
    viscosity,
    turbulentEnergy: turbulence.energy,
    dissipation: turbulence.dissipation,
    inflowEnergy: turbulence.inflowEnergy,
    inflowDissipation: turbulence.inflowDissipation,
    jet,
    inflow,
    inflowValue,
    exchange,
    exchangeValue,
    // The yardstick stays plain: another room means other kernels.
    reshape: (_mesh, nextFreeFaces, change) => isUnchanged(change) && sameFreeFaces(freeFaces, nextFreeFaces),
    stepTurbulence(dt, sweeps) {
      if (stepKEpsilon === null) zeroEquationViscosity(mesh, velocity, distance, constants.viscosity, viscosity);
      else stepKEpsilon(velocity, viscosity, dt, sweeps);
    },
    stepMomentum(dt, sweeps, limitedAdvection) {
      noteSpeeds(projection, freeFaces, velocity);
      // Boussinesq: a = g beta (T - T_ref).
      for (let n = 0; n < air.length; n++) {
        acceleration[air[n]!] = constants.buoyancy * (temperature[air[n]!]! - constants.referenceCelsius);
      }
      // The three components are solved from the same old velocity: later ones must not see earlier ones.
      for (const axis of AXES) solveAxis(axis, dt, sweeps, limitedAdvection);
      for (const axis of AXES) velocity[axis].set(next[axis]);
    },
    project: (dt, tolerance, maxIterations, report) =>
      project(mesh, solver, projection, freeFaces, velocity, pressure, dt, tolerance, maxIterations, report),
    stepHeat(dt, sweeps, limitedAdvection) {
      for (let c = 0; c < diffusivity.length; c++) diffusivity[c] = effectiveDiffusivity(constants, viscosity[c]!);
      previous.set(temperature);
      assembleScalar(
        mesh,
        cells,
        { velocity, diffusivity, previous, inflow, inflowValue, exchange, exchangeValue, dt },
        stencil,
      );
      if (limitedAdvection) correctScalarAdvection(mesh, cells, velocity, previous, stencil.right);
      relax(mesh, stencil, cells, temperature, sweeps);
    },
    massImbalance: () => divergence(mesh, velocity, projection.divergence),
    heatContent: () => heatContent(mesh, temperature),
    isFinite: () => air.every((c) => Number.isFinite(temperature[c]!) && Number.isFinite(pressure[c]!)),
    release: () => {},
  };
}

/** Volume integral of a cell field over the air. */
function heatContent(mesh: Mesh, temperature: Float64Array): number {
  let sum = 0;
  for (let k = 1; k <= mesh.nz; k++) {
    for (let j = 1; j <= mesh.ny; j++) {
      let c = 1 + mesh.stride[1] * j + mesh.stride[2] * k;
      const area = mesh.width[1][j]! * mesh.width[2][k]!;
      for (let i = 1; i <= mesh.nx; i++, c++) {
        if (!mesh.solid[c]) sum += temperature[c]! * mesh.width[0][i]! * area;
      }
    }
  }
  return sum;
}
