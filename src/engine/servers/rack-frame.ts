import type { Rack } from '../../site/schema/rack';
import type { Site } from '../../site/schema/site';
import type { Servers } from './servers';

/** Specific heat of steel, J/(kg K) (EN ISO 10456; from memory, to be checked). */
const STEEL_SPECIFIC_HEAT = 450;

/**
 * Film between exhaust air and the inside of a rack, W/(m² K) (assumption: a plate in some 1 m/s of air, which the
 * flat-plate law of the room's surfaces puts at 5).
 */
const FRAME_FILM = 5;

/** Steel that the exhaust air passes: both sides of the rack, as an area, m² (assumption). */
const frameAreaM2 = ({ size }: Rack): number => 2 * size.depth * size.height;

/** Shares the steel of each rack among its chassis, by the rack units that they fill. */
export function setRackFrames(servers: Servers, site: Site): void {
  let chassis = 0;
  for (const rack of site.racks) {
    const units = rack.contents.reduce((sum, { uSize }) => sum + uSize, 0);
    for (const { uSize } of rack.contents) {
      const share = uSize / units;
      servers.frameCapacityJK[chassis] = (rack.frameMassKg ?? 0) * STEEL_SPECIFIC_HEAT * share;
      servers.frameConductanceWK[chassis] = FRAME_FILM * frameAreaM2(rack) * share;
      chassis++;
    }
  }
}
