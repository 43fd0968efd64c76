import { siteSchema } from '../../site/schema/site';
import { createServers, type Servers } from '../servers/servers';
import { stepServers } from '../servers/step';
import { createPower, type PowerState } from './state';
import { type CoolingPowers, measureChain } from './step';

/** Four racks of a load bank each. For tests. */
export function bankSite(electrical: object | undefined, racks: object[] = [{}, {}, {}, {}], powerW = 5000) {
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'banks',
    room: { width: 10, depth: 6, height: 3 },
    racks: racks.map((rack, r) => ({
      id: `A${r + 1}`,
      position: { x: 1 + 0.6 * r, y: 2 },
      size: { width: 0.6, depth: 1.2, height: 2 },
      uHeight: 42,
      contents: [{ kind: 'chassis', id: 'bank', uStart: 1, uSize: 20, powerW, airflowM3s: 0.4 }],
      ...rack,
    })),
    ...(electrical === undefined ? {} : { electrical }),
  });
}

export const noCooling: CoolingPowers = {
  coolingW: 0,
  unitFansW: 0,
  chillersW: Number.NaN,
  compressorsW: Number.NaN,
  pumpsW: Number.NaN,
  towersW: Number.NaN,
  liquidW: Number.NaN,
};

/** The chain of such a site at the power of its banks. */
export function chainOf(
  site: ReturnType<typeof bankSite>,
  cooling = noCooling,
): { power: PowerState; servers: Servers } {
  const servers = createServers(site);
  stepServers(servers, new Float64Array(servers.powerW.length).fill(22), 1);
  const power = createPower(site, servers);
  measureChain(power, servers, cooling);
  return { power, servers };
}
