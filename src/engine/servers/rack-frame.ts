import type { Site } from '../../site/schema/site';
import type { ChassisThermal } from './thermal';

/** Steel: specific heat, J/(kg K), and density, kg/m³ (EN ISO 10456; from memory, to be checked). */
const STEEL_SPECIFIC_HEAT = 450;
const STEEL_DENSITY = 7800;

/** Racks are made of sheet of about this thickness, m, which the exhaust air meets on one side (assumption). */
const SHEET_METRES = 0.002;

/**
 * Film between exhaust air and the inside of a rack, W/(m² K) (assumption: a plate in some 1 m/s of air, which the
 * flat-plate law of the room's surfaces puts at 4.9).
 */
const FRAME_FILM = 5;

/** Shares the steel of each rack among its chassis, by the rack units that they fill. */
export function setRackFrames(thermal: ChassisThermal, site: Site): void {
  let chassis = 0;
  for (const rack of site.racks) {
    const massKg = rack.frameMassKg ?? 0;
    const areaM2 = massKg / (STEEL_DENSITY * SHEET_METRES);
    const units = rack.contents.reduce((sum, { uSize }) => sum + uSize, 0);
    for (const { uSize } of rack.contents) {
      const share = uSize / units;
      thermal.frameCapacityJK[chassis] = massKg * STEEL_SPECIFIC_HEAT * share;
      thermal.frameConductanceWK[chassis] = FRAME_FILM * areaM2 * share;
      chassis++;
    }
  }
}
