/** Steel: specific heat, J/(kg K), and density, kg/m³ (EN ISO 10456; from memory, to be checked). */
export const STEEL_SPECIFIC_HEAT = 450;
const STEEL_DENSITY = 7800;

/**
 * Film between air that streams through a rack or a unit and its sheet, W/(m² K) (assumption: a plate in some 1 m/s of
 * air, which the flat-plate law of the room's surfaces puts at 4.9).
 */
export const SHEET_FILM = 5;

/** Conductance between air and a mass of sheet that it meets on one side, W/K. */
export function sheetConductanceWK(massKg: number, thicknessMetres: number): number {
  return (SHEET_FILM * massKg) / (STEEL_DENSITY * thicknessMetres);
}
