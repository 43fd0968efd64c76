import type { Construction } from '../../site/schema/fabric';
import type { PanelMaterial } from '../../site/schema/thermal-mass';

/** One layer of a surface, from the room outwards. */
export interface Layer {
  readonly thicknessMetres: number;
  /** W/(m K) */
  readonly conductivity: number;
  /** Density times specific heat, J/(m³ K). */
  readonly heatCapacity: number;
}

const layer = (thicknessMetres: number, conductivity: number, density: number, specificHeat: number): Layer => ({
  thicknessMetres,
  conductivity,
  heatCapacity: density * specificHeat,
});

const steelSheet = layer(0.0006, 50, 7800, 450);

/**
 * Layers of each construction. Conductivity, density and specific heat are the tabulated design values of EN ISO 10456
 * (from memory, to be checked); the thicknesses are common ones (assumption). Behind the last layer no heat passes.
 */
export const CONSTRUCTIONS: Readonly<Record<Exclude<Construction, 'none'>, readonly Layer[]>> = {
  'concrete-slab': [layer(0.2, 1.65, 2200, 1000)],
  /** Chipboard core between steel sheets. */
  'raised-floor-panel': [steelSheet, layer(0.038, 0.14, 650, 1700), steelSheet],
  masonry: [layer(0.2, 0.8, 1700, 1000)],
  /** Two boards on studs, insulated behind. */
  plasterboard: [layer(0.025, 0.25, 900, 1000), layer(0.05, 0.04, 30, 1030)],
  'sandwich-panel': [steelSheet, layer(0.1, 0.04, 100, 1030), steelSheet],
  'ceiling-tile': [layer(0.017, 0.06, 300, 1000)],
};

/**
 * Half of a panel of an aisle enclosure: each side of it takes up heat by itself, none passes through (assumption).
 * Values of EN ISO 10456 (from memory, to be checked); thicknesses of 6, 6 and 1 mm are assumptions.
 */
export const PANELS: Readonly<Record<PanelMaterial, readonly Layer[]>> = {
  polycarbonate: [layer(0.003, 0.2, 1200, 1200)],
  glass: [layer(0.003, 1, 2500, 750)],
  'steel-sheet': [layer(0.0005, 50, 7800, 450)],
};

/** A panel of a raised floor from below: sheet and half of the core, beyond which an hour's heat does not come. */
export const FLOOR_PANEL_FROM_BELOW: readonly Layer[] = [steelSheet, layer(0.019, 0.14, 650, 1700)];

/** Steel of pedestals and stringers: tube and sheet of 2 mm that the air meets on one side (assumption). */
export const PEDESTAL_STEEL: readonly Layer[] = [layer(0.002, 50, 7800, 450)];

const CABLE_METRES = 0.0065;
const CABLE_DENSITY = 1360;
const CABLE_BARE_SHARE = 1 / 3;

/**
 * Data cable as a layer: 6.5 mm across, 45 g/m, half copper and half plastic, 700 J/(kg K); in bundles a third of its
 * surface meets air (assumptions: round figures of twisted-pair cable).
 */
export const CABLE: readonly Layer[] = [layer(CABLE_METRES / 4 / CABLE_BARE_SHARE, 0.25, CABLE_DENSITY, 700)];

/** Surface of a mass that is one layer thick, m². */
function surfaceOf(massKg: number, density: number, [first]: readonly Layer[]): number {
  return massKg / (density * first!.thicknessMetres);
}

export const cableSurface = (massKg: number): number => surfaceOf(massKg, CABLE_DENSITY, CABLE);
export const pedestalSurface = (massKg: number): number => surfaceOf(massKg, 7800, PEDESTAL_STEEL);
