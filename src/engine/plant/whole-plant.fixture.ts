import type { SiteInput } from '../../site/schema/site';
import { rackWith, smallRoom } from '../testing/sites';

/** The small room with every part of a plant, a liquid share and a rear door, on a summer morning. */
export function wholeSite() {
  const rack = rackWith(3000, 0.25, 20_000);
  const unit = smallRoom().coolingUnits[0]!;
  return smallRoom({
    racks: [
      {
        ...rack,
        contents: [{ ...rack.contents[0]!, liquidFraction: 0.2 } as (typeof rack.contents)[0]],
        rearDoor: { effectiveness: 0.4, waterCelsius: 18 },
      },
    ],
    coolingUnits: [
      {
        ...unit,
        coil: { ratedHeatW: 4000, ratedAirCelsius: 28, ratedWaterCelsius: 12, ratedWaterRiseKelvin: 6 },
        economiser: { kind: 'indirect', fanW: 50 },
      },
    ],
    plant: {
      kind: 'chilled-water',
      supplyCelsius: 12,
      chillers: { set: 'McQuay_WSC_471kW_5_89COP_Vanes', count: 2, capacityW: 3000 },
      economiser: {},
    },
    liquidLoop: { facility: { waterClass: 'W32', reuse: { maxW: 200, minCelsius: 33 } } },
    weather: { kind: 'climate', climate: 'continental', seed: 3 },
    gridCarbon: { kind: 'profile' },
    startDay: 190,
  } satisfies Partial<SiteInput>);
}
