import type { Servers } from '../servers/servers';
import { cutRack, restoreRack } from '../servers/supply';
import type { PowerSource } from './backup';
import { reaches } from './outages';
import type { PowerState } from './state';

/**
 * Tells each rack whether it is fed: by anything at all, and past what is out in the chain. After a time in the dark its
 * servers need their restart. A site that does not describe its chain is fed always.
 */
export function feedRacks(
  power: PowerState,
  source: PowerSource,
  servers: Servers,
  nowSeconds: number,
  restartSeconds: number,
): void {
  const { structure, backup, outages } = power;
  if (structure.electrical === null) return;
  if (backup.source === 'dark' && source !== 'dark') backup.servingFromSeconds = nowSeconds + restartSeconds;
  backup.source = source;
  const { rackPowered } = servers.supply;
  for (let r = 0; r < rackPowered.length; r++) {
    const fed =
      source !== 'dark' && (reaches(structure, outages, r, 0) === 1 || reaches(structure, outages, r, 1) === 1);
    if (fed === (rackPowered[r] === 1)) continue;
    if (fed) restoreRack(servers, r, restartSeconds);
    else cutRack(servers, r);
  }
}
