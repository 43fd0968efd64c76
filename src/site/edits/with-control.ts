import { ashraeLimits } from '../ashrae';
import { type ControlZone, coolingControl } from '../schema/control';
import type { Site } from '../schema/site';

/** Ways to control the supply air of a site that can be compared with one another. */
export const CONTROL_STRATEGIES = ['fixed-22', 'fixed-highest-safe', 'trim-and-respond', 'mpc'] as const;
export type ControlStrategy = (typeof CONTROL_STRATEGIES)[number];

const FIXED_CELSIUS = 22;

/** Coldest supply air of a reset, °C: the lower recommended limit of all ASHRAE classes. */
const LOWEST_SUPPLY_CELSIUS = 18;

/** Chilled water of a reset, °C: as cold as air conditioning has it; as warm as the curves of the chillers are fitted to. */
const COLDEST_WATER_CELSIUS = 7;
const WARMEST_WATER_CELSIUS = 12.7;

/**
 * The same site under a strategy. All units hold their supply air: at 22 °C, at `safeCelsius`, where requests of racks put
 * it (with the chilled water where valves put it), or where predictive control puts it, with fans that nothing else drives
 * (and the chilled water as before). What drives fans and stages stays. The safe setpoint is found by whoever calls: see the ladder.
 */
export function withControl(site: Site, strategy: ControlStrategy, safeCelsius = FIXED_CELSIUS): Site {
  const plain = withoutResets(site);
  switch (strategy) {
    case 'fixed-22':
      return withSupply(plain, () => FIXED_CELSIUS);
    case 'fixed-highest-safe':
      return withSupply(plain, () => safeCelsius);
    case 'mpc':
    case 'trim-and-respond':
      return withResets(withSupply(plain, presentSetpoint), strategy);
  }
}

type Unit = Site['coolingUnits'][number];

function presentSetpoint({ control }: Unit): number {
  return control.mode === 'supply' ? control.setpointCelsius : FIXED_CELSIUS;
}

function withSupply(site: Site, celsiusOf: (unit: Unit) => number): Site {
  return {
    ...site,
    coolingUnits: site.coolingUnits.map((unit) => ({
      ...unit,
      control: { mode: 'supply', setpointCelsius: celsiusOf(unit) },
    })),
  };
}

/** Fixed setpoints: zones keep what drives their fans and stages, the rest goes. */
function withoutResets(site: Site): Site {
  const { coolingControl: control, ...rest } = site;
  if (control === undefined) return site;
  const zones = control.zones.flatMap(({ supply: _, ...zone }): ControlZone[] =>
    zone.fans === undefined && zone.staging === undefined ? [] : [zone],
  );
  const { chilledWater: _, ...others } = control;
  if (zones.length === 0 && others.chillers === undefined) return rest;
  return { ...rest, coolingControl: { ...others, zones } };
}

function withResets(site: Site, by: 'trim-and-respond' | 'mpc'): Site {
  const { recommendedMaxCelsius } = ashraeLimits(site.ashraeClass);
  const present = site.coolingControl ?? { zones: [] };
  const supply = {
    by,
    minCelsius: Math.min(LOWEST_SUPPLY_CELSIUS, recommendedMaxCelsius - 1),
    maxCelsius: recommendedMaxCelsius,
  };
  const zones = present.zones.length > 0 ? present.zones : [{ id: 'room' }];
  return {
    ...site,
    coolingControl: coolingControl.parse({
      ...present,
      zones: zones.map((zone) => ({ ...zone, supply })),
      ...waterReset(site),
    }),
  };
}

/** Only where valves can tell: a plant computed part by part, and coils of known rating. */
function waterReset({ plant, coolingUnits }: Site): object {
  if (plant?.kind !== 'chilled-water') return {};
  if (!coolingUnits.some(({ medium, coil }) => medium === 'chilled-water' && coil !== undefined)) return {};
  const startCelsius = plant.supplyCelsius;
  return {
    chilledWater: {
      minCelsius: Math.min(COLDEST_WATER_CELSIUS, startCelsius),
      maxCelsius: Math.max(WARMEST_WATER_CELSIUS, startCelsius),
      startCelsius,
    },
  };
}
