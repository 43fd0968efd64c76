import { advance, createEngine, type EngineOptions } from '../../engine/engine';
import type { Site } from '../../site/schema/site';
import { type Day, pathAt, siteOfDay } from './day';

/** One unit stands from one minute to another of the day. */
export interface Outage {
  readonly unit: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** What a room did through a day, step by step: what a model is told, and what it should come to. */
export interface Recording {
  readonly stepSeconds: number;
  readonly steps: number;
  readonly rackIds: readonly string[];
  /** Chassis of rack r: rackChassisStart[r] to rackChassisStart[r + 1]. */
  readonly rackChassisStart: Int32Array;
  /** steps x chassis: power, W, flow, m³/s, and inlet, °C. */
  readonly powerW: Float32Array;
  readonly flowM3s: Float32Array;
  readonly inletCelsius: Float32Array;
  /** steps x units: flow over that at full speed, supply air, °C, and the return air that came of it, °C. */
  readonly fanShare: Float32Array;
  readonly supplyCelsius: Float32Array;
  readonly returnCelsius: Float32Array;
  readonly roomSeconds: number;
}

/** Seconds that a fan takes from its speed to rest and back in an outage. */
const RUN_DOWN_SECONDS = 20;

/** Runs the room through the day on the clock, from rest. `clock`: milliseconds. */
export function recordDay(
  site: Site,
  options: EngineOptions,
  day: Day,
  stepSeconds: number,
  clock: () => number,
  outage: Outage | null = null,
  onMinute?: (minute: number) => void,
): Recording {
  const begun = clock();
  const engine = createEngine(siteOfDay(site, day), options);
  const { servers, plant } = engine;
  const chassis = servers.structure.chassisIds.length;
  const units = site.coolingUnits.length;
  const total = (day.load.length - 1) * 60;
  const steps = Math.floor(total / stepSeconds);
  const perChassis = () => new Float32Array(steps * chassis);
  const perUnit = () => new Float32Array(steps * units);
  const recording = {
    stepSeconds,
    steps,
    rackIds: servers.structure.rackIds,
    rackChassisStart: servers.structure.rackChassisStart,
    powerW: perChassis(),
    flowM3s: perChassis(),
    inletCelsius: perChassis(),
    fanShare: perUnit(),
    supplyCelsius: perUnit(),
    returnCelsius: perUnit(),
  };
  const shareOf = (unit: number, seconds: number) =>
    site.coolingUnits[unit]!.running ? pathAt(day.fanShare, seconds) * running(outage, unit, seconds) : 0;
  const drive = (seconds: number) => {
    for (let u = 0; u < units; u++) {
      plant.airflowM3s[u] = site.coolingUnits[u]!.fan.ratedAirflowM3s * shareOf(u, seconds);
      plant.commandCelsius[u] = pathAt(day.supplyCelsius, seconds);
    }
  };
  drive(0);
  for (let step = 0; step < steps; step++) {
    for (let tick = 0; tick < stepSeconds; tick++) {
      drive(step * stepSeconds + tick + 1);
      advance(engine);
    }
    const seconds = (step + 1) * stepSeconds;
    recording.powerW.set(servers.powerW, step * chassis);
    recording.flowM3s.set(servers.airflowM3s, step * chassis);
    recording.inletCelsius.set(engine.chassisInletCelsius, step * chassis);
    recording.supplyCelsius.set(plant.supplyCelsius, step * units);
    recording.returnCelsius.set(engine.unitReturnCelsius, step * units);
    for (let u = 0; u < units; u++) recording.fanShare[step * units + u] = shareOf(u, seconds);
    if (seconds % 60 === 0) onMinute?.(seconds / 60);
  }
  return { ...recording, roomSeconds: (clock() - begun) / 1000 };
}

/** 1 while the unit runs, 0 in its outage. */
function running(outage: Outage | null, unit: number, seconds: number): number {
  if (outage === null || outage.unit !== unit) return 1;
  const after = (seconds - outage.fromMinute * 60) / RUN_DOWN_SECONDS;
  const before = (outage.toMinute * 60 - seconds) / RUN_DOWN_SECONDS;
  return Math.min(1, Math.max(0, 1 - after, -before));
}
