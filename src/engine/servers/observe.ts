import type { Observation } from '../scheduler/observation';
import { POWER_STATE } from './kernel/arrays';
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
    serverOpen: new Uint8Array(structure.serverCapacity.length).fill(1),
    closedServers: 0,
  };
}

/**
 * Refreshes the flow-weighted mean inlet temperature of each rack, NaN for a rack that draws no air, and which servers may
 * be given work.
 */
export function observeRackInlets(servers: Servers, chassisInletCelsius: Float64Array, observation: Observation): void {
  observeOpenServers(servers, observation);
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

/** Looks at every server only while any is off or restarts. */
function observeOpenServers(servers: Servers, observation: Observation): void {
  const { supply, totals, serverState, restarting } = servers;
  if (supply.darkRacks === 0 && supply.restartingServers === 0 && totals.offServers === 0) {
    if (observation.closedServers > 0) observation.serverOpen.fill(1);
    observation.closedServers = 0;
    return;
  }
  const { serverOpen } = observation;
  let closed = 0;
  for (let s = 0; s < serverOpen.length; s++) {
    if (restarting[s] === 1 && (serverState[s] === POWER_STATE.on || serverState[s] === POWER_STATE.asleep)) {
      restarting[s] = 0;
      supply.restartingServers--;
    }
    const open = serverState[s] !== POWER_STATE.off && restarting[s] === 0;
    serverOpen[s] = open ? 1 : 0;
    if (!open) closed++;
  }
  observation.closedServers = closed;
}
