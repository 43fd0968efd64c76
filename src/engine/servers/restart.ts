import { POWER_STATE } from './kernel/arrays';
import type { Servers } from './servers';

/** Time from switching a server on until it can work, s (assumption; a site may say otherwise for its IT). */
export const RESTART_SECONDS = 120;

/** Starts the servers that heat has switched off; they work after `seconds`. */
export function restartServers(servers: Servers, seconds = RESTART_SECONDS): void {
  const { serverState, serverTimerSeconds } = servers;
  for (let s = 0; s < serverState.length; s++) {
    if (serverState[s] !== POWER_STATE.off) continue;
    serverState[s] = POWER_STATE.waking;
    serverTimerSeconds[s] = seconds;
  }
}
