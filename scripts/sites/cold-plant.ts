import type { SiteInput } from '../../src/site/schema/site';
import { starter } from './starter';

/** The starter room with everything that carries its heat outdoors: coils, chilled water, chillers, towers, weather. */
export function coldPlant(): SiteInput {
  const { outdoor: _outdoor, ...room } = starter();
  return {
    ...room,
    name: 'Starter room with its plant',
    description: [
      'The starter room, its heat followed to the outdoor air: two chilled-water units with coils and valves, two water-cooled chillers run in stages, a water-side economiser, two cooling tower cells, pumps, and a synthetic year of a cool maritime climate that begins in April, when cooling is free by night and partly free by day.',
      'Chillers: the curves of McQuay WSC 471 kW (EnergyPlus), scaled to 75 kW each. Towers: YorkCalc. Coils, pumps, volumes, tariffs and the carbon profile: round figures of the example, not a real plant.',
    ].join('\n'),
    coolingUnits: room.coolingUnits!.map((unit) => ({
      ...unit,
      coil: { ratedHeatW: 75_000, ratedAirCelsius: 30, ratedWaterCelsius: 12, ratedWaterRiseKelvin: 6 },
    })),
    plant: {
      kind: 'chilled-water',
      supplyCelsius: 12,
      chillers: { set: 'McQuay_WSC_471kW_5_89COP_Vanes', count: 2, capacityW: 75_000 },
      economiser: {},
    },
    weather: { kind: 'climate', climate: 'cool-maritime', seed: 1 },
    startDay: 105,
    gridCarbon: { kind: 'profile', meanKgPerKWh: 0.3, solarShare: 0.4 },
    tariffs: {
      currency: 'EUR',
      electricityPerKWh: 0.16,
      peak: { perKWh: 0.24, fromHour: 8, untilHour: 20 },
      waterPerM3: 3.5,
    },
  };
}
