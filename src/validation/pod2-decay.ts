import { AIR_HEAT_CAPACITY } from '../units/air';
import { meanBetween, type Pod2Drive } from './pod2-drive';
import type { Pod2Trace } from './pod2-trace';

/** Minutes after a step over which its end level is taken. */
const END_FROM = 29;
const END_TO = 34;

/** Minutes before a step over which its start level is taken; the step itself may begin a little early. */
const BEFORE_FROM = 25;
const BEFORE_TO = 5;

/**
 * Minutes, with fractions, until a series has gone 1 - 1/e of its way from its mean over the five minutes before
 * the step to its mean over minutes 29 to 34 after it. NaN where it does not get there.
 */
export function decayMinutes(values: Float64Array, step: number): number {
  const before = meanBetween(values, step - 5, step);
  const after = meanBetween(values, step + END_FROM, step + END_TO);
  const target = after + (before - after) / Math.E;
  for (let minute = step; minute + 1 < Math.min(values.length, step + END_TO); minute++) {
    const here = values[minute]!;
    const next = values[minute + 1]!;
    if ((here - target) * (next - target) <= 0 && here !== next) {
      return minute - step + (here - target) / (here - next);
    }
  }
  return Number.NaN;
}

/** Return air of the coolers, the mean of their two sensors each, °C. */
export function measuredReturns(trace: Pod2Trace): Float64Array[] {
  return [1, 2, 3, 4].map((n) => {
    const [left, right] = [trace.column(`cooler${n}_return0_C`), trace.column(`cooler${n}_return1_C`)];
    return left.map((value, minute) => (value + right[minute]!) / 2);
  });
}

/** Heat that the coolers take from the air by their flow and the measured drop of temperature, W. */
export function measuredAirHeat(trace: Pod2Trace, drive: Pod2Drive): Float64Array {
  const returns = measuredReturns(trace);
  return returns[0]!.map((_, minute) =>
    returns.reduce((sum, celsius, unit) => {
      const drop = celsius[minute]! - drive.coolerCelsius[unit]![minute]!;
      return sum + AIR_HEAT_CAPACITY * drive.coolerM3s[unit]![minute]! * drop;
    }, 0),
  );
}

export interface Release {
  /** Heat that left the room beyond what the racks gave in the 34 minutes from a step down, J. */
  heatJ: number;
  /** The same as a flow at the end of that time, W: what still came out of slow mass. */
  endW: number;
}

/**
 * What thermal mass gave back after a step down: heat out minus heat in. Heat out is first scaled so that both agree
 * before the step, since two meters never do to the last percent.
 */
export function releasedHeat(heatOutW: Float64Array, heatInW: Float64Array, step: number): Release {
  const level = (values: Float64Array) => meanBetween(values, step - BEFORE_FROM, step - BEFORE_TO);
  const scale = level(heatInW) / level(heatOutW);
  const excess = heatOutW.map((watts, minute) => scale * watts - heatInW[minute]!);
  let heatJ = 0;
  // The meter of a step that begins within the minute before belongs to it.
  for (let minute = step - 1; minute < step + END_TO; minute++) heatJ += excess[minute]! * 60;
  return { heatJ, endW: meanBetween(excess, step + END_FROM, step + END_TO) };
}
