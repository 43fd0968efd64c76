import { describe, expect, it } from 'vitest';
import { AIR } from '../../units/air';
import { createFanLoop, type FanLoop, INLET_LAW, PRESSURE_LAW, pressureError, stepFanLoop } from './fan-loop';

const LIMITS = { minSpeed: 0.3, maxSpeed: 1, ratePerSecond: 0.005 };
const STEPS = [1, 60, 300, Number.POSITIVE_INFINITY] as const;

interface Course {
  values: number[];
  speeds: number[];
}

/** Times that a course turns by more than a hundredth of what it spans. */
function reversals(values: readonly number[]): number {
  const span = Math.max(...values) - Math.min(...values);
  let turns = 0;
  let extreme = values[0]!;
  let direction = 0;
  for (const value of values) {
    if (direction >= 0 ? value >= extreme : value <= extreme) {
      extreme = value;
      if (direction === 0 && value !== values[0]) direction = 1;
    } else if (Math.abs(value - extreme) > 0.01 * span && span > 0) {
      if (direction !== 0) turns++;
      direction = value > extreme ? 1 : -1;
      extreme = value;
    }
  }
  return turns;
}

/** A cold aisle whose racks draw `drawM3s` of what fans of 8 m³/s give; the rest leaks through `leakM2` of panels with K = 2.7. */
function aisle(leakM2: number, setpointPa: number, seconds: number, draw: (t: number) => number, dt: number): Course {
  const loop = createFanLoop(0.7);
  const course: Course = { values: [], speeds: [] };
  for (let t = 0; t < seconds; t += Number.isFinite(dt) ? dt : 60) {
    const spare = (8 * loop.speed - draw(t)) / leakM2;
    const pascals = (AIR.density / 2) * 2.7 * spare * Math.abs(spare);
    stepFanLoop(loop, PRESSURE_LAW, pressureError(setpointPa, pascals, true), LIMITS, dt);
    course.values.push(pascals);
    course.speeds.push(loop.speed);
  }
  return course;
}

/** A room whose warmest inlet lies above the supply of 20 °C by recirculation that fades with flow, behind a lag of 150 s. */
function room(
  load: (t: number) => number,
  setpoint: number,
  seconds: number,
  dt: number,
  loop: FanLoop = createFanLoop(0.7),
) {
  const course: Course = { values: [], speeds: [] };
  let inlet = 20 + (4 * load(0)) / loop.speed;
  for (let t = 0; t < seconds; t += Number.isFinite(dt) ? dt : 60) {
    const rest = 20 + (4 * load(t)) / loop.speed;
    inlet = Number.isFinite(dt) ? rest + (inlet - rest) * Math.exp(-dt / 150) : rest + (inlet - rest) * 0.6;
    stepFanLoop(loop, INLET_LAW, inlet - setpoint, LIMITS, dt);
    course.values.push(inlet);
    course.speeds.push(loop.speed);
  }
  return course;
}

const stepAt = (at: number, before: number, after: number) => (t: number) => (t < at ? before : after);

describe('fans by pressure', () => {
  it.each(STEPS)(
    'a step of 20 % of what racks draw settles within 0.25 Pa of 5 Pa, with no more than 4 turns and 15 % of overshoot, at steps of %d s',
    (dt) => {
      for (const leakM2 of [0.3, 1, 1.7]) {
        const hours = dt === 300 ? 40 : 6;
        const { values, speeds } = aisle(leakM2, 5, hours * 3600, stepAt(hours * 1200, 4, 4.8), dt);
        const last = values.slice(-Math.ceil(values.length / 20));
        for (const pascals of last) expect(Math.abs(pascals - 5)).toBeLessThan(0.25);
        expect(reversals(speeds)).toBeLessThanOrEqual(4);
        const third = Math.floor(speeds.length / 3);
        const after = speeds.slice(third);
        const moved = speeds.at(-1)! - speeds[third - 1]!;
        expect(moved).toBeGreaterThan(0.05);
        expect(Math.max(...after) - speeds.at(-1)!).toBeLessThan(0.15 * moved + 0.01);
      }
    },
  );

  it('winds nothing up: two hours at full speed short of pressure, and it turns back within a minute of relief', () => {
    const relief = 7200;
    const { speeds } = aisle(1, 5, relief + 600, stepAt(relief, 9, 4), 1);
    expect(speeds[relief - 1]).toBe(1);
    expect(speeds[relief + 60]).toBeLessThan(0.95);
  });

  it('a hot aisle works the other way round: too much pressure asks for more air', () => {
    expect(pressureError(-2, 0, false)).toBeGreaterThan(0);
    expect(pressureError(-2, -4, false)).toBeLessThan(0);
    expect(pressureError(5, 1, true)).toBeGreaterThan(0);
    expect(pressureError(5, Number.NaN, true)).toBeNaN();
  });
});

describe('fans by the warmest inlet', () => {
  it.each(STEPS)(
    'a step of load by a half settles within 0.3 K of 26 °C, with no more than 4 turns, at steps of %d s',
    (dt) => {
      const hours = 20;
      const { values, speeds } = room(stepAt(hours * 1200, 0.7, 1.05), 26, hours * 3600, dt);
      const last = values.slice(-Math.ceil(values.length / 20));
      for (const celsius of last) expect(Math.abs(celsius - 26)).toBeLessThan(0.3);
      expect(reversals(speeds)).toBeLessThanOrEqual(4);
      expect(Math.max(...values.slice(Math.ceil(values.length / 3)))).toBeLessThan(30);
    },
  );

  it('winds nothing up at its lowest speed: cold for five hours, it speeds up within five minutes of heat', () => {
    const heat = 18_000;
    const { speeds } = room(stepAt(heat, 0.2, 1.2), 26, heat + 1200, 1);
    expect(speeds[heat - 1]).toBe(0.3);
    expect(speeds[heat + 300]).toBeGreaterThan(0.35);
  });

  it('keeps to its rate, and an unknown measurement leaves it alone', () => {
    const loop = createFanLoop(0.5);
    stepFanLoop(loop, INLET_LAW, 500, LIMITS, 1);
    expect(loop.speed).toBeCloseTo(0.505, 12);
    stepFanLoop(loop, INLET_LAW, Number.NaN, LIMITS, 1);
    expect(loop.speed).toBeCloseTo(0.505, 12);
  });
});
