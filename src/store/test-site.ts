import { type Site, siteSchema } from '../site/schema/site';

/** A small valid room for the store tests: two racks facing each other and one wall unit. */
export function twoRackSite(): Site {
  const rack = (id: string, y: number, rotation: 0 | 180) => ({
    id,
    position: { x: 3, y },
    rotation,
    size: { width: 0.6, depth: 1.2, height: 2 },
    uHeight: 42,
    contents: [{ kind: 'chassis' as const, id: 'c1', uStart: 1, uSize: 42, powerW: 4000, airflowM3s: 0.3 }],
  });
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'Two racks',
    room: { width: 6, depth: 6, height: 3 },
    racks: [rack('A1', 2, 180), rack('B1', 4.4, 0)],
    coolingUnits: [
      {
        id: 'W1',
        kind: 'wall',
        position: { x: 0.5, y: 3 },
        rotation: 90,
        size: { width: 1.2, depth: 0.5, height: 2 },
        medium: 'chilled-water',
        supply: { to: 'room', face: 'front' },
        return: { from: 'room', face: 'top' },
        fan: { ratedAirflowM3s: 0.6, ratedPowerW: 400 },
        control: { mode: 'supply', setpointCelsius: 18 },
      },
    ],
  });
}
