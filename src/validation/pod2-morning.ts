import { advance, createEngine, type Engine, runSteady } from '../engine/engine';
import type { BackendName } from '../engine/kernels/backend';
import type { Site } from '../site/schema/site';
import { type ErrorSummary, summarise } from './comparison';
import { stripHeights, stripRacks, stripSides } from './pod2-measured';
import type { Pod2Trace } from './pod2-trace';

const RACKS = 12;
const COOLERS = 4;

/** Minutes at the start over which every rack is idle: the fan speed that the idle site's airflow belongs to. */
const IDLE_MINUTES = 30;

export interface Pod2Morning {
  minutes: number;
  /** Errors of each height of the strips over all minutes and the four groups of racks, by side. */
  strips: { side: string; height: string; errors: ErrorSummary }[];
  /** Time for heat and return air to fall by 1 - 1/e of their way after the load steps down, minutes. */
  decay: { quantity: string; measuredMinutes: number; simulatedMinutes: number }[];
}

/** What the experiment pins, minute by minute. */
interface Drive {
  rackW: Float64Array[];
  /** Fan speed over that of the idle site. */
  fanShare: Float64Array[];
  coolerM3s: Float64Array[];
  coolerCelsius: Float64Array[];
}

const two = (n: number) => String(n).padStart(2, '0');

function readDrive(site: Site, trace: Pod2Trace): Drive {
  const racks = Array.from({ length: RACKS }, (_, r) => two(r + 1));
  const powers = racks.map((rack) => trace.column(`rack${rack}_power_sum_W`));
  const meter = trace.column('elec_IT_power_W');
  const rackW = powers.map((power) =>
    // As in the site files: what the meter shows beyond the servers is shared among the racks.
    power.map((watts, n) => watts + (meter[n]! - powers.reduce((sum, p) => sum + p[n]!, 0)) / RACKS),
  );
  const fanShare = racks.map((rack) => {
    const rpm = trace.column(`rack${rack}_fan_rpm_mean`);
    const idle = rpm.subarray(0, IDLE_MINUTES).reduce((sum, value) => sum + value, 0) / IDLE_MINUTES;
    return rpm.map((value) => value / idle);
  });
  const coolers = Array.from({ length: COOLERS }, (_, n) => n + 1);
  return {
    rackW,
    fanShare,
    // Flow in proportion to the fan signal, by the rated flow that the site takes from the measured fan curve.
    coolerM3s: coolers.map((n) =>
      trace.column(`cooler${n}_fan_signal_pct`).map((percent) => {
        return (site.coolingUnits[n - 1]!.fan.ratedAirflowM3s * percent) / 100;
      }),
    ),
    coolerCelsius: coolers.map((n) => trace.column(`cooler${n}_discharge_C`)),
  };
}

function pin(engine: Engine, drive: Drive, idleAirflowM3s: Float64Array, minute: number): void {
  const { structure } = engine.servers;
  for (let r = 0; r < RACKS; r++) {
    const first = structure.rackChassisStart[r]!;
    const end = structure.rackChassisStart[r + 1]!;
    for (let c = first; c < end; c++) {
      structure.directPowerW[c] = drive.rackW[r]![minute]! / (end - first);
      structure.directAirflowM3s[c] = idleAirflowM3s[c]! * drive.fanShare[r]![minute]!;
    }
  }
  for (let u = 0; u < COOLERS; u++) {
    engine.plant.airflowM3s[u] = drive.coolerM3s[u]![minute]!;
    engine.plant.commandCelsius[u] = drive.coolerCelsius[u]![minute]!;
  }
}

/**
 * Runs the idle site through the measured morning, every measured power, fan speed, cooler flow and supply
 * temperature pinned minute by minute; all other temperatures are results. `stepDownMinute`: minutes after midnight
 * at which the load falls, for the decay times.
 */
export function runPod2Morning(
  site: Site,
  trace: Pod2Trace,
  options: { cellSize: number; backend: BackendName; stepDownMinute: number; onMinute?: (minute: number) => void },
): Pod2Morning {
  const engine = createEngine(site, { seed: 1, cellSize: options.cellSize, backend: options.backend });
  const idleAirflowM3s = engine.servers.structure.directAirflowM3s.slice();
  const drive = readDrive(site, trace);
  const points = stripSides.flatMap((side) =>
    stripHeights.flatMap((height) =>
      stripRacks.map((racks) => ({
        side,
        height,
        sensor: site.sensors.findIndex(({ id }) => id === `strip-${racks}-${side}-${height}`),
        measured: trace.column(`strip_${racks.replace('-', '_to_')}_${side}_${height}`),
      })),
    ),
  );
  const errors = points.map(() => new Float64Array(trace.minutes));
  const heatW = new Float64Array(trace.minutes);
  const returnCelsius = new Float64Array(trace.minutes);
  pin(engine, drive, idleAirflowM3s, 0);
  runSteady(engine);
  for (let minute = 0; minute < trace.minutes; minute++) {
    pin(engine, drive, idleAirflowM3s, minute);
    for (let second = 0; second < 60; second++) advance(engine);
    points.forEach(({ sensor, measured }, n) => {
      errors[n]![minute] = engine.sensorCelsius[sensor]! - measured[minute]!;
    });
    heatW[minute] = engine.measures.coolingHeatW;
    returnCelsius[minute] = engine.measures.returnCelsius;
    options.onMinute?.(minute + 1);
  }
  const step = options.stepDownMinute - trace.startMinute;
  const measuredReturn = meanOf(
    Array.from({ length: COOLERS }, (_, n) => [
      trace.column(`cooler${n + 1}_return0_C`),
      trace.column(`cooler${n + 1}_return1_C`),
    ]).flat(),
  );
  return {
    minutes: trace.minutes,
    strips: stripSides.flatMap((side) =>
      stripHeights.map((height) => ({
        side,
        height,
        errors: summarise(
          points.flatMap((point, n) =>
            point.side === side && point.height === height
              ? Array.from(errors[n]!, (error) => ({ name: point.height, unit: 'K', reference: 0, simulated: error }))
              : [],
          ),
        ),
      })),
    ),
    decay: [
      {
        quantity: 'heat taken by the coolers',
        measuredMinutes: decayMinutes(trace.column('thermal_power_out_W'), step),
        simulatedMinutes: decayMinutes(heatW, step),
      },
      {
        quantity: 'return air',
        measuredMinutes: decayMinutes(measuredReturn, step),
        simulatedMinutes: decayMinutes(returnCelsius, step),
      },
    ],
  };
}

function meanOf(series: readonly Float64Array[]): Float64Array {
  return series[0]!.map((_, n) => series.reduce((sum, values) => sum + values[n]!, 0) / series.length);
}

/**
 * Minutes, with fractions, until a series has gone 1 - 1/e of its way from its mean over the five minutes before
 * the step to its mean over minutes 29 to 34 after it. NaN where it does not get there.
 */
export function decayMinutes(values: Float64Array, step: number): number {
  const mean = (from: number, to: number) =>
    values.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
  const before = mean(step - 5, step);
  const after = mean(step + 29, step + 34);
  const target = after + (before - after) / Math.E;
  for (let minute = step; minute + 1 < Math.min(values.length, step + 34); minute++) {
    const here = values[minute]!;
    const next = values[minute + 1]!;
    if ((here - target) * (next - target) <= 0 && here !== next) {
      return minute - step + (here - target) / (here - next);
    }
  }
  return Number.NaN;
}
