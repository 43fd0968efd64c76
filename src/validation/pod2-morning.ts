import { advance, createEngine, runSteady } from '../engine/engine';
import type { BackendName } from '../engine/kernels/backend';
import type { Site } from '../site/schema/site';
import { type ErrorSummary, summarise } from './comparison';
import { balanceCoolers, balancedDrive } from './pod2-balance';
import { decayMinutes, measuredAirHeat, measuredReturns, type Release, releasedHeat } from './pod2-decay';
import { meanBetween, pinMinutes, readDrive, stripPoints, withFanHeat } from './pod2-drive';
import { stripHeights, stripSides } from './pod2-measured';
import type { Pod2Trace } from './pod2-trace';

export interface Pod2Morning {
  minutes: number;
  /** Errors of each height of the strips over all minutes and the four groups of racks, by side. */
  strips: { side: string; height: string; errors: ErrorSummary }[];
  /** One for each step down of the load. */
  steps: Pod2StepDown[];
}

export interface Pod2StepDown {
  /** Minutes after midnight. */
  minute: number;
  /** Time for a quantity to fall by 1 - 1/e of its way, minutes; NaN where it was not measured. */
  decay: { quantity: Pod2Decaying; measuredMinutes: number; simulatedMinutes: number }[];
  /** Heat that mass gave back: measured by the water meter and by the air, simulated in the loop and in the air. */
  released: { water: Release; air: Release; simulatedWater: Release; simulatedAir: Release };
  /** By the air once more, supply and flow of the coolers as the heat balance of the steady windows has them. */
  balanced: { minutes: number; released: Release };
}

export type Pod2Decaying = 'waterHeat' | 'airHeat' | 'returnAir' | 'loadedRear';

/**
 * Runs the idle site through the measured morning, every measured power, fan speed, cooler flow and supply
 * temperature pinned minute by minute; all other temperatures are results. `stepDownMinutes`: minutes after midnight
 * at which the load falls, for the decay times.
 */
export function runPod2Morning(
  site: Site,
  trace: Pod2Trace,
  options: {
    cellSize: number;
    backend: BackendName;
    stepDownMinutes: readonly number[];
    /** First minute of the trace that is run and one after the last; the whole trace where absent. */
    minutes?: readonly [from: number, to: number];
    /** False: coils of the coolers without mass. */
    coils?: boolean;
    onMinute?: (minute: number) => void;
  },
): Pod2Morning {
  const engine = createEngine(site, { seed: 1, cellSize: options.cellSize, backend: options.backend });
  const idleAirflowM3s = engine.servers.structure.directAirflowM3s.slice();
  const points = stripPoints(site, trace);
  const read = readDrive(trace);
  const drive = withFanHeat(read, site);
  const simulated = points.map(() => new Float64Array(trace.minutes));
  const heatW = new Float64Array(trace.minutes);
  const loopW = new Float64Array(trace.minutes);
  const returnCelsius = new Float64Array(trace.minutes);
  const [from, to] = options.minutes ?? [0, trace.minutes];
  // The supply is held where it was measured to be: what valve and controller did is in the measurement.
  engine.plant.coils.valveSeconds.fill(0);
  if (options.coils === false) engine.plant.trips.storeJK.fill(0);
  pinMinutes(engine, drive, idleAirflowM3s, from);
  runSteady(engine);
  for (let minute = from; minute < to; minute++) {
    pinMinutes(engine, drive, idleAirflowM3s, minute);
    // The trace holds means over each minute.
    for (let second = 0; second < 60; second++) {
      advance(engine);
      heatW[minute]! += engine.measures.coolingHeatW / 60;
      loopW[minute]! += engine.measures.loopHeatW / 60;
      returnCelsius[minute]! += engine.measures.returnCelsius / 60;
      points.forEach(({ sensor }, n) => {
        simulated[n]![minute]! += engine.sensorCelsius[sensor]! / 60;
      });
    }
    options.onMinute?.(minute + 1);
  }

  const airHeatW = measuredAirHeat(trace, read);
  const balancedW = measuredAirHeat(trace, balancedDrive(read, balanceCoolers(trace, read, points)));
  const waterHeatW = trace.column('thermal_power_out_W');
  const meterW = trace.column('elec_IT_power_W');
  const returns = meanOf(measuredReturns(trace));
  const stepDown = (minuteOfDay: number): Pod2StepDown => {
    const step = minuteOfDay - trace.startMinute;
    const hot = points.flatMap(({ side, measured }, n) =>
      side === 'rear' && meanBetween(measured, step - 5, step) > LOADED_REAR_CELSIUS ? [n] : [],
    );
    const pair = (quantity: Pod2Decaying, measured: Float64Array, result: Float64Array) => ({
      quantity,
      measuredMinutes: decayMinutes(measured, step),
      simulatedMinutes: decayMinutes(result, step),
    });
    return {
      minute: minuteOfDay,
      decay: [
        pair('waterHeat', waterHeatW, loopW),
        pair('airHeat', airHeatW, heatW),
        pair('returnAir', returns, returnCelsius),
        pair('loadedRear', meanOf(hot.map((n) => points[n]!.measured)), meanOf(hot.map((n) => simulated[n]!))),
      ],
      released: {
        water: releasedHeat(waterHeatW, meterW, step),
        air: releasedHeat(airHeatW, meterW, step),
        simulatedWater: releasedHeat(loopW, meterW, step),
        simulatedAir: releasedHeat(heatW, meterW, step),
      },
      balanced: { minutes: decayMinutes(balancedW, step), released: releasedHeat(balancedW, meterW, step) },
    };
  };
  return {
    minutes: to - from,
    strips: stripSides.flatMap((side) =>
      stripHeights.map((height) => ({
        side,
        height,
        errors: summarise(
          points.flatMap((point, n) =>
            point.side === side && point.height === height
              ? Array.from(simulated[n]!.subarray(from, to), (value, minute) => ({
                  name: point.height,
                  unit: '°C',
                  reference: point.measured[from + minute]!,
                  simulated: value,
                }))
              : [],
          ),
        ),
      })),
    ),
    steps: options.stepDownMinutes
      .filter((minute) => minute >= trace.startMinute + from + 25 && minute + 34 <= trace.startMinute + to)
      .map(stepDown),
  };
}

/** Behind racks under load the strips read more than this, behind idle ones less, °C. */
const LOADED_REAR_CELSIUS = 35;

/** Mean of several series; NaN all along where there is none. */
function meanOf(series: readonly Float64Array[]): Float64Array {
  const first = series[0];
  if (first === undefined) return new Float64Array(1).fill(Number.NaN);
  return first.map((_, n) => series.reduce((sum, values) => sum + values[n]!, 0) / series.length);
}
