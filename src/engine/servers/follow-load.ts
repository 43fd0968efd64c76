import type { Servers } from './servers';

/**
 * Storage and switches serve the servers: what is asked of each of them is the share that is asked of the site, however
 * the servers' work is placed.
 */
export function followLoad(servers: Servers, demandLevel: number): void {
  const { structure, serverDemandShare } = servers;
  for (const chassis of structure.supportChassis) {
    serverDemandShare.fill(
      demandLevel,
      structure.chassisServerStart[chassis],
      structure.chassisServerStart[chassis + 1],
    );
  }
}
