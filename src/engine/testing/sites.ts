import { type Site, type SiteInput, siteSchema } from '../../site/schema/site';

/** A room of 4 x 3 x 3 m with one rack across from one unit that blows cold air straight at it. For tests. */
export function smallRoom(changes: Partial<SiteInput> = {}): Site {
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'Small room',
    room: { width: 4, depth: 3, height: 3, initialCelsius: 20 },
    racks: [rackWith(2000, 0.2)],
    coolingUnits: [
      {
        id: 'unit',
        kind: 'wall',
        position: { x: 0.2, y: 1.5 },
        rotation: 90,
        size: { width: 1.2, depth: 0.4, height: 2 },
        medium: 'chilled-water',
        supply: { to: 'room', face: 'front', height: 1, zMin: 0.2 },
        return: { from: 'room', face: 'top' },
        fan: { ratedAirflowM3s: 0.3, ratedPowerW: 200 },
        control: { mode: 'supply', setpointCelsius: 18 },
      },
    ],
    ...changes,
  } satisfies SiteInput);
}

/** A rack at (3, 1.5) that draws air from the side of the unit. */
export function rackWith(
  powerW: number,
  airflowM3s: number,
  heatCapacityJK = 0,
): NonNullable<SiteInput['racks']>[number] {
  return {
    id: 'rack',
    position: { x: 3, y: 1.5 },
    rotation: 270,
    size: { width: 0.6, depth: 1, height: 2 },
    uHeight: 42,
    contents: [{ kind: 'chassis', id: 'load', uStart: 10, uSize: 10, powerW, airflowM3s, heatCapacityJK }],
  };
}
