import type { Site } from '../../site/schema/site';
import { CABLE, cableSurface } from '../mass/constructions';
import { SHEET_FILM, STEEL_SPECIFIC_HEAT, sheetConductanceWK } from '../mass/steel-sheet';
import type { ChassisThermal } from './thermal';

/** Racks are made of sheet of about this thickness, m, which the exhaust air meets on one side (assumption). */
const SHEET_METRES = 0.002;

/** Shares the steel of each rack and the cable behind it, which count as one temperature (assumption), among its chassis, by the rack units that they fill. */
export function setRackFrames(thermal: ChassisThermal, site: Site): void {
  let chassis = 0;
  for (const rack of site.racks) {
    const massKg = rack.frameMassKg ?? 0;
    const cableM2 = cableSurface(rack.cableKg ?? 0);
    const capacityJK = massKg * STEEL_SPECIFIC_HEAT + cableM2 * CABLE[0]!.thicknessMetres * CABLE[0]!.heatCapacity;
    const conductanceWK = sheetConductanceWK(massKg, SHEET_METRES) + SHEET_FILM * cableM2;
    const units = rack.contents.reduce((sum, { uSize }) => sum + uSize, 0);
    for (const { uSize } of rack.contents) {
      const share = uSize / units;
      thermal.frameCapacityJK[chassis] = capacityJK * share;
      thermal.frameConductanceWK[chassis] = conductanceWK * share;
      chassis++;
    }
  }
}
