import { POWER_STATE } from './kernel/arrays';
import type { Servers } from './servers';

/** A rack loses its supply: its servers go off at once. */
export function cutRack(servers: Servers, rack: number): void {
  const { supply, structure, serverState } = servers;
  if (supply.rackPowered[rack] === 0) return;
  supply.rackPowered[rack] = 0;
  supply.darkRacks++;
  serverState.fill(POWER_STATE.off, structure.rackServerStart[rack], structure.rackServerStart[rack + 1]);
}

/** A rack has power again: its servers start, and compute after `restartSeconds`. */
export function restoreRack(servers: Servers, rack: number, restartSeconds: number): void {
  const { supply, structure } = servers;
  if (supply.rackPowered[rack] === 1) return;
  supply.rackPowered[rack] = 1;
  supply.darkRacks--;
  const end = structure.rackServerStart[rack + 1]!;
  for (let s = structure.rackServerStart[rack]!; s < end; s++) startServer(servers, s, restartSeconds);
}

/** Starts a server that is off; until it computes nothing is placed on it. */
export function startServer(servers: Servers, server: number, seconds: number): void {
  servers.serverState[server] = POWER_STATE.waking;
  servers.serverTimerSeconds[server] = seconds;
  if (servers.restarting[server] === 0) servers.supply.restartingServers++;
  servers.restarting[server] = 1;
}

/** Without supply nothing is drawn, not even standby, and no fan turns; what masses hold stays in them. */
export function darken(servers: Servers): void {
  const { groups, supply, structure } = servers;
  for (let chassis = 0; chassis < servers.powerW.length; chassis++) {
    if (supply.rackPowered[structure.chassisRack[chassis]!] === 1) continue;
    servers.powerW[chassis] = 0;
    servers.airflowM3s[chassis] = 0;
    groups.groupChipStoredW[chassis] = 0;
    groups.groupDeliveredSum[chassis] = 0;
    // It is not heat that has switched them off.
    groups.groupOff[chassis] = 0;
    groups.groupThrottled[chassis] = 0;
    if (!Number.isNaN(servers.fanPowerW[chassis]!)) servers.fanPowerW[chassis] = 0;
    servers.serverPowerW.fill(0, structure.chassisServerStart[chassis], structure.chassisServerStart[chassis + 1]);
  }
}
