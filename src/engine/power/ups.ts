import type { Electrical } from '../../site/schema/energy';
import { curveLossW, type LossCoefficients } from './loss-curve';

export type Ups = NonNullable<Electrical['ups']>;

/** Assumption: 99.0 % at full load, 98.8 % at half. */
export const DEFAULT_ECO_LOSS: LossCoefficients = [0.004, 0.002, 0.004];

/** Modules of one side; all of them share the load evenly. */
export const modulesOf = (ups: Ups): number => ups.modules ?? 1;

export const sidesOf = (ups: Ups): 1 | 2 => (ups.redundancy === '2N' ? 2 : 1);

/** Rated output of all modules of one side, W. */
export const sideRatedW = (ups: Ups): number => ups.ratedW * modulesOf(ups);

/** What one side may carry so that its redundancy holds: with N+1 one module less, W. */
export function sideUsableW(ups: Ups): number {
  const spare = ups.redundancy === 'N+1' ? 1 : 0;
  return ups.ratedW * Math.max(0, modulesOf(ups) - spare);
}

/**
 * Loss of one side at an output, W: its modules share the load evenly, each with the loss curve of its mode.
 * On battery the inverters work, whatever the mode.
 */
export function sideLossW(ups: Ups, outputW: number, onBattery = false): number {
  const modules = modulesOf(ups);
  const eco = ups.mode === 'eco' && !onBattery;
  const coefficients = eco ? (ups.ecoLossCoefficients ?? DEFAULT_ECO_LOSS) : ups.lossCoefficients;
  return modules * curveLossW(coefficients, ups.ratedW, outputW / modules);
}
