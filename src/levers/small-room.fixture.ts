import { createEngine } from '../engine/engine';
import { extractReduced } from '../engine/reduced/extract';
import type { ReducedModel } from '../engine/reduced/model';
import { type Site, siteSchema } from '../site/schema/site';

const rack = (id: string, y: number, rotation: 0 | 180) => ({
  id,
  position: { x: 2, y },
  rotation,
  size: { width: 0.6, depth: 1, height: 2 },
  uHeight: 42,
  blankingPanels: false,
  contents: [{ kind: 'servers' as const, id: 's', uStart: 4, uSize: 20, type: 'ibm-x3550-m3', count: 20 }],
});

/** Two racks face to face, one unit with a coil, a plant and the weather of a year. */
export const smallRoom: Site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'Two racks',
  room: { width: 4, depth: 4.4, height: 2.5, initialCelsius: 22 },
  racks: [rack('A', 1, 180), rack('B', 3.2, 0)],
  coolingUnits: [
    {
      id: 'unit',
      kind: 'wall',
      position: { x: 0.2, y: 2.2 },
      rotation: 90,
      size: { width: 1, depth: 0.4, height: 2 },
      medium: 'chilled-water',
      supply: { to: 'room', face: 'front', height: 1, zMin: 0.2 },
      return: { from: 'room', face: 'top' },
      fan: { ratedAirflowM3s: 0.9, ratedPowerW: 600 },
      coil: { ratedHeatW: 15_000, ratedAirCelsius: 30, ratedWaterCelsius: 12, ratedWaterRiseKelvin: 6 },
      control: { mode: 'supply', setpointCelsius: 20 },
    },
  ],
  electrical: { ups: { ratedW: 20_000 }, otherLoadW: 100 },
  plant: {
    kind: 'chilled-water',
    supplyCelsius: 12,
    chillers: { set: 'McQuay_WSC_471kW_5_89COP_Vanes', count: 1, capacityW: 20_000 },
  },
  weather: { kind: 'climate', climate: 'cool-maritime' },
  gridCarbon: { kind: 'constant', kgPerKWh: 0.3 },
  tariffs: { electricityPerKWh: 0.2, waterPerM3: 3 },
  workload: {
    demand: { kind: 'diurnal', mean: 0.55, amplitude: 0.25, noise: 0.1 },
    dispatcher: 'uniform',
    governor: 'performance',
  },
});

/** Its reduced model on the coarsest cells and few levels: right in kind, not in degree. */
export function smallModel(site: Site): ReducedModel {
  return extractReduced(createEngine(site, { seed: 1, backend: 'wasm', cellSize: 0.5 }), {
    detail: 'rack',
    axes: { balanceLevels: [0.8, 1.4], loads: [0.5], inletsCelsius: [22] },
  });
}
