import type { CoolingUnit } from '../schema/cooling-unit';
import type { PlanPosition } from '../schema/geometry';
import type { Site } from '../schema/site';
import { addEntity, type EntityInput } from './add';
import { tidy } from './coordinates';
import type { Made } from './duplicate';

/** Fields of a new entity that the caller wants otherwise than the template has them. */
type Override<Kind extends Parameters<typeof addEntity>[1]> = Partial<EntityInput<Kind>>;

/** A rack of 0.6 x 1.2 x 2.0 m and 120 kg (a common mass, assumption) with 24 servers in four groups. */
export function addRack(site: Site, at: PlanPosition, override: Override<'rack'> = {}): Made {
  return addEntity(site, 'rack', {
    id: 'R01',
    position: at,
    size: { width: 0.6, depth: 1.2, height: 2 },
    uHeight: 42,
    frameMassKg: 120,
    contents: [2, 12, 22, 32].map((uStart, index) => ({
      kind: 'servers',
      id: `g${index + 1}`,
      type: 'ibm-x3550-m3',
      uStart,
      uSize: 6,
      count: 6,
    })),
    ...override,
  });
}

/** Size, faces and fan of a new unit of each kind: round figures of common products, to be replaced by a data sheet. */
const unitTemplates: Record<
  CoolingUnit['kind'],
  Omit<EntityInput<'coolingUnit'>, 'id' | 'kind' | 'position' | 'control'>
> = {
  crah: {
    size: { width: 1.8, depth: 0.8, height: 2 },
    medium: 'chilled-water',
    supply: { to: 'raised-floor' },
    return: { from: 'room', face: 'top' },
    fan: { ratedAirflowM3s: 5, ratedPowerW: 4000, speed: 0.8 },
    capacityW: 75_000,
  },
  crac: {
    size: { width: 1.8, depth: 0.8, height: 2 },
    medium: 'dx',
    supply: { to: 'raised-floor' },
    return: { from: 'room', face: 'top' },
    fan: { ratedAirflowM3s: 5, ratedPowerW: 4000, speed: 0.8 },
    capacityW: 75_000,
  },
  'in-row': {
    size: { width: 0.6, depth: 1.2, height: 2 },
    medium: 'chilled-water',
    supply: { to: 'room', face: 'front' },
    return: { from: 'room', face: 'rear' },
    fan: { ratedAirflowM3s: 2.6, ratedPowerW: 2200, speed: 0.8 },
    capacityW: 45_000,
  },
  overhead: {
    size: { width: 1.2, depth: 0.8, height: 0.6 },
    base: 2.2,
    medium: 'chilled-water',
    supply: { to: 'room', face: 'front' },
    return: { from: 'room', face: 'rear' },
    fan: { ratedAirflowM3s: 1.5, ratedPowerW: 700, speed: 0.8 },
    capacityW: 20_000,
  },
  wall: {
    size: { width: 1.2, depth: 0.4, height: 1.8 },
    medium: 'chilled-water',
    supply: { to: 'room', face: 'front', height: 0.8, zMin: 0.1 },
    return: { from: 'room', face: 'top' },
    fan: { ratedAirflowM3s: 2, ratedPowerW: 1100, speed: 0.8 },
    capacityW: 25_000,
  },
};

/** A cooling unit of a kind that holds 18 °C supply. Where there is no raised floor it blows out of its front. */
export function addCoolingUnit(
  site: Site,
  kind: CoolingUnit['kind'],
  at: PlanPosition,
  override: Override<'coolingUnit'> = {},
): Made {
  const template = unitTemplates[kind];
  const downflow = template.supply.to === 'raised-floor';
  return addEntity(site, 'coolingUnit', {
    id: `${kind.toUpperCase()}-1`,
    kind,
    position: at,
    control: { mode: 'supply', setpointCelsius: 18 },
    ...template,
    base: Math.max(0, Math.min(template.base ?? 0, site.room.height - template.size.height)),
    supply: downflow && site.raisedFloor === undefined ? { to: 'room', face: 'front' } : template.supply,
    ...override,
  });
}

/** A 0.6 m floor tile, 40 % open. */
export function addTile(site: Site, at: PlanPosition, override: Override<'tile'> = {}): Made {
  return addEntity(site, 'tile', { id: 'T01', position: at, openArea: 0.4, ...override });
}

/** A 0.6 m ceiling grille, 60 % open. */
export function addCeilingGrille(site: Site, at: PlanPosition, override: Override<'ceilingGrille'> = {}): Made {
  return addEntity(site, 'ceilingGrille', { id: 'G01', position: at, openArea: 0.6, ...override });
}

/** A sensor at 1.5 m. */
export function addSensor(site: Site, at: PlanPosition, override: Override<'sensor'> = {}): Made {
  return addEntity(site, 'sensor', { id: 'S01', position: { ...at, z: 1.5 }, ...override });
}

/** A solid column of 0.6 x 0.6 m from floor to ceiling. */
export function addObstacle(site: Site, at: PlanPosition, override: Override<'obstacle'> = {}): Made {
  return addEntity(site, 'obstacle', {
    id: 'O01',
    min: { x: tidy(at.x - 0.3), y: tidy(at.y - 0.3), z: 0 },
    max: { x: tidy(at.x + 0.3), y: tidy(at.y + 0.3), z: site.room.height },
    ...override,
  });
}

/** An aisle box of 3.0 x 1.2 x 2.0 m: doors at both ends along x, a roof, and the racks for its long sides. */
export function addContainment(
  site: Site,
  kind: 'hot-aisle' | 'cold-aisle',
  at: PlanPosition,
  override: Override<'containment'> = {},
): Made {
  return addEntity(site, 'containment', {
    id: 'C01',
    kind,
    min: { x: tidy(at.x - 1.5), y: tidy(at.y - 0.6), z: 0 },
    max: { x: tidy(at.x + 1.5), y: tidy(at.y + 0.6), z: Math.min(2, site.room.height) },
    sides: { xMin: 'door', xMax: 'door', yMin: 'open', yMax: 'open', roof: 'panel' },
    ...override,
  });
}

/** A free opening of 1 x 2 m in the wall nearest to the point. */
export function addOpening(site: Site, at: PlanPosition, override: Override<'opening'> = {}): Made {
  const { width, depth } = site.room;
  const gaps = { 'x-min': at.x, 'x-max': width - at.x, 'y-min': at.y, 'y-max': depth - at.y } as const;
  const surface = (Object.keys(gaps) as (keyof typeof gaps)[]).reduce((best, next) =>
    gaps[next] < gaps[best] ? next : best,
  );
  return addEntity(site, 'opening', {
    id: 'D01',
    surface,
    centre: { ...at, z: Math.min(1, site.room.height / 2) },
    width: 1,
    height: Math.min(2, site.room.height),
    flow: { kind: 'free' },
    celsius: 20,
    ...override,
  });
}
