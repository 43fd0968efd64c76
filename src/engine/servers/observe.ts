import type { Observation } from '../scheduler/observation';
import type { Servers } from './servers';

/** The dispatcher's view of these servers; it shares their arrays, so only rack inlets need refreshing. */
export function createObservation(servers: Servers): Observation {
  const { structure } = servers;
  return {
    rackServerStart: structure.rackServerStart,
    serverCapacity: structure.serverCapacity,
    serverPool: structure.serverPool,
    poolCapacity: structure.poolCapacity,
    rackInletCelsius: new Float64Array(structure.rackIds.length).fill(Number.NaN),
    serverUtilisation: servers.serverUtilisation,
  };
}

/** Refreshes the flow-weighted mean inlet temperature of each rack; NaN for a rack that draws no air. */
export function observeRackInlets(servers: Servers, chassisInletCelsius: Float64Array, observation: Observation): void {
  const { rackChassisStart } = servers.structure;
  for (let rack = 0; rack < observation.rackInletCelsius.length; rack++) {
    let flow = 0;
    let carried = 0;
    for (let chassis = rackChassisStart[rack]!; chassis < rackChassisStart[rack + 1]!; chassis++) {
      flow += servers.airflowM3s[chassis]!;
      carried += servers.airflowM3s[chassis]! * chassisInletCelsius[chassis]!;
    }
    observation.rackInletCelsius[rack] = flow > 0 ? carried / flow : Number.NaN;
  }
}
