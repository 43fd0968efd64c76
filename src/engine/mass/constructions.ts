import type { Construction } from '../../site/schema/fabric';

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
