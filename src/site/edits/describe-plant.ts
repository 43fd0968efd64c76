import { chilledWaterPlant } from '../schema/plant';
import type { Site } from '../schema/site';
import { airHeatW, liquidHeatW } from '../validate/it-load';

/** Curves that a newly described plant begins with: fitted up to 12.8 °C leaving water. */
const FIRST_SET = 'McQuay_WSC_471kW_5_89COP_Vanes';
const MACHINES = 2;
/** Capacity of all machines over the heat of the racks (assumption: two machines of which each carries 65 %). */
const MARGIN = 1.3;

const roundUp = (watts: number, to: number) => Math.max(to, Math.ceil(watts / to) * to);

/** The site with a chilled-water plant sized for its racks, and weather where it has none that the plant can use. */
export function describePlant(site: Site): Site {
  const heatW = airHeatW(site).fullW + (site.liquidLoop === undefined ? liquidHeatW(site).fullW : 0);
  const plant = chilledWaterPlant.parse({
    kind: 'chilled-water',
    supplyCelsius: 12,
    chillers: { set: FIRST_SET, count: MACHINES, capacityW: roundUp((heatW * MARGIN) / MACHINES, 5000) },
    economiser: {},
  });
  const known = site.weather !== undefined || site.outdoor?.wetBulbCelsius !== undefined;
  return known
    ? { ...site, plant }
    : { ...site, plant, weather: { kind: 'climate', climate: 'cool-maritime', seed: 1 } };
}
