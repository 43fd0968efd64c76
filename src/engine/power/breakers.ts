import type { BackupState } from './backup';
import type { ChainLoads } from './chain';
import type { PowerModel } from './model';
import { type BreakerClass, nextHeat, nextStress, trips } from './trip-curve';
import { sideRatedW, sidesOf } from './ups';

/** Class of breakers where the site gives none (assumption). */
const DEFAULT_CLASS: BreakerClass = 'C';

/** What breakers and UPS remember. Index as in the outages. */
export interface Breakers {
  /** 1: overload trips. Without a class in the site only while a failure of power is played. Set from outside. */
  armed: number;
  /** Heat of each bimetal, (load over rating)²; NaN before the first step. */
  readonly rackFeedHeat: Float64Array;
  readonly pduHeat: Float64Array;
  /** Share of the overload that each side of the UPS can bear. */
  readonly upsStress: Float64Array;
  /** 1 where an overload has opened it; stays so until it is closed again by hand. */
  readonly rackFeed: Uint8Array;
  readonly pdu: Uint8Array;
  readonly ups: Uint8Array;
  /** 1 where a side of the UPS is overloaded and lets the grid carry the load past its converters. */
  readonly bypass: Uint8Array;
}

export function createBreakers({ rackIds, pduCount }: Pick<PowerModel, 'rackIds' | 'pduCount'>): Breakers {
  return {
    armed: 0,
    rackFeedHeat: new Float64Array(2 * rackIds.length).fill(Number.NaN),
    pduHeat: new Float64Array(2 * pduCount).fill(Number.NaN),
    upsStress: new Float64Array(2),
    rackFeed: new Uint8Array(2 * rackIds.length),
    pdu: new Uint8Array(2 * pduCount),
    ups: new Uint8Array(2),
    bypass: new Uint8Array(2),
  };
}

export function breakerClassOf({ electrical }: PowerModel): BreakerClass {
  return electrical?.breakerClass ?? DEFAULT_CLASS;
}

/** The part of the chain's state that breakers look at. */
interface Loaded {
  readonly structure: PowerModel;
  readonly loads: ChainLoads;
  readonly breakers: Breakers;
  readonly backup: Pick<BackupState, 'source'>;
}

/** Warms and cools every breaker at the loads of the last tick; what is armed and too warm opens. Allocates nothing. */
export function stepBreakers({ structure, loads, breakers, backup }: Loaded, dtSeconds: number): void {
  const { electrical } = structure;
  if (electrical === null || !(dtSeconds > 0)) return;
  const breakerClass = breakerClassOf(structure);
  const armed = breakers.armed === 1;
  for (let n = 0; n < breakers.rackFeed.length; n++) {
    const ratedW = structure.rackFeedRatedW[n >> 1]!;
    if (Number.isNaN(ratedW)) continue;
    const load = loads.rackFeedW[n]! / ratedW;
    warm(breakers.rackFeedHeat, breakers.rackFeed, n, load, dtSeconds, armed, breakerClass);
  }
  if (electrical.pdu !== undefined) {
    for (let n = 0; n < breakers.pdu.length; n++) {
      const load = loads.pduW[n]! / electrical.pdu.ratedW;
      warm(breakers.pduHeat, breakers.pdu, n, load, dtSeconds, armed, breakerClass);
    }
  }
  if (electrical.ups === undefined) return;
  const hasBypass = backup.source === 'grid' || backup.source === 'generator';
  for (let s = 0; s < sidesOf(electrical.ups); s++) {
    const stress = nextStress(breakers.upsStress[s]!, loads.upsW[s]! / sideRatedW(electrical.ups), dtSeconds);
    breakers.upsStress[s] = stress;
    if (stress === 0) breakers.bypass[s] = 0;
    if (stress < 1 || !armed) continue;
    if (hasBypass) breakers.bypass[s] = 1;
    else breakers.ups[s] = 1;
  }
}

function warm(
  heats: Float64Array,
  open: Uint8Array,
  n: number,
  load: number,
  dtSeconds: number,
  armed: boolean,
  breakerClass: BreakerClass,
): void {
  if (!(load >= 0) || load === Infinity) return;
  const before = heats[n]!;
  const heat = nextHeat(Number.isNaN(before) ? Math.min(1, load * load) : before, load, dtSeconds);
  heats[n] = heat;
  if (armed && trips(heat, load, breakerClass)) open[n] = 1;
}

/** Closes whatever overload has opened. */
export function closeBreakers(breakers: Breakers): void {
  breakers.rackFeed.fill(0);
  breakers.pdu.fill(0);
  breakers.ups.fill(0);
  breakers.bypass.fill(0);
  breakers.upsStress.fill(0);
}

/** Whether overload has opened anything. */
export function hasTripped({ rackFeed, pdu, ups }: Breakers): boolean {
  return rackFeed.includes(1) || pdu.includes(1) || ups.includes(1);
}

/** After an edit breakers of racks that stay keep their state, and those of floor units where their number does. */
export function carryOverBreakers(
  from: { breakers: Breakers; structure: PowerModel },
  to: { breakers: Breakers; structure: PowerModel },
): void {
  const before = from.breakers;
  const after = to.breakers;
  after.armed = before.armed;
  after.upsStress.set(before.upsStress);
  after.ups.set(before.ups);
  after.bypass.set(before.bypass);
  if (before.pdu.length === after.pdu.length) {
    after.pdu.set(before.pdu);
    after.pduHeat.set(before.pduHeat);
  }
  const old = new Map(from.structure.rackIds.map((id, r) => [id, r]));
  to.structure.rackIds.forEach((id, r) => {
    const was = old.get(id);
    if (was === undefined) return;
    for (let s = 0; s < 2; s++) {
      after.rackFeed[2 * r + s] = before.rackFeed[2 * was + s]!;
      after.rackFeedHeat[2 * r + s] = before.rackFeedHeat[2 * was + s]!;
    }
  });
}
