import { createRandom, nextUniform } from '../../engine/random';
import type { Site } from '../../site/schema/site';

/** A day that no model was made for: load, fans and supply move, all from one seed. */
export interface Day {
  /** Share of peak throughput asked for, by minute. */
  readonly load: Float64Array;
  /** Speed of all units, share of full speed, by minute; linear in between. */
  readonly fanShare: Float64Array;
  /** Supply temperature of all units, °C, by minute; linear in between. */
  readonly supplyCelsius: Float64Array;
}

export type Range = readonly [low: number, high: number];

const STREAM = 71;
const FAN_RANGE: Range = [0.6, 1];
const SUPPLY_RANGE: Range = [17, 22];
/** Of the daily wave; jumps of up to 0.15 come on top. */
export const LOAD_WAVE: Range = [0.3, 0.8];

/**
 * Load: a daily wave with jumps of up to 0.15 every 10 minutes. Fans and supply: a new aim every 20 and 45 minutes,
 * reached in 5.
 */
export function seededDay(seed: number, minutes: number, [lowest, highest]: Range = LOAD_WAVE): Day {
  const random = createRandom(seed, STREAM);
  const load = new Float64Array(minutes + 1);
  const middle = (lowest + highest) / 2;
  let jump = 0;
  for (let m = 0; m <= minutes; m++) {
    if (m % 10 === 0) jump = 0.3 * (nextUniform(random) - 0.5);
    const wave = middle + (highest - middle) * Math.sin((2 * Math.PI * (m - 540)) / 1440);
    load[m] = Math.min(1, Math.max(0, wave + jump));
  }
  const wander = (everyMinutes: number, [low, high]: Range) => {
    const path = new Float64Array(minutes + 1);
    let from = (low + high) / 2;
    let aim = from;
    for (let m = 0; m <= minutes; m++) {
      if (m % everyMinutes === 0) {
        from = aim;
        aim = low + (high - low) * nextUniform(random);
      }
      path[m] = from + (aim - from) * Math.min(1, (m % everyMinutes) / 5);
    }
    return path;
  };
  return { load, fanShare: wander(20, FAN_RANGE), supplyCelsius: wander(45, SUPPLY_RANGE) };
}

/** Everything stands but for one step, half an hour in: the load (share of peak), or the supply of all units (°C). */
export function stepDay(minutes: number, what: 'load' | 'supply', from: number, to: number): Day {
  const hold = (value: number) => new Float64Array(minutes + 1).fill(value);
  const step = Float64Array.from({ length: minutes + 1 }, (_, m) => (m < 30 ? from : to));
  return {
    load: what === 'load' ? step : hold(0.5),
    fanShare: hold(0.8),
    supplyCelsius: what === 'supply' ? step : hold(20),
  };
}

/** Value of a path of minutes at a time in seconds, linear in between. */
export function pathAt(path: Float64Array, seconds: number): number {
  const minute = Math.min(path.length - 1, seconds / 60);
  const left = Math.min(path.length - 2, Math.floor(minute));
  return path[left]! + (minute - left) * (path[left + 1]! - path[left]!);
}

/** The site with the day's load as its workload; fans and supply are driven while it runs. */
export function siteOfDay(site: Site, day: Day): Site {
  const steps = Array.from(day.load, (level, minute) => ({ atSeconds: minute * 60, level }));
  return {
    ...site,
    coolingUnits: site.coolingUnits.map((unit) => ({
      ...unit,
      fan: { ...unit.fan, speed: day.fanShare[0]! },
      control: { mode: 'supply' as const, setpointCelsius: day.supplyCelsius[0]! },
    })),
    ...(site.workload ? { workload: { ...site.workload, demand: { kind: 'stepped' as const, steps } } } : {}),
  };
}
