import type { Electrical } from '../../site/schema/energy';
import { sideRatedW, sidesOf, type Ups } from './ups';

export type PowerSource = 'grid' | 'battery' | 'generator' | 'dark';

/** Restart of the IT after power is back, s (assumption). */
export const DEFAULT_RESTART_SECONDS = 300;
/** Recharging power over the rated load of the UPS (assumption). */
const DEFAULT_RECHARGE_SHARE = 0.1;

/** What battery, generator and IT remember. */
export interface BackupState {
  source: PowerSource;
  /** Stored energy in terms of what it gives at the rated load, J; NaN without a battery. */
  batteryJ: number;
  /** Electricity left in the tank, J; Infinity without a limit, NaN without a generator. */
  fuelJ: number;
  /** Simulated time from which the IT computes again, s. */
  servingFromSeconds: number;
}

export function createBackup(electrical: Electrical | null): BackupState {
  return {
    source: 'grid',
    batteryJ: electrical?.ups?.battery?.usableJ ?? Number.NaN,
    fuelJ: electrical?.generator === undefined ? Number.NaN : (electrical.generator.fuelJ ?? Infinity),
    servingFromSeconds: 0,
  };
}

/** Charge and fuel go over to an edited chain, no more than it holds; what it has not had before is full. */
export function carryOverBackup(from: BackupState, electrical: Electrical | null): BackupState {
  const full = createBackup(electrical);
  const kept = (before: number, most: number) => (Number.isNaN(before) ? most : Math.min(before, most));
  return {
    ...from,
    batteryJ: kept(from.batteryJ, full.batteryJ),
    fuelJ: kept(from.fuelJ, full.fuelJ),
  };
}

/**
 * Who feeds the facility at this moment. Without the grid a UPS whose battery is not described carries the IT without
 * end, and so does a chain that tells of no generator and no UPS: nothing says that it stops.
 */
export function sourceOf(
  electrical: Electrical | null,
  state: BackupState,
  gridLost: boolean,
  generatorReady: boolean,
): PowerSource {
  if (!gridLost) return 'grid';
  if (generatorReady && !(state.fuelJ <= 0)) return 'generator';
  if (electrical?.ups === undefined) return electrical?.generator === undefined ? 'battery' : 'dark';
  return state.batteryJ <= 0 ? 'dark' : 'battery';
}

/** Rated load of all sides of a UPS, W. */
const ratedLoadW = (ups: Ups): number => sidesOf(ups) * sideRatedW(ups);

/**
 * Rate at which a battery loses its rated energy while it gives `watts`, W: P (P / P_rated)^(k - 1), Peukert's law for
 * power. At the rated load and for k = 1 it is the power itself.
 */
export function drainW(ups: Ups, watts: number): number {
  const exponent = (ups.battery?.peukertExponent ?? 1) - 1;
  if (exponent === 0 || !(watts > 0)) return watts;
  return watts * (watts / ratedLoadW(ups)) ** exponent;
}

/** How long the battery carries a load, s; Infinity for no load, NaN without a battery. */
export function rideThroughSeconds(ups: Ups | undefined, batteryJ: number, watts: number): number {
  if (ups?.battery === undefined) return Number.NaN;
  const rate = drainW(ups, watts);
  return rate > 0 ? batteryJ / rate : Infinity;
}

/** Power that recharging takes now and what the battery keeps of it, W. Nothing when it is full or not fed. */
export function rechargeW(electrical: Electrical | null, state: BackupState): { drawnW: number; keptW: number } {
  const ups = electrical?.ups;
  const battery = ups?.battery;
  const fed = state.source === 'grid' || state.source === 'generator';
  if (ups === undefined || battery === undefined || !fed || state.batteryJ >= battery.usableJ) return NO_RECHARGE;
  const drawnW = battery.rechargeW ?? DEFAULT_RECHARGE_SHARE * ratedLoadW(ups);
  return { drawnW, keptW: drawnW * battery.rechargeEfficiency };
}

const NO_RECHARGE = { drawnW: 0, keptW: 0 };

/**
 * Moves stored energy and fuel on by one step at the power that each gave in it. What is empty stays at 0, what is full
 * at its most.
 */
export function spendStores(
  electrical: Electrical | null,
  state: BackupState,
  powers: { batteryW: number; batteryChargeW: number; generatorW: number },
  dtSeconds: number,
): void {
  const ups = electrical?.ups;
  if (ups?.battery !== undefined) {
    const spent = drainW(ups, powers.batteryW) * dtSeconds;
    const kept = powers.batteryChargeW * dtSeconds;
    state.batteryJ = Math.min(ups.battery.usableJ, Math.max(0, state.batteryJ - spent + kept));
  }
  if (electrical?.generator !== undefined) {
    state.fuelJ = Math.max(0, state.fuelJ - powers.generatorW * dtSeconds);
  }
}
