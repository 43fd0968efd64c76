import type { Engine } from '../../engine/engine';
import { portCelsius } from '../../engine/heat/heat';
import { createSteadyHeatScratch, solveSteadyHeat } from '../../engine/heat/steady-heat';
import { createRandom, nextUniform } from '../../engine/random';
import { crossInterference, inletsOf } from '../../engine/tracers/cross-interference';
import { type AirTrace, finishJob, traceAir } from '../../engine/tracers/trace-air';
import { traceHeat } from '../../engine/tracers/traced-indices';
import { AIR_HEAT_CAPACITY } from '../../units/air';

const STREAM = 83;

export interface Superposition {
  /** Largest difference of a chassis inlet between the matrix and the solved room, over all draws, K. */
  worstKelvin: number;
  rmseKelvin: number;
  /** Largest difference of a rack's mean inlet where the matrix knows racks only, K. */
  worstByRackKelvin: number;
  leastKelvinPerWatt: number;
  /** Largest part of an exhaust that is recirculated. */
  mostRecirculated: number;
  draws: number;
}

/**
 * On the frozen air of a settled engine: inlets by T = W T_supply + D P against the heat equation solved in every cell, for
 * random powers of the chassis between nothing and twice their own. Leaves other temperatures in the engine than it found.
 */
export function superposition(engine: Engine, draws: number, seed: number): Superposition {
  const byChassis = finishJob(traceAir(engine, { detail: 'chassis', what: 'heat' }));
  const byRack = finishJob(traceAir(engine, { detail: 'rack', what: 'heat' }));
  const chassisMatrix = crossInterference(byChassis);
  const rackMatrix = crossInterference(byRack);
  const { supplyCelsius } = traceHeat(engine, byChassis.groupChassisStart);
  const own = traceHeat(engine, byChassis.groupChassisStart).heatW;
  const random = createRandom(seed, STREAM);
  let worst = 0;
  let worstByRack = 0;
  let squares = 0;
  for (let draw = 0; draw < draws; draw++) {
    const powerW = own.map((watts) => 2 * watts * nextUniform(random));
    const solved = frozenInlets(engine, powerW);
    const predicted = inletsOf(chassisMatrix, powerW, supplyCelsius);
    for (let c = 0; c < solved.length; c++) {
      const error = predicted[c]! - solved[c]!;
      worst = Math.max(worst, Math.abs(error));
      squares += error * error;
    }
    const racks = inletsOf(rackMatrix, sums(powerW, byRack), supplyCelsius);
    const solvedRacks = means(solved, byChassis.takenM3s, byRack);
    for (let r = 0; r < racks.length; r++) {
      if (solvedRacks[r] !== undefined && !Number.isNaN(solvedRacks[r]!)) {
        worstByRack = Math.max(worstByRack, Math.abs(racks[r]! - solvedRacks[r]!));
      }
    }
  }
  const { groups, interference } = chassisMatrix;
  let mostRecirculated = 0;
  for (let i = 0; i < groups; i++) {
    const sum = interference.subarray(i * groups, (i + 1) * groups).reduce((a, b) => a + b, 0);
    mostRecirculated = Math.max(mostRecirculated, sum);
  }
  return {
    worstKelvin: worst,
    rmseKelvin: Math.sqrt(squares / (draws * own.length)),
    worstByRackKelvin: worstByRack,
    leastKelvinPerWatt: chassisMatrix.distribution.reduce((least, value) => Math.min(least, value), Infinity),
    mostRecirculated,
    draws,
  };
}

/** Chassis inlets of the heat equation on frozen air, for the heat that each chassis gives to its air. */
function frozenInlets(engine: Engine, powerW: Float64Array): Float64Array {
  const { room, inflows, chassisInletCelsius, flows } = engine;
  for (let c = 0; c < powerW.length; c++) {
    const rise = flows.chassis[c]! > 0 ? powerW[c]! / (flows.chassis[c]! * AIR_HEAT_CAPACITY) : 0;
    inflows.chassisCelsius[c] = chassisInletCelsius[c]! + rise;
  }
  const scratch = createSteadyHeatScratch(room.grid);
  const limited = engine.options.advection === 'limited';
  solveSteadyHeat(room.grid, room.kernels, room.surfaces, scratch, inflows, chassisInletCelsius, limited, 1e-8, 4000);
  return Float64Array.from(room.grid.chassisInlets, (port) => portCelsius(port, engine.temperature));
}

function sums(values: Float64Array, { groupChassisStart: start }: AirTrace): Float64Array {
  return Float64Array.from({ length: start.length - 1 }, (_, g) =>
    values.subarray(start[g]!, start[g + 1]!).reduce((sum, value) => sum + value, 0),
  );
}

function means(celsius: Float64Array, flow: Float64Array, { groupChassisStart: start }: AirTrace): Float64Array {
  return Float64Array.from({ length: start.length - 1 }, (_, g) => {
    let total = 0;
    let carried = 0;
    for (let c = start[g]!; c < start[g + 1]!; c++) {
      total += flow[c]!;
      carried += flow[c]! * celsius[c]!;
    }
    return carried / total;
  });
}
