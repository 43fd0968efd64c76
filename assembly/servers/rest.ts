// Servers at rest with their inlet: chip, leakage and fans that agree with one another, as rest() of
// src/engine/servers/kernel/thermal-step.ts has them.
import { LEAKAGE_FROM_CELSIUS, LEAKAGE_INTERVALS, RESISTANCE_INTERVALS, STEADY_ROUNDS, figure, FAN_MIN, SPEED_SPAN } from './block';
import {
  base, block, first, inversePeak, leakages, liquid, paceIntervals, paceLaw, pacePerWatt, resistances, rise,
} from './chassis';
import {
  leakage, planHeldLeakageW, planW, restLeakageW, restPath, serverChipCelsius, serverFanSpeed,
} from './columns';
import {
  firstLine, LAW_SHIFT, lineAt, lookUp, lookUpTwo, secondLine, valueAt, valuesAt, wholeTwo, within, withinTwo,
} from './tables';

/** What a server at rest has: fan speed, rise of its chip at full load (K), chip temperature, leakage beyond the curve's. */
export let speed: f64 = 0;
export let path: f64 = 0;
export let chip: f64 = 0;
export let leak: f64 = 0;

// @ts-ignore: decorator
@inline export function leakageAt(celsius: f64): f64 {
  return lookUp(leakages, celsius - LEAKAGE_FROM_CELSIUS, LEAKAGE_INTERVALS);
}

// @ts-ignore: decorator
@inline export function leakageAtTwo(table: usize, celsius: v128): v128 {
  return lookUpTwo(table, f64x2.sub(celsius, f64x2.splat(LEAKAGE_FROM_CELSIUS)), LEAKAGE_INTERVALS);
}

/** Rise of the chip at full load at any fan speed, K. */
// @ts-ignore: decorator
@inline export function pathAt(speed: f64): f64 {
  if (liquid) return rise;
  return rise * lookUp(resistances, (speed - figure(block, FAN_MIN)) * figure(block, SPEED_SPAN), RESISTANCE_INTERVALS);
}

/** Speed and rise by the fan law at a power, W. */
export function byLaw(power: f64): void {
  const place = within(power * pacePerWatt, paceIntervals);
  const line = lineAt(paceLaw, place, LAW_SHIFT);
  speed = valueAt(line, place);
  path = liquid ? rise : rise * valueAt(line + 16, place);
}

/** A server that works, by itself. */
export function restOne(s: usize): void {
  const n = (s - first) << 3;
  const curve = load<f64>(planW + n);
  const held: f64 = leakage ? load<f64>(planHeldLeakageW + n) : 0;
  const rounds = leakage ? STEADY_ROUNDS : 1;
  leak = 0;
  for (let round = 0; round < rounds; round++) {
    const power = curve + leak;
    byLaw(power);
    chip = base + path * (power * inversePeak);
    if (leakage) {
      const next = leakageAt(chip) - held;
      if (next == leak) break;
      leak = next;
    }
  }
}

/**
 * Pairs that work, every round for all of them: one pair alone would wait for itself. Writes chip temperature and fan speed,
 * and leakage and rise for the step that follows.
 */
export function restPairs(from: usize, to: usize): void {
  const rounds = leakage ? STEADY_ROUNDS : 1;
  const start = first;
  const leaks = leakage != 0;
  const law = paceLaw;
  const intervals = paceIntervals;
  const table = leakages;
  const pacePer = f64x2.splat(pacePerWatt);
  const perWatt = f64x2.splat(inversePeak);
  const rises = f64x2.splat(rise);
  const bases = f64x2.splat(base);
  for (let round = 0; round < rounds; round++) {
    let changes = f64x2.splat(0);
    for (let s = from; s < to; s += 2) {
      const n = s - start;
      const before = round == 0 ? f64x2.splat(0) : v128.load(restLeakageW + (n << 3));
      const power = f64x2.add(v128.load(planW + (n << 3)), before);
      const place = withinTwo(f64x2.mul(power, pacePer), intervals);
      const wholes = wholeTwo(place);
      const one = firstLine(law, wholes, LAW_SHIFT);
      const two = secondLine(law, wholes, LAW_SHIFT);
      const kelvin = liquid ? rises : f64x2.mul(rises, valuesAt(one, two, place, 16));
      const celsius = f64x2.add(bases, f64x2.mul(kelvin, f64x2.mul(power, perWatt)));
      let next = before;
      if (leaks) {
        next = f64x2.sub(leakageAtTwo(table, celsius), v128.load(planHeldLeakageW + (n << 3)));
        changes = v128.or(changes, f64x2.ne(next, before));
      }
      v128.store(serverFanSpeed + (s << 3), valuesAt(one, two, place, 0));
      v128.store(serverChipCelsius + (s << 3), celsius);
      v128.store(restPath + (n << 3), kelvin);
      v128.store(restLeakageW + (n << 3), next);
    }
    if (!v128.any_true(changes)) break;
  }
}
