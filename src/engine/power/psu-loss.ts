import type { Servers } from '../servers/servers';
import { type ServerSupply, suppliesOf, supplyInputW, supplyOutputW } from './psu';

type Supplies = readonly (ServerSupply | null)[];

/** Peak power by which the supplies of one server of a chassis are sized, W; of a chassis given directly its power. */
function peakOf({ structure }: Servers, chassis: number): number {
  return structure.models[structure.chassisModel[chassis]!]?.peakW ?? structure.directPowerW[chassis]!;
}

function countOf({ structure }: Servers, chassis: number): number {
  return Math.max(1, structure.chassisServerStart[chassis + 1]! - structure.chassisServerStart[chassis]!);
}

/**
 * Loss of all power supplies that are known, W; part of the wall power that the curves of servers give, told apart. NaN
 * where none is known. The servers of a chassis are taken to share its power evenly.
 */
export function psuLossW(supplies: Supplies, servers: Servers): number {
  let lossW = Number.NaN;
  for (let chassis = 0; chassis < supplies.length; chassis++) {
    const supply = supplies[chassis]!;
    if (supply === null) continue;
    if (Number.isNaN(lossW)) lossW = 0;
    const count = countOf(servers, chassis);
    const eachW = servers.powerW[chassis]! / count;
    if (!(eachW > 0)) continue;
    lossW += count * (eachW - supplyOutputW(supply, peakOf(servers, chassis), eachW, suppliesOf(supply)));
  }
  return lossW;
}

/**
 * Wall power of each rack when one of two supplies carries the whole load of every server, W: what the supplies give
 * stays, their efficiency is that of twice the load. As it is where there is no pair, or nothing is known.
 */
export function rackOnOneSupplyW(supplies: Supplies, servers: Servers): Float64Array {
  const result = new Float64Array(servers.structure.rackIds.length);
  for (let chassis = 0; chassis < servers.powerW.length; chassis++) {
    const supply = supplies[chassis] ?? null;
    const rack = servers.structure.chassisRack[chassis]!;
    const count = countOf(servers, chassis);
    const eachW = servers.powerW[chassis]! / count;
    if (supply === null || suppliesOf(supply) === 1 || !(eachW > 0)) {
      result[rack]! += servers.powerW[chassis]!;
      continue;
    }
    const peakW = peakOf(servers, chassis);
    result[rack]! += count * supplyInputW(supply, peakW, supplyOutputW(supply, peakW, eachW, 2), 1);
  }
  return result;
}
