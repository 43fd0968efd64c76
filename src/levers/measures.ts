import type { MeasureId } from '../frame/levers';
import { ashraeLimits } from '../site/ashrae';
import { withControl } from '../site/edits/with-control';
import { coolingControl } from '../site/schema/control';
import { chilledWaterPlant } from '../site/schema/plant';
import { serverOperation } from '../site/schema/server-operation';
import type { Site } from '../site/schema/site';
import { coldAisles } from './contain';
import { INLET_MARGIN_KELVIN } from './safe-setpoint';
import { waterRule, withSupply } from './supply';

/** Servers without work for this long sleep, s. */
const SLEEP_AFTER_SECONDS = 900;
/** Thermal resistance of improved heat sinks over those built in. */
const IMPROVED_HEAT_SINKS = 0.8;
/** The fixed supply air that everything is compared with, °C. */
export const BASE_SUPPLY_CELSIUS = 22;

/** How far above the supply fans let the warmest rack come, K (assumption). */
const RISE_KELVIN = 2;

const operated = (site: Site, change: object): Site => ({
  ...site,
  serverOperation: serverOperation.parse({ ...site.serverOperation, ...change }),
});

const worked = (site: Site, change: Partial<NonNullable<Site['workload']>>): Site =>
  site.workload ? { ...site, workload: { ...site.workload, ...change } } : site;

const PLAIN_SERVERS = {
  fanControl: 'inlet',
  fanZones: 'common',
  heatSinkResistance: 1,
  leakage: true,
  powerManagement: { mode: 'off' },
} as const;

/**
 * The site with every lever off: servers at full clock and awake, fans in common, work spread evenly, no containment, a
 * fixed supply of 22 °C, unit fans at full speed, no economiser. Blanking panels stay as the site has them. Server fans
 * follow power and inlet in every variant: the controller on the chip rests at the same speed, but its own course of
 * seconds cannot be followed in steps of minutes.
 */
export function allOff(original: Site): Site {
  const { coolingControl: _control, ...site } = original;
  const plain = operated(worked(site, { governor: 'performance', dispatcher: 'uniform' }), PLAIN_SERVERS);
  const { plant, coolingUnits } = plain;
  const off: Site = {
    ...plain,
    containments: [],
    coolingUnits: coolingUnits.map(({ economiser: _economiser, ...unit }) => ({
      ...unit,
      fan: { ...unit.fan, speed: 1 },
    })),
    ...(plant?.kind === 'chilled-water' && { plant: { ...plant, economiser: undefined } }),
  };
  return withSupply(off, BASE_SUPPLY_CELSIUS, waterRule(original, false));
}

/** The site as its author runs it, but for server fans, which follow the same law as in every row. */
export function asIs(original: Site): Site {
  return operated(original, { ...original.serverOperation, fanControl: 'inlet' });
}

/** What a measure does to a site; `original` is the site before anything was turned off. */
const EDITS: Partial<Record<MeasureId, (site: Site, original: Site) => Site>> = {
  governor: (site) => worked(site, { governor: 'schedutil' }),
  sleep: (site) =>
    operated(worked(site, { dispatcher: 'pack' }), {
      powerManagement: { mode: 'sleep', afterSeconds: SLEEP_AFTER_SECONDS },
    }),
  'server-fans': (site) => operated(site, { fanZones: 'zoned', heatSinkResistance: IMPROVED_HEAT_SINKS }),
  containment: (site, original) => ({
    ...site,
    containments: original.containments.length > 0 ? original.containments : coldAisles(site),
  }),
  'blanking-panels': (site) => ({ ...site, racks: site.racks.map((rack) => ({ ...rack, blankingPanels: true })) }),
  economiser,
  'warm-water': (site, original) => withSupply(site, BASE_SUPPLY_CELSIUS, waterRule(original, true)),
  'unit-fans': (site) => fansByInlet(site, BASE_SUPPLY_CELSIUS),
  'trim-and-respond': trimAndRespond,
  mpc: (site) => withControl(site, 'mpc'),
};

/** Those of the site; a water-side one with the defaults of the format where it has none. */
function economiser(site: Site, original: Site): Site {
  const { plant } = site;
  const own = original.plant?.kind === 'chilled-water' ? original.plant.economiser : undefined;
  return {
    ...site,
    coolingUnits: site.coolingUnits.map((unit, n) => {
      const air = original.coolingUnits[n]?.economiser;
      return air ? { ...unit, economiser: air } : unit;
    }),
    ...(plant?.kind === 'chilled-water' && {
      plant: chilledWaterPlant.parse({ ...plant, economiser: own ?? {} }),
    }),
  };
}

/**
 * Fans of all units in common, as fast as the warmest rack needs to stay this little above the supply: a room in which no
 * rack draws much of what another gives off.
 */
export function fansByInlet(site: Site, supplyCelsius: number): Site {
  const zone = { id: 'room', fans: { by: 'inlet', setpointCelsius: supplyCelsius + RISE_KELVIN } };
  return { ...site, coolingControl: coolingControl.parse({ ...site.coolingControl, zones: [zone] }) };
}

/**
 * Supply air and chilled water by requests. Racks ask at the limit less the margin, as fixed setpoints are judged; fans that
 * follow the warmest inlet hold it a kelvin below that, and the supply rises until they would have to run fast.
 */
function trimAndRespond(site: Site): Site {
  const { recommendedMaxCelsius } = ashraeLimits(site.ashraeClass);
  const asked = recommendedMaxCelsius - INLET_MARGIN_KELVIN;
  const reset = withControl(site, 'trim-and-respond');
  const zones = reset.coolingControl?.zones.map((zone) => ({
    ...zone,
    ...(zone.supply && { supply: { ...zone.supply, requestAboveCelsius: asked } }),
    ...(zone.fans?.by === 'inlet' && { fans: { ...zone.fans, setpointCelsius: asked - 1 } }),
  }));
  return { ...reset, coolingControl: coolingControl.parse({ ...reset.coolingControl, zones }) };
}

/** The site with these measures on top of everything off. Setpoints that are searched for are not set here. */
export function withMeasures(original: Site, measures: readonly MeasureId[]): Site {
  return measures.reduce((site, id) => EDITS[id]?.(site, original) ?? site, allOff(original));
}

/** The worth of panels shown from the other side: without any. */
export function panelsRemoved(original: Site): Site {
  const off = allOff(original);
  return { ...off, racks: off.racks.map((rack) => ({ ...rack, blankingPanels: false })) };
}

/** Whether a measure changes anything at this site: a row that is the base row by another name is left out. */
export function changesSite(original: Site, id: MeasureId): boolean {
  const edit = EDITS[id];
  if (edit === undefined) return true;
  const off = allOff(original);
  return JSON.stringify(edit(off, original)) !== JSON.stringify(off);
}
