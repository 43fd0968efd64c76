import type { SiteInput } from '../site/schema/site';

/** A closed room of 4 x 3 x 2.5 m: one rack of 3 kW and one unit that blows 18 °C along the floor. */
export const closedRoom: SiteInput = {
  format: 'isotherm-site',
  version: 1,
  name: 'Small room',
  room: { width: 4, depth: 3, height: 2.5 },
  racks: [
    {
      id: 'A1',
      position: { x: 2.4, y: 1.5 },
      size: { width: 0.6, depth: 1, height: 2 },
      rotation: 270,
      uHeight: 42,
      contents: [{ kind: 'chassis', id: 'c', uStart: 5, uSize: 20, powerW: 3000, airflowM3s: 0.25 }],
    },
  ],
  coolingUnits: [
    {
      id: 'unit',
      kind: 'wall',
      position: { x: 0.3, y: 1.5 },
      size: { width: 1, depth: 0.6, height: 2 },
      rotation: 90,
      medium: 'chilled-water',
      supply: { to: 'room', face: 'front', height: 1, zMin: 0.1 },
      return: { from: 'room', face: 'top' },
      fan: { ratedAirflowM3s: 0.4, ratedPowerW: 300 },
      control: { mode: 'supply', setpointCelsius: 18 },
    },
  ],
};
