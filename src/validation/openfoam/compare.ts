import { createEngine, type EngineOptions, runSteady } from '../../engine/engine';
import type { ComparisonRoom } from './comparison-room';
import { type Readings, readField } from './readings';

export interface SimulatedRoom extends Readings {
  readonly converged: boolean;
  /** Air of each chassis, m³/s, and the first chassis of each rack with the end of the list. */
  readonly airflowM3s: readonly number[];
  readonly rackStart: readonly number[];
}

/** The room settled by this engine. */
export function simulateRoom(
  room: ComparisonRoom,
  options: Pick<EngineOptions, 'cellSize' | 'backend' | 'advection' | 'turbulence'>,
): SimulatedRoom {
  const engine = createEngine(room.site, { seed: 1, ...options });
  const { converged } = runSteady(engine);
  const { grid } = engine.room;
  return {
    ...readField(grid, engine.flows.grilles, room.profiles, engine.temperature),
    converged,
    airflowM3s: Array.from(engine.flows.chassis),
    rackStart: Array.from(engine.servers.structure.rackChassisStart),
  };
}

/** Differences of inlet and return air, K: ours less theirs. */
export interface Difference {
  readonly rackKelvin: readonly number[];
  readonly chassisKelvin: readonly number[];
  readonly worstRackKelvin: number;
  readonly worstChassisKelvin: number;
  readonly rmsChassisKelvin: number;
  readonly worstReturnKelvin: number;
}

interface Inlets {
  readonly inletCelsius: readonly number[];
  readonly returnCelsius: readonly number[];
}

/** Compares two sets of readings of one room; rack inlets are means by flow. */
export function difference(
  { airflowM3s, rackStart }: Pick<SimulatedRoom, 'airflowM3s' | 'rackStart'>,
  ours: Inlets,
  theirs: Inlets,
): Difference {
  const chassisKelvin = ours.inletCelsius.map((celsius, n) => celsius - theirs.inletCelsius[n]!);
  const rackKelvin = rackStart.slice(0, -1).flatMap((from, rack) => {
    let flow = 0;
    let sum = 0;
    for (let n = from; n < rackStart[rack + 1]!; n++) {
      flow += airflowM3s[n]!;
      sum += airflowM3s[n]! * chassisKelvin[n]!;
    }
    return flow > 0 ? [sum / flow] : [];
  });
  const returns = ours.returnCelsius.map((celsius, n) => celsius - theirs.returnCelsius[n]!);
  return {
    rackKelvin,
    chassisKelvin,
    worstRackKelvin: largest(rackKelvin),
    worstChassisKelvin: largest(chassisKelvin),
    rmsChassisKelvin: Math.sqrt(chassisKelvin.reduce((sum, k) => sum + k * k, 0) / chassisKelvin.length),
    worstReturnKelvin: largest(returns),
  };
}

const largest = (values: readonly number[]): number => Math.max(...values.map(Math.abs));
