import type { ServerType } from '../../site/catalogue/server-type';
import type { ServerOperation } from '../../site/schema/server-operation';
import { type Site, type SiteInput, siteSchema } from '../../site/schema/site';
import type { ServerBackend } from './kernel/host';
import { createServers, type Servers } from './servers';
import { stepServers } from './step';

export interface Given {
  type?: string;
  count?: number;
  /** Share of peak asked of each of them. */
  demand?: number;
  governor?: NonNullable<SiteInput['workload']>['governor'];
  operation?: Partial<ServerOperation>;
  own?: ServerType[];
  content?: object;
}

/** One rack of servers of one type. For tests. */
export function serverSite({ type = 'ibm-x3550-m3', count = 4, governor, operation, own, content }: Given): Site {
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'servers',
    room: { width: 6, depth: 6, height: 3 },
    racks: [
      {
        id: 'A',
        position: { x: 2, y: 2 },
        size: { width: 0.6, depth: 1.2, height: 4 },
        uHeight: 80,
        contents: [{ kind: 'servers', id: 's', uStart: 1, uSize: 80, type, count, ...content }],
      },
    ],
    workload: { demand: { kind: 'constant', level: 1 }, ...(governor && { governor }) },
    ...(operation && { serverOperation: operation }),
    ...(own && { serverTypes: own }),
  });
}

export function serversOf(given: Given, backend: ServerBackend = 'reference'): Servers {
  const servers = createServers(serverSite(given), backend);
  servers.serverDemandShare.fill(given.demand ?? 1);
  return servers;
}

/** Steps all servers for some seconds at one inlet temperature. */
export function runServers(servers: Servers, inletCelsius: number, seconds: number, dt = 1): void {
  const inlet = new Float64Array(servers.structure.chassisIds.length).fill(inletCelsius);
  if (seconds === Infinity) for (let n = 0; n < 60; n++) stepServers(servers, inlet, Infinity);
  else for (let t = 0; t < seconds; t += dt) stepServers(servers, inlet, dt);
}
