import type { Site } from '../site/schema/site';

/** Chilled water below supply air where a site does not say, K. */
const DEFAULT_APPROACH_KELVIN = 8;
/** Coldest chilled water that a setpoint may ask for, °C. */
const COLDEST_WATER_CELSIUS = 6;

/** How the chilled water of a site goes with its supply air. */
export interface WaterRule {
  /** Supply air less chilled water, as the site has them, K. */
  readonly approachKelvin: number;
  /** Chilled water as the site has it, °C. */
  readonly ownCelsius: number;
  /** The water is warmer too where the air allows. */
  readonly warm: boolean;
}

/** The rule of a site; `original` is as its author left it, before any setpoint was moved. */
export function waterRule({ plant, coolingUnits }: Site, warm: boolean): WaterRule {
  const ownCelsius = plant?.kind === 'chilled-water' ? plant.supplyCelsius : Number.NaN;
  const supplies = coolingUnits.flatMap(({ control }) => (control.mode === 'supply' ? [control.setpointCelsius] : []));
  const known = supplies.length > 0 && !Number.isNaN(ownCelsius);
  const approachKelvin = known ? Math.max(1, Math.min(...supplies) - ownCelsius) : DEFAULT_APPROACH_KELVIN;
  return { approachKelvin, ownCelsius, warm };
}

/**
 * Units that hold a supply temperature. Chilled water stays as the site has it, but is colder where the air needs it, and
 * warmer where the rule says so.
 */
export function withSupply(site: Site, supplyCelsius: number, rule: WaterRule): Site {
  const { plant, coolingUnits } = site;
  const followed = Math.max(COLDEST_WATER_CELSIUS, supplyCelsius - rule.approachKelvin);
  return {
    ...site,
    coolingUnits: coolingUnits.map((unit) => ({
      ...unit,
      control: { mode: 'supply', setpointCelsius: supplyCelsius },
    })),
    ...(plant?.kind === 'chilled-water' && {
      plant: { ...plant, supplyCelsius: rule.warm ? followed : Math.min(rule.ownCelsius, followed) },
    }),
  };
}
