import type { BackupStatus, PowerStatus } from '../../frame/power';
import type { Engine } from '../state';
import { rideThroughSeconds } from './backup';
import { chainElements, failoverLoads, feedLosses } from './elements';
import type { PowerState } from './state';
import { sideLossW, sidesOf } from './ups';

/** The electrical chain at this moment, as plain data for those who watch. */
export function powerStatus(engine: Engine, revision: number): PowerStatus {
  const { power, servers, measures } = engine;
  const { structure, capping, rackW } = power;
  const failover = failoverLoads(power, servers);
  return {
    revision,
    simulatedSeconds: engine.simulatedSeconds,
    described: structure.electrical !== null,
    twoFeeds: structure.feeds === 2,
    watts: { ...power.watts },
    joules: { ...power.joules },
    workRate: measures.workRate,
    work: servers.totals.deliveredWork,
    elements: chainElements(power, failover),
    lostSides: (['A', 'B'] as const).filter((_, s) => power.outages.side[s] === 1),
    darkRackIds: structure.rackIds.filter((_, r) => servers.supply.rackPowered[r] === 0),
    armed: power.breakers.armed === 1,
    feedLosses: feedLosses(power, failover),
    backup: backupStatus(engine),
    caps: capping.active
      ? structure.rackIds.flatMap((rackId, r) => {
          const capW = structure.rackCapW[r]!;
          if (!Number.isFinite(capW)) return [];
          return [{ rackId, capW, powerW: rackW[r]!, wantedW: capping.wantedRackW[r]! }];
        })
      : [],
    roomCap: Number.isFinite(structure.roomCapW)
      ? {
          capW: structure.roomCapW,
          powerW: measures.itW,
          wantedW: capping.wantedRackW.reduce((sum, watts) => sum + watts, 0),
        }
      : null,
  };
}

/** Who feeds the IT, or that it restarts after a time in the dark. */
export function backupStateOf({ power: { backup }, simulatedSeconds }: Engine): BackupStatus['state'] {
  const restarting = backup.source !== 'dark' && simulatedSeconds < backup.servingFromSeconds;
  return restarting ? 'restarting' : backup.source;
}

/** Battery and generator; null where the site has neither. */
function backupStatus(engine: Engine): BackupStatus | null {
  const { power } = engine;
  const { structure, backup } = power;
  const { electrical } = structure;
  const battery = electrical?.ups?.battery;
  const generator = electrical?.generator;
  if (battery === undefined && generator === undefined) return null;
  return {
    state: backupStateOf(engine),
    batteryShare: battery === undefined ? Number.NaN : backup.batteryJ / battery.usableJ,
    batteryUsableJ: battery?.usableJ ?? Number.NaN,
    rideThroughSeconds: rideThrough(power),
    generatorRatedW: generator?.ratedW ?? Number.NaN,
    generatorStartSeconds: generator?.startSeconds ?? Number.NaN,
    fuelShare: generator?.fuelJ === undefined ? Number.NaN : backup.fuelJ / generator.fuelJ,
    fuelJ: generator?.fuelJ === undefined ? Number.NaN : backup.fuelJ,
  };
}

/** How long the battery carries the load of this moment, or would carry it without the grid, s; NaN without one. */
export function rideThrough({ structure, backup, watts, loads }: PowerState): number {
  const ups = structure.electrical?.ups;
  if (ups?.battery === undefined) return Number.NaN;
  if (backup.source === 'battery') return rideThroughSeconds(ups, backup.batteryJ, watts.batteryW);
  // On battery the inverters work, whatever the mode is now.
  let neededW = 0;
  for (let s = 0; s < sidesOf(ups); s++) neededW += loads.upsW[s]! + sideLossW(ups, loads.upsW[s]!, true);
  return rideThroughSeconds(ups, backup.batteryJ, neededW);
}
