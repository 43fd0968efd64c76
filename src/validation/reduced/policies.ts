import { advance, createEngine, type EngineOptions } from '../../engine/engine';
import type { ReducedModel } from '../../engine/reduced/model';
import { advanceReduced, createReducedRoom, settleReducedRoom } from '../../engine/reduced/reduced-room';
import type { Site } from '../../site/schema/site';
import type { Day } from './day';
import { kendallTau } from './kendall';

type Dispatcher = NonNullable<Site['workload']>['dispatcher'];

/** A way to run a room: supply and speed of all units, and where load goes. */
export interface Policy {
  readonly setpointCelsius: number;
  readonly fanShare: number;
  readonly dispatcher: Dispatcher;
}

/** What came of a policy over the period. */
export interface Outcome {
  /** Racks and what cools them, kWh. */
  readonly energyKwh: number;
  /** Mean over the period of the warmest chassis inlet, °C. */
  readonly warmestCelsius: number;
}

export interface Ranking {
  readonly policies: readonly Policy[];
  readonly room: readonly Outcome[];
  readonly model: readonly Outcome[];
  readonly tauEnergy: number;
  readonly tauWarmest: number;
  readonly roomSeconds: number;
  readonly modelSeconds: number;
}

export const POLICIES: readonly Policy[] = [
  { setpointCelsius: 18, fanShare: 0.8, dispatcher: 'uniform' },
  { setpointCelsius: 22, fanShare: 0.8, dispatcher: 'uniform' },
  { setpointCelsius: 26, fanShare: 0.8, dispatcher: 'uniform' },
  { setpointCelsius: 22, fanShare: 0.6, dispatcher: 'uniform' },
  { setpointCelsius: 22, fanShare: 1, dispatcher: 'uniform' },
  { setpointCelsius: 26, fanShare: 0.6, dispatcher: 'uniform' },
  { setpointCelsius: 22, fanShare: 0.8, dispatcher: 'pack' },
  { setpointCelsius: 22, fanShare: 0.8, dispatcher: 'coolest-inlet' },
  { setpointCelsius: 18, fanShare: 0.6, dispatcher: 'coolest-inlet' },
  { setpointCelsius: 26, fanShare: 1, dispatcher: 'pack' },
  { setpointCelsius: 24, fanShare: 0.7, dispatcher: 'pack' },
  { setpointCelsius: 24, fanShare: 0.7, dispatcher: 'coolest-inlet' },
];

function siteUnder(site: Site, day: Day, { setpointCelsius, fanShare, dispatcher }: Policy): Site {
  const steps = Array.from(day.load, (level, minute) => ({ atSeconds: minute * 60, level }));
  return {
    ...site,
    coolingUnits: site.coolingUnits.map((unit) => ({
      ...unit,
      fan: { ...unit.fan, speed: fanShare },
      control: { mode: 'supply' as const, setpointCelsius },
    })),
    workload: { ...site.workload!, dispatcher, demand: { kind: 'stepped', steps } },
  };
}

const JOULES_PER_KWH = 3.6e6;

/** Runs every policy through the load of the day, in the room and in the model, which see the same load and nothing else. */
export function rankPolicies(
  site: Site,
  options: EngineOptions,
  model: ReducedModel,
  day: Day,
  stepSeconds: number,
  clock: () => number,
  policies: readonly Policy[] = POLICIES,
): Ranking {
  const seconds = (day.load.length - 1) * 60;
  const begun = clock();
  const room = policies.map((policy) => inRoom(siteUnder(site, day, policy), options, seconds));
  const between = clock();
  const reduced = policies.map((policy) => inModel(siteUnder(site, day, policy), options, model, seconds, stepSeconds));
  const ended = clock();
  const of = (outcomes: readonly Outcome[], key: keyof Outcome) => outcomes.map((outcome) => outcome[key]);
  return {
    policies,
    room,
    model: reduced,
    tauEnergy: kendallTau(of(room, 'energyKwh'), of(reduced, 'energyKwh')),
    tauWarmest: kendallTau(of(room, 'warmestCelsius'), of(reduced, 'warmestCelsius')),
    roomSeconds: (between - begun) / 1000,
    modelSeconds: (ended - between) / 1000,
  };
}

function inRoom(site: Site, options: EngineOptions, seconds: number): Outcome {
  const engine = createEngine(site, options);
  let joules = 0;
  let warmest = 0;
  for (let n = 0; n < seconds; n++) {
    advance(engine);
    joules += engine.measures.itW + engine.measures.coolingW;
    warmest += Math.max(...engine.chassisInletCelsius);
  }
  return { energyKwh: joules / JOULES_PER_KWH, warmestCelsius: warmest / seconds };
}

function inModel(
  site: Site,
  options: EngineOptions,
  model: ReducedModel,
  seconds: number,
  stepSeconds: number,
): Outcome {
  const room = createReducedRoom(site, model, options.seed);
  settleReducedRoom(room);
  let joules = 0;
  let warmest = 0;
  const steps = Math.round(seconds / stepSeconds);
  for (let n = 0; n < steps; n++) {
    advanceReduced(room, stepSeconds);
    joules += (room.power.itW + room.power.coolingW) * stepSeconds;
    warmest += Math.max(...room.chassisInletCelsius);
  }
  return { energyKwh: joules / JOULES_PER_KWH, warmestCelsius: warmest / steps };
}
