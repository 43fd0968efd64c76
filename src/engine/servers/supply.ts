import { POWER_STATE } from './kernel/arrays';
import type { Servers } from './servers';

/** The racks lose their supply: every server goes off at once. */
export function cutSupply(servers: Servers): void {
  servers.supply.powered = false;
  servers.serverState.fill(POWER_STATE.off);
}

/** Power is back: servers start, and compute after `restartSeconds`. */
export function restoreSupply(servers: Servers, restartSeconds: number): void {
  servers.supply.powered = true;
  servers.serverState.fill(POWER_STATE.waking);
  servers.serverTimerSeconds.fill(restartSeconds);
}

/** Without supply nothing is drawn, not even standby, and no fan turns; what masses hold stays in them. */
export function darken(servers: Servers): void {
  const { groups } = servers;
  servers.powerW.fill(0);
  servers.airflowM3s.fill(0);
  groups.groupChipStoredW.fill(0);
  groups.groupDeliveredSum.fill(0);
  // It is not heat that has switched them off.
  groups.groupOff.fill(0);
  groups.groupThrottled.fill(0);
  servers.serverPowerW.fill(0);
  for (let chassis = 0; chassis < servers.fanPowerW.length; chassis++) {
    if (!Number.isNaN(servers.fanPowerW[chassis]!)) servers.fanPowerW[chassis] = 0;
  }
}
