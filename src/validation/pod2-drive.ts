import type { Engine } from '../engine/engine';
import type { Site } from '../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../units/air';
import { stripHeights, stripRacks, stripSides } from './pod2-measured';
import type { Pod2Trace } from './pod2-trace';

export const RACKS = 12;
export const COOLERS = 4;

/** Minutes at the start over which every rack is idle: the fan speed that the idle site's airflow belongs to. */
const IDLE_MINUTES = 30;

/** What the experiment pins, minute by minute. */
export interface Pod2Drive {
  readonly rackW: readonly Float64Array[];
  /** Fan speed over that of the idle site. */
  readonly fanShare: readonly Float64Array[];
  readonly coolerM3s: readonly Float64Array[];
  readonly coolerCelsius: readonly Float64Array[];
}

/** Warms the supply by the heat of the fans, as if the discharge sensors sat before them. */
export function withFanHeat(drive: Pod2Drive, site: Site): Pod2Drive {
  return {
    ...drive,
    coolerCelsius: drive.coolerCelsius.map((celsius, n) => {
      const { fan } = site.coolingUnits[n]!;
      return celsius.map((value, minute) => {
        const flow = drive.coolerM3s[n]![minute]!;
        const fanW = fan.ratedPowerW * (flow / fan.ratedAirflowM3s) ** fan.powerExponent;
        return value + fanW / (flow * AIR_HEAT_CAPACITY);
      });
    }),
  };
}

const two = (n: number) => String(n).padStart(2, '0');

export function readDrive(site: Site, trace: Pod2Trace): Pod2Drive {
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

/** Pins rack power, server airflow, cooler flow and supply temperature: means over minutes `from` up to `to`. */
export function pinMinutes(
  engine: Engine,
  drive: Pod2Drive,
  idleAirflowM3s: Float64Array,
  from: number,
  to = from + 1,
): void {
  const { structure } = engine.servers;
  for (let r = 0; r < RACKS; r++) {
    const first = structure.rackChassisStart[r]!;
    const end = structure.rackChassisStart[r + 1]!;
    for (let c = first; c < end; c++) {
      structure.directPowerW[c] = meanBetween(drive.rackW[r]!, from, to) / (end - first);
      structure.directAirflowM3s[c] = idleAirflowM3s[c]! * meanBetween(drive.fanShare[r]!, from, to);
    }
  }
  for (let u = 0; u < COOLERS; u++) {
    engine.plant.airflowM3s[u] = meanBetween(drive.coolerM3s[u]!, from, to);
    engine.plant.commandCelsius[u] = meanBetween(drive.coolerCelsius[u]!, from, to);
  }
}

export function meanBetween(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let n = from; n < to; n++) sum += values[n]!;
  return sum / (to - from);
}

/** One sensor of the strips: where it is in the site and what it measured. */
export interface StripPoint {
  readonly side: (typeof stripSides)[number];
  readonly height: (typeof stripHeights)[number];
  readonly racks: (typeof stripRacks)[number];
  /** Index of the sensor in the site. */
  readonly sensor: number;
  readonly measured: Float64Array;
}

export function stripPoints(site: Site, trace: Pod2Trace): StripPoint[] {
  return stripSides.flatMap((side) =>
    stripHeights.flatMap((height) =>
      stripRacks.map((racks) => ({
        side,
        height,
        racks,
        sensor: site.sensors.findIndex(({ id }) => id === `strip-${racks}-${side}-${height}`),
        measured: trace.column(`strip_${racks.replace('-', '_to_')}_${side}_${height}`),
      })),
    ),
  );
}
