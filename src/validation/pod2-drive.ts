import type { Engine } from '../engine/engine';
import type { Site } from '../site/schema/site';
import { AIR, AIR_HEAT_CAPACITY } from '../units/air';
import { stripHeights, stripRacks, stripSides } from './pod2-measured';
import type { Pod2Trace } from './pod2-trace';

export const RACKS = 12;
export const COOLERS = 4;

/** Chassis of servers in each rack; what follows them in a site is other equipment. */
const SERVER_CHASSIS = 10;

/** Flow of a cooler at full fan signal by the published curve (2.35 kg/s at 90 %, in proportion), m³/s. */
const FLOW_AT_FULL_SIGNAL = 2.35 / AIR.density / 0.9;

/** Minutes at the start over which every rack is idle: the fan speed that the idle site's airflow belongs to. */
const IDLE_MINUTES = 30;

/** What the experiment pins, minute by minute. */
export interface Pod2Drive {
  /** Power that the servers of each rack report. */
  readonly serverW: readonly Float64Array[];
  /** What the meter shows beyond the servers, for each rack. */
  readonly otherW: Float64Array;
  /** Fan speed over that of the idle site. */
  readonly fanShare: readonly Float64Array[];
  readonly coolerM3s: readonly Float64Array[];
  readonly coolerCelsius: readonly Float64Array[];
}

const two = (n: number) => String(n).padStart(2, '0');

/** Warms the supply by the heat of the fans: the discharge sensors are taken to sit between coil and fans. */
export function withFanHeat(drive: Pod2Drive, site: Site): Pod2Drive {
  return {
    ...drive,
    coolerCelsius: drive.coolerCelsius.map((celsius, n) =>
      celsius.map((value, minute) => {
        const flow = drive.coolerM3s[n]![minute]!;
        return value + fanPowerW(site, n, flow) / (flow * AIR_HEAT_CAPACITY);
      }),
    ),
  };
}

function fanPowerW(site: Site, cooler: number, flow: number): number {
  const { fan } = site.coolingUnits[cooler]!;
  return fan.ratedPowerW * (flow / fan.ratedAirflowM3s) ** fan.powerExponent;
}

/** Supply and flow of the coolers as their sensors and the published curve have them. */
export function readDrive(trace: Pod2Trace): Pod2Drive {
  const racks = Array.from({ length: RACKS }, (_, r) => two(r + 1));
  const serverW = racks.map((rack) => trace.column(`rack${rack}_power_sum_W`));
  const meter = trace.column('elec_IT_power_W');
  const otherW = meter.map((watts, n) => (watts - serverW.reduce((sum, power) => sum + power[n]!, 0)) / RACKS);
  const fanShare = racks.map((rack) => {
    const rpm = trace.column(`rack${rack}_fan_rpm_mean`);
    const idle = rpm.subarray(0, IDLE_MINUTES).reduce((sum, value) => sum + value, 0) / IDLE_MINUTES;
    return rpm.map((value) => value / idle);
  });
  const coolers = Array.from({ length: COOLERS }, (_, n) => n + 1);
  return {
    serverW,
    otherW,
    fanShare,
    coolerM3s: coolers.map((n) =>
      trace.column(`cooler${n}_fan_signal_pct`).map((percent) => (FLOW_AT_FULL_SIGNAL * percent) / 100),
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
    const others = first + SERVER_CHASSIS;
    const otherW = meanBetween(drive.otherW, from, to);
    // A site without equipment beside the servers has all heat in them.
    const serverW = meanBetween(drive.serverW[r]!, from, to) + (others === end ? otherW : 0);
    for (let c = first; c < others; c++) {
      structure.directPowerW[c] = serverW / SERVER_CHASSIS;
      structure.directAirflowM3s[c] = idleAirflowM3s[c]! * meanBetween(drive.fanShare[r]!, from, to);
    }
    for (let c = others; c < end; c++) structure.directPowerW[c] = otherW / (end - others);
  }
  for (let u = 0; u < COOLERS; u++) {
    const flow = meanBetween(drive.coolerM3s[u]!, from, to);
    engine.plant.airflowM3s[u] = flow;
    engine.plant.fanW[u] = fanPowerW(engine.site, u, flow);
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
