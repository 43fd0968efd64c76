import type { Axes } from '../../engine/reduced/operating-points';
import { type Site, siteSchema } from '../../site/schema/site';

const rack = (id: string, y: number) => ({
  id,
  position: { x: 3.6, y },
  rotation: 270 as const,
  size: { width: 0.6, depth: 1, height: 2 },
  uHeight: 42,
  contents: [
    { kind: 'servers' as const, id: 'low', uStart: 4, uSize: 14, type: 'ibm-x3550-m3', count: 14 },
    { kind: 'servers' as const, id: 'high', uStart: 22, uSize: 14, type: 'ibm-x3550-m3', count: 14 },
  ],
});
const unit = (id: string, y: number) => ({
  id,
  kind: 'wall' as const,
  position: { x: 0.2, y },
  rotation: 90 as const,
  size: { width: 1, depth: 0.4, height: 2 },
  medium: 'chilled-water' as const,
  supply: { to: 'room' as const, face: 'front' as const, height: 1, zMin: 0.2 },
  return: { from: 'room' as const, face: 'top' as const },
  fan: { ratedAirflowM3s: 0.45, ratedPowerW: 200 },
  control: { mode: 'supply' as const, setpointCelsius: 18 },
});

/** Three racks across from two wall units that blow less than the racks draw at full load. */
export const room: Site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'Three racks',
  room: { width: 5, depth: 4, height: 3, initialCelsius: 22 },
  racks: [rack('A', 1.2), rack('B', 1.9), rack('C', 2.6)],
  coolingUnits: [unit('north', 1), unit('south', 3)],
  workload: { demand: { kind: 'constant', level: 0.5 }, dispatcher: 'uniform', governor: 'schedutil' },
});
/** Half of the levels each way, of the inlets the ends: enough for a small room, in an eighth of the time. */
export const everySecond = ({ balanceLevels, loads, inletsCelsius }: Axes): Axes => {
  const kept = (_: unknown, n: number, { length }: { length: number }) => n % 2 === 0 || n === length - 1;
  return {
    balanceLevels: balanceLevels.filter(kept),
    loads: loads.filter(kept),
    inletsCelsius: [inletsCelsius[0]!, inletsCelsius.at(-1)!],
  };
};
