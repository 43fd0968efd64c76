import type { BackupStatus, PowerStatus } from '../../frame/power';
import type { Engine } from '../state';
import { rideThroughSeconds } from './backup';
import { createChainLoads, loadChain, NONE_LOST } from './chain';
import { chainElements, failoverLoads, feedLosses } from './elements';
import type { PowerState } from './state';

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

/** Battery and generator; null where the site has neither. */
function backupStatus({ power, servers }: Engine): BackupStatus | null {
  const { structure, backup } = power;
  const { electrical } = structure;
  const battery = electrical?.ups?.battery;
  const generator = electrical?.generator;
  if (battery === undefined && generator === undefined) return null;
  const restarting = backup.source !== 'dark' && !servers.supply.serving;
  return {
    state: restarting ? 'restarting' : backup.source,
    batteryShare: battery === undefined ? Number.NaN : backup.batteryJ / battery.usableJ,
    batteryUsableJ: battery?.usableJ ?? Number.NaN,
    rideThroughSeconds: rideThroughSeconds(electrical?.ups, backup.batteryJ, batteryLoadW(power, servers.totals.itW)),
    generatorRatedW: generator?.ratedW ?? Number.NaN,
    generatorStartSeconds: generator?.startSeconds ?? Number.NaN,
    fuelShare: generator?.fuelJ === undefined ? Number.NaN : backup.fuelJ / generator.fuelJ,
    fuelJ: generator?.fuelJ === undefined ? Number.NaN : backup.fuelJ,
  };
}

/** What the battery gives, or would have to give for the racks of this moment, W. */
function batteryLoadW({ structure, backup, watts, rackW }: PowerState, itW: number): number {
  if (backup.source === 'battery') return watts.batteryW;
  const loads = createChainLoads(structure);
  loadChain(structure, rackW, itW, NONE_LOST, 0, true, loads);
  return loads.inputW;
}
