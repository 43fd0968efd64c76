import type { Workload } from '../../../site/schema/energy';
import type { ServerOperation } from '../../../site/schema/server-operation';
import { type Site, siteSchema } from '../../../site/schema/site';
import { createNoise, demandAt } from '../../workload/demand';
import type { GovernorName } from '../governor';
import type { ServerBackend } from '../kernel/host';
import { createServers, type Servers } from '../servers';
import { createWorkQueue, type WorkQueue } from './work-queue';

/** One way to run the servers. */
export interface DvfsPolicy {
  readonly name: string;
  readonly governor: GovernorName;
  /** each: every server has its own work; pack: one queue, filled into the servers in order. */
  readonly placement: 'each' | 'pack';
  /** Highest frequency allowed, share of the highest there is. */
  readonly frequencyCap?: number;
  readonly sleepAfterSeconds?: number;
}

export interface DvfsSetting {
  readonly typeId: string;
  readonly servers: number;
  /** Work arrives for so long; then what waits is worked off for `drainSeconds`. */
  readonly daySeconds: number;
  readonly drainSeconds: number;
  readonly deadlineSeconds: number;
  readonly inletCelsius: number;
  readonly workload: Workload;
}

export interface DvfsOutcome {
  energyJ: number;
  /** Work units over the run. */
  askedWork: number;
  doneWork: number;
  lateWork: number;
  lateBatches: number;
  batches: number;
}

function siteOf(policy: DvfsPolicy, setting: DvfsSetting): Site {
  const operation: Partial<ServerOperation> =
    policy.sleepAfterSeconds === undefined
      ? {}
      : { powerManagement: { mode: 'sleep', afterSeconds: policy.sleepAfterSeconds } };
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'DVFS',
    room: { width: 10, depth: 10, height: 10 },
    racks: [
      {
        id: 'A',
        position: { x: 5, y: 5 },
        size: { width: 0.6, depth: 1.2, height: 9 },
        uHeight: 100,
        contents: [
          {
            kind: 'servers',
            id: 's',
            uStart: 1,
            uSize: 100,
            type: setting.typeId,
            count: setting.servers,
            ...(policy.frequencyCap !== undefined && { frequencyCap: policy.frequencyCap }),
          },
        ],
      },
    ],
    workload: { ...setting.workload, governor: policy.governor },
    serverOperation: operation,
  });
}

/**
 * A day of servers without a room, at one inlet temperature: fans, chips and leakage as in a site. Work arrives by the
 * workload of a site, each server drawing its own random part from the seed; it waits in order until it is done.
 */
export function runDvfs(
  policy: DvfsPolicy,
  setting: DvfsSetting,
  seed: number,
  backend: ServerBackend = 'wasm',
): DvfsOutcome {
  const { servers: count, daySeconds, drainSeconds, workload } = setting;
  const servers = createServers(siteOf(policy, setting), backend);
  servers.groups.groupInletCelsius.fill(setting.inletCelsius);
  servers.fanSensorCelsius.fill(setting.inletCelsius);
  const noises = Array.from({ length: count }, (_, s) => createNoise(seed * 1000 + s));
  const queues = Array.from({ length: policy.placement === 'each' ? count : 1 }, () =>
    createWorkQueue(setting.deadlineSeconds),
  );
  const arrivals = new Float64Array(count);
  const moment = { dtSeconds: Number.POSITIVE_INFINITY, inletShutdownCelsius: Number.POSITIVE_INFINITY };
  let energyJ = 0;
  let asked = 0;
  let done = 0;
  for (let second = 0; second < daySeconds + drainSeconds; second++) {
    for (let s = 0; s < count; s++) {
      arrivals[s] = second < daySeconds ? demandAt(workload, second, noises[s]!) : 0;
      asked += arrivals[s]!;
    }
    if (policy.placement === 'each') placeEach(servers, queues, arrivals);
    else placePacked(servers, queues[0]!, arrivals);
    if (second === 0) servers.kernel(moment);
    moment.dtSeconds = 1;
    servers.kernel(moment);
    energyJ += servers.powerW[0]!;
    done += servers.groups.groupDeliveredSum[0]!;
    if (policy.placement === 'each') {
      for (let s = 0; s < count; s++) queues[s]!.tick(arrivals[s]!, servers.serverUtilisation[s]!);
    } else queues[0]!.tick(sum(arrivals), servers.groups.groupDeliveredSum[0]!);
  }
  const unit = servers.structure.models[0]!.peakWorkPerSecond;
  return {
    energyJ,
    askedWork: asked * unit,
    doneWork: done * unit,
    lateWork: unit * queues.reduce((total, queue) => total + queue.lateWork, 0),
    lateBatches: queues.reduce((total, queue) => total + queue.lateBatches, 0),
    batches: queues.reduce((total, queue) => total + queue.batches, 0),
  };
}

function placeEach(servers: Servers, queues: readonly WorkQueue[], arrivals: Float64Array): void {
  for (let s = 0; s < arrivals.length; s++) {
    servers.serverDemandShare[s] = Math.min(1, arrivals[s]! + queues[s]!.waiting);
  }
}

function placePacked(servers: Servers, queue: WorkQueue, arrivals: Float64Array): void {
  let left = sum(arrivals) + queue.waiting;
  for (let s = 0; s < arrivals.length; s++) {
    const share = Math.min(1, left);
    servers.serverDemandShare[s] = share;
    left -= share;
  }
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let n = 0; n < values.length; n++) total += values[n]!;
  return total;
}
