// Fan law, resistance and fan power, one server or two at a time. Addresses of tables come from the caller, who looks them up
// once for all servers of a chassis.
import { FAN_POWER_INTERVALS, LAW_INTERVALS, lookUp, placeOf, WHOLE } from './block';

/** Fan speed by the law; `law` its table, `pace` its intervals for each unit of power share at this headroom, 0 for none. */
// @ts-ignore: decorator
@inline export function lawSpeed(law: usize, powerShare: f64, pace: f64): f64 {
  const position = powerShare * pace;
  if (!(pace > 0 && position < LAW_INTERVALS)) return 1;
  const left = Math.floor(position);
  const place = law + placeOf(left);
  const low = load<f64>(place);
  return low + (position - left) * (load<f64>(place, 8) - low);
}

/** Fan power over the rated power, one speed for all; `factor` the table beside the cube, 0 for none. */
// @ts-ignore: decorator
@inline export function commonFanShare(factor: usize, speed: f64): f64 {
  const cube = speed * speed * speed;
  if (factor == 0) return cube;
  return cube * lookUp(factor, speed * FAN_POWER_INTERVALS, FAN_POWER_INTERVALS);
}

/** Two values of an evenly spaced table at once; the ends hold beyond them. */
// @ts-ignore: decorator
@inline export function lookUpTwo(at: usize, position: v128, intervals: f64): v128 {
  const within = f64x2.pmin(f64x2.splat(intervals), f64x2.pmax(f64x2.splat(0), position));
  const left = f64x2.pmin(f64x2.splat(intervals - 1), f64x2.floor(within));
  const places = f64x2.add(left, f64x2.splat(WHOLE));
  const one = v128.load(at + (<usize>(<u32>i64x2.extract_lane(places, 0)) << 3));
  const two = v128.load(at + (<usize>(<u32>i64x2.extract_lane(places, 1)) << 3));
  const low = v128.shuffle<f64>(one, two, 0, 2);
  const high = v128.shuffle<f64>(one, two, 1, 3);
  return f64x2.add(low, f64x2.mul(f64x2.sub(within, left), f64x2.sub(high, low)));
}

/** lawSpeed of two servers. */
// @ts-ignore: decorator
@inline export function lawSpeedTwo(law: usize, powerShare: v128, pace: f64): v128 {
  if (!(pace > 0)) return f64x2.splat(1);
  const position = f64x2.mul(powerShare, f64x2.splat(pace));
  const within = f64x2.lt(position, f64x2.splat(LAW_INTERVALS));
  return v128.bitselect(lookUpTwo(law, position, LAW_INTERVALS), f64x2.splat(1), within);
}

/** commonFanShare of two servers. */
// @ts-ignore: decorator
@inline export function commonFanShareTwo(factor: usize, speed: v128): v128 {
  const cube = f64x2.mul(f64x2.mul(speed, speed), speed);
  if (factor == 0) return cube;
  return f64x2.mul(cube, lookUpTwo(factor, f64x2.mul(speed, f64x2.splat(FAN_POWER_INTERVALS)), FAN_POWER_INTERVALS));
}
