// Tables of straight lines, intercept and slope over the position counted in intervals: one value or two at a time. A line
// beyond the last interval holds the last value.
import { FAN_POWER_INTERVALS, LAW_INTERVALS, whole, WHOLE } from './block';

/** Bytes of a line of a table, and of a line of the fan law: speed and resistance. */
// @ts-ignore: decorator
@inline export const LINE_SHIFT: usize = 4;
// @ts-ignore: decorator
@inline export const LAW_SHIFT: usize = 5;

/** A position within the table; the ends hold beyond them. */
// @ts-ignore: decorator
@inline export function within(position: f64, intervals: f64): f64 {
  const above = position > 0 ? position : 0;
  return above < intervals ? above : intervals;
}

/** Value of a line at a position. */
// @ts-ignore: decorator
@inline export function valueAt(line: usize, position: f64): f64 {
  return load<f64>(line) + position * load<f64>(line, 8);
}

/** Line of a table at a position within it. */
// @ts-ignore: decorator
@inline export function lineAt(table: usize, position: f64, shift: usize): usize {
  return table + (whole(Math.floor(position)) << shift);
}

/** Value of a table at any position. */
// @ts-ignore: decorator
@inline export function lookUp(table: usize, position: f64, intervals: f64): f64 {
  const place = within(position, intervals);
  return valueAt(lineAt(table, place, LINE_SHIFT), place);
}

/** Two positions within a table. */
// @ts-ignore: decorator
@inline export function withinTwo(position: v128, intervals: f64): v128 {
  return f64x2.pmin(f64x2.splat(intervals), f64x2.pmax(f64x2.splat(0), position));
}

/** The whole parts of two positions, in the low halves of two doubles. */
// @ts-ignore: decorator
@inline export function wholeTwo(position: v128): v128 {
  return f64x2.add(f64x2.floor(position), f64x2.splat(WHOLE));
}

/** Lines of a table for the first and the second of two whole numbers. */
// @ts-ignore: decorator
@inline export function firstLine(table: usize, wholes: v128, shift: usize): usize {
  return table + (<usize>i32x4.extract_lane(wholes, 0) << shift);
}
// @ts-ignore: decorator
@inline export function secondLine(table: usize, wholes: v128, shift: usize): usize {
  return table + (<usize>i32x4.extract_lane(wholes, 2) << shift);
}

/** Values of two lines at two positions; `offset` bytes into each line. */
// @ts-ignore: decorator
@inline export function valuesAt(first: usize, second: usize, position: v128, offset: usize): v128 {
  const one = v128.load(first + offset);
  const two = v128.load(second + offset);
  return f64x2.add(v128.shuffle<f64>(one, two, 0, 2), f64x2.mul(position, v128.shuffle<f64>(one, two, 1, 3)));
}

/** Two values of a table at any positions. */
// @ts-ignore: decorator
@inline export function lookUpTwo(table: usize, position: v128, intervals: f64): v128 {
  const place = withinTwo(position, intervals);
  const wholes = wholeTwo(place);
  return valuesAt(firstLine(table, wholes, LINE_SHIFT), secondLine(table, wholes, LINE_SHIFT), place, 0);
}

/** Fan speed by the law at a place in it. */
// @ts-ignore: decorator
@inline export function lawSpeed(law: usize, place: f64): f64 {
  return valueAt(lineAt(law, place, LAW_SHIFT), place);
}

/** Fan power over the rated power, one speed for all; `factor` the table beside the cube, 0 for none. */
// @ts-ignore: decorator
@inline export function commonFanShare(factor: usize, speed: f64): f64 {
  const cube = speed * speed * speed;
  if (factor == 0) return cube;
  return cube * lookUp(factor, speed * FAN_POWER_INTERVALS, FAN_POWER_INTERVALS);
}

/** commonFanShare of two servers. */
// @ts-ignore: decorator
@inline export function commonFanShareTwo(factor: usize, speed: v128): v128 {
  const cube = f64x2.mul(f64x2.mul(speed, speed), speed);
  if (factor == 0) return cube;
  return f64x2.mul(cube, lookUpTwo(factor, f64x2.mul(speed, f64x2.splat(FAN_POWER_INTERVALS)), FAN_POWER_INTERVALS));
}

/** Fan power over the rated power as the machine ran whose curve was measured, at a power as a share of the peak. */
// @ts-ignore: decorator
@inline export function curveFanShare(law: usize, factor: usize, place: f64): f64 {
  return commonFanShare(factor, lawSpeed(law, place));
}

/** A place in the fan law at a power, W; `perWatt` its intervals for each watt. */
// @ts-ignore: decorator
@inline export function lawPlace(power: f64, perWatt: f64): f64 {
  return within(power * perWatt, LAW_INTERVALS);
}
