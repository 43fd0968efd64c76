import { createRandom, nextUniform } from '../../engine/random';
import type { SiteInput } from '../../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../units/air';

type RackInput = NonNullable<SiteInput['racks']>[number];
type UnitInput = NonNullable<SiteInput['coolingUnits']>[number];
type TileInput = NonNullable<SiteInput['tiles']>[number];

const RACK = { width: 0.6, depth: 1, height: 2 };
/** Four chassis of ten rack units fill a rack. */
const CHASSIS_PER_RACK = 4;
const CHASSIS_UNITS = 10;

/** Numbers to one part in a thousand, so that a generated site reads like one that somebody wrote. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** Uniform random numbers of one room. */
export interface Chance {
  between(low: number, high: number): number;
}

export function chance(seed: number): Chance {
  const state = createRandom(seed);
  return { between: (low, high) => low + (high - low) * nextUniform(state) };
}

export interface LoadRange {
  /** Power of each chassis, W. */
  readonly powerW: readonly [number, number];
  /** Rise of the air through a chassis, K. */
  readonly riseKelvin: readonly [number, number];
}

/** A rack of four chassis of random power and rise, their flow following from both. */
export function loadedRack(
  random: Chance,
  id: string,
  position: { x: number; y: number },
  rotation: 0 | 90 | 180 | 270,
  load: LoadRange,
  filled: readonly number[] = [0, 1, 2, 3],
): RackInput {
  return {
    id,
    position,
    rotation,
    size: RACK,
    uHeight: CHASSIS_PER_RACK * CHASSIS_UNITS,
    contents: filled.map((slot) => {
      const powerW = Math.round(random.between(...load.powerW) / 10) * 10;
      const airflowM3s = rounded(powerW / (AIR_HEAT_CAPACITY * random.between(...load.riseKelvin)));
      return {
        kind: 'chassis',
        id: `c${slot + 1}`,
        uStart: 1 + slot * CHASSIS_UNITS,
        uSize: CHASSIS_UNITS,
        powerW,
        airflowM3s,
      };
    }),
  };
}

/** Air that the racks draw, m³/s. */
export function rackAirflowM3s(racks: readonly RackInput[]): number {
  let sum = 0;
  for (const { contents } of racks) {
    for (const content of contents) if (content.kind === 'chassis') sum += content.airflowM3s;
  }
  return rounded(sum);
}

/** A unit that never saturates: what it supplies is given, what returns is the result. */
export function coolingUnit(
  unit: Omit<UnitInput, 'medium' | 'fan' | 'control'>,
  airflowM3s: number,
  supplyCelsius: number,
): UnitInput {
  return {
    ...unit,
    medium: 'chilled-water',
    fan: { ratedAirflowM3s: rounded(airflowM3s), ratedPowerW: 1000 },
    control: { mode: 'supply', setpointCelsius: supplyCelsius },
  };
}

/** A unit in a row of racks: blows forwards, draws from behind. */
export function inRowUnit(
  id: string,
  position: { x: number; y: number },
  rotation: 0 | 180,
  airflowM3s: number,
  supplyCelsius: number,
): UnitInput {
  return coolingUnit(
    {
      id,
      kind: 'in-row',
      position,
      rotation,
      size: { width: 0.6, depth: 1, height: 2 },
      supply: { to: 'room', face: 'front' },
      return: { from: 'room', face: 'rear' },
    },
    airflowM3s,
    supplyCelsius,
  );
}

/** A unit that feeds the raised floor and draws at its top. */
export function floorUnit(
  place: Pick<UnitInput, 'id' | 'position' | 'rotation' | 'size'>,
  airflowM3s: number,
  supplyCelsius: number,
): UnitInput {
  const { id, position, rotation, size } = place;
  return coolingUnit(
    {
      id,
      kind: 'crah',
      position,
      rotation,
      size,
      supply: { to: 'raised-floor' },
      return: { from: 'room', face: 'top' },
    },
    airflowM3s,
    supplyCelsius,
  );
}

/** Air that the units move, m³/s. */
export function unitAirflowM3s(units: readonly UnitInput[]): number {
  return units.reduce((sum, unit) => sum + unit.fan.ratedAirflowM3s, 0);
}

/** Lines of floor tiles of 0.6 m that share a flow evenly: pinned, so that no model of the plenum matters. */
export function tileLines(
  xs: readonly number[],
  ys: readonly number[],
  openArea: number,
  airflowM3s: number,
): TileInput[] {
  const share = airflowM3s / (xs.length * ys.length);
  return ys.flatMap((y, row) =>
    xs.map((x, n) => ({ id: `t${row + 1}-${n + 1}`, position: { x, y }, openArea, airflowM3s: share })),
  );
}

/** Centres of `count` things of `pitch` in a line, m. */
export function centres(from: number, count: number, pitch = 0.6): number[] {
  return Array.from({ length: count }, (_, n) => rounded(from + pitch * (n + 0.5)));
}
