import { POWER_STATE } from './kernel/arrays';
import type { Servers } from './servers';
import { startServer } from './supply';

/** Time from switching a server on until it can work, s (assumption; a site may say otherwise for its IT). */
export const RESTART_SECONDS = 120;

/** Starts the servers that heat has switched off; they work after `seconds`. Racks without power wait for it. */
export function restartServers(servers: Servers, seconds = RESTART_SECONDS): void {
  const { serverState, structure, supply } = servers;
  for (let rack = 0; rack < supply.rackPowered.length; rack++) {
    if (supply.rackPowered[rack] === 0) continue;
    const end = structure.rackServerStart[rack + 1]!;
    for (let s = structure.rackServerStart[rack]!; s < end; s++) {
      if (serverState[s] === POWER_STATE.off) startServer(servers, s, seconds);
    }
  }
}
