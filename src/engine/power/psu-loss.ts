import type { PowerSupply } from '../../site/schema/power-chain';
import type { Servers } from '../servers/servers';
import { suppliesOf, supplyInputW, supplyOutputW } from './psu';

/** Peak power by which the supplies of one server of a chassis are sized, and how many servers there are. */
function sizing({ structure }: Servers, chassis: number): { peakW: number; count: number } {
  const model = structure.models[structure.chassisModel[chassis]!];
  if (model === undefined) return { peakW: structure.directPowerW[chassis]!, count: 1 };
  const count = structure.chassisServerStart[chassis + 1]! - structure.chassisServerStart[chassis]!;
  return { peakW: model.peakW, count };
}

/**
 * Loss of all power supplies, W; part of the wall power that the curves of servers give, told apart. NaN where the site
 * does not describe them. The servers of a chassis are taken to share its power evenly.
 */
export function psuLossW(psu: PowerSupply | undefined, servers: Servers): number {
  if (psu === undefined) return Number.NaN;
  const working = suppliesOf(psu);
  let lossW = 0;
  for (let chassis = 0; chassis < servers.powerW.length; chassis++) {
    const { peakW, count } = sizing(servers, chassis);
    const eachW = servers.powerW[chassis]! / count;
    if (!(eachW > 0)) continue;
    lossW += count * (eachW - supplyOutputW(psu, peakW, eachW, working));
  }
  return lossW;
}

/**
 * Wall power of each rack when one of two supplies carries the whole load of every server, W: what the supplies give
 * stays, their efficiency is that of twice the load. As it is where nothing is known of them.
 */
export function rackOnOneSupplyW(psu: PowerSupply | undefined, servers: Servers, rackW: Float64Array): Float64Array {
  if (psu === undefined || suppliesOf(psu) === 1) return rackW;
  const result = new Float64Array(rackW.length);
  for (let chassis = 0; chassis < servers.powerW.length; chassis++) {
    const { peakW, count } = sizing(servers, chassis);
    const eachW = servers.powerW[chassis]! / count;
    const outputW = eachW > 0 ? supplyOutputW(psu, peakW, eachW, 2) : 0;
    result[servers.structure.chassisRack[chassis]!]! += eachW > 0 ? count * supplyInputW(psu, peakW, outputW, 1) : 0;
  }
  return result;
}
