import { STUDY_SITES, type StudySiteId } from '../frame/levers';
import { describePlant } from '../site/edits/describe-plant';
import { liquidLoop as liquidLoopSchema, plant as plantSchema } from '../site/schema/energy';
import type { Site } from '../site/schema/site';
import { tariffs as tariffsSchema } from '../site/schema/weather';

/** Mean and solar share of the carbon profile, and prices, where a site gives none: those of the starter room with its plant. */
const CARBON = { kind: 'profile', meanKgPerKWh: 0.3, solarShare: 0.4 } as const;
const TARIFFS = tariffsSchema.parse({
  currency: 'EUR',
  electricityPerKWh: 0.16,
  peak: { perKWh: 0.24, fromHour: 8, untilHour: 20 },
  waterPerM3: 3.5,
});

/** The workload of a day that a site gets whose own repeats within minutes: steps of five minutes would not see it. */
const DAY = { kind: 'diurnal', mean: 0.55, amplitude: 0.25, peakHour: 15, noise: 0.1 } as const;

/**
 * A site that a year can be counted for: a computed plant, weather, carbon, prices, and a workload whose course steps of
 * minutes can follow. What the site has of that stays. A chilled-water plant is sized for the racks; heat by liquid goes to
 * a warm-water loop of class W32 with dry coolers.
 */
export function forYear(site: Site): Site {
  const computed = site.plant?.kind === 'chilled-water' ? site : describePlant(site);
  const { workload, liquidLoop } = computed;
  const steps = workload?.demand.kind === 'stepped' ? workload.demand.repeatSeconds : undefined;
  const hurried = steps !== undefined && steps < 86_400;
  return {
    ...computed,
    weather: computed.weather ?? { kind: 'climate', climate: 'cool-maritime', seed: 1 },
    gridCarbon: computed.gridCarbon ?? CARBON,
    tariffs: computed.tariffs ?? TARIFFS,
    ...(liquidLoop && { liquidLoop: liquidLoop.facility ? liquidLoop : liquidLoopSchema.parse({ facility: {} }) }),
    ...(workload && { workload: hurried ? { ...workload, demand: DAY } : workload }),
  };
}

/** A room beside itself: twice as deep, with two of everything, and machines of twice the capacity behind it. */
export function doubledRoom(site: Site): Site {
  const { depth } = site.room;
  const twice = <Item extends { id: string; position: { x: number; y: number } }>(items: readonly Item[]): Item[] => [
    ...items,
    ...items.map((item) => ({
      ...item,
      id: `${item.id}-2`,
      position: { ...item.position, y: Math.round((item.position.y + depth) * 1000) / 1000 },
    })),
  ];
  const { plant, electrical } = site;
  return {
    ...site,
    name: `${site.name}, twice`,
    room: { ...site.room, depth: 2 * depth },
    racks: twice(site.racks),
    coolingUnits: twice(site.coolingUnits),
    tiles: twice(site.tiles),
    ceilingGrilles: twice(site.ceilingGrilles),
    containments: [
      ...site.containments,
      ...site.containments.map((box) => ({
        ...box,
        id: `${box.id}-2`,
        min: { ...box.min, y: box.min.y + depth },
        max: { ...box.max, y: box.max.y + depth },
      })),
    ],
    sensors: [],
    obstacles: [],
    ...(plant?.kind === 'chilled-water' && {
      plant: plantSchema.parse({
        ...plant,
        chillers: {
          ...plant.chillers,
          ...(plant.chillers.capacityW !== undefined && { capacityW: 2 * plant.chillers.capacityW }),
        },
      }),
    }),
    ...(electrical && {
      electrical: {
        ...electrical,
        otherLoadW: 2 * electrical.otherLoadW,
        ...(electrical.ups && { ups: { ...electrical.ups, ratedW: 2 * electrical.ups.ratedW } }),
      },
    }),
  };
}

/** The site of the study made from its bundled file. */
export function studySite(id: StudySiteId, bundled: Site): Site {
  const site = forYear(bundled);
  return STUDY_SITES.find((other) => other.id === id)?.doubled ? doubledRoom(site) : site;
}
