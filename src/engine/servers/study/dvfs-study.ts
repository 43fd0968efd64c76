import { type DvfsOutcome, type DvfsPolicy, type DvfsSetting, runDvfs } from './dvfs-run';

/** The first is what the others are compared with. */
export const DVFS_POLICIES: readonly DvfsPolicy[] = [
  { name: 'performance', governor: 'performance', placement: 'each' },
  { name: 'powersave', governor: 'powersave', placement: 'each' },
  { name: 'ondemand', governor: 'ondemand', placement: 'each' },
  { name: 'conservative', governor: 'conservative', placement: 'each' },
  { name: 'schedutil', governor: 'schedutil', placement: 'each' },
  { name: 'schedutil, cap 80 %', governor: 'schedutil', placement: 'each', frequencyCap: 0.8 },
  { name: 'performance, packed', governor: 'performance', placement: 'pack' },
  {
    name: 'performance, packed, sleep after 300 s',
    governor: 'performance',
    placement: 'pack',
    sleepAfterSeconds: 300,
  },
  { name: 'schedutil, packed, sleep after 300 s', governor: 'schedutil', placement: 'pack', sleepAfterSeconds: 300 },
];

/** A mean over seeds with the half width of its 95 % interval. */
export interface Estimate {
  mean: number;
  halfWidth: number;
}

export interface DvfsRow {
  policy: DvfsPolicy;
  energyKwh: Estimate;
  /** Energy less than with the first policy on the same seed, share; paired over seeds. */
  saving: Estimate;
  /** Work late, of the work asked for, and work never done within the run, shares. */
  lateShare: Estimate;
  undoneShare: Estimate;
  /** Batches (a second's work of a server, or of all when packed) that missed their deadline, and all of them. */
  missed: Estimate;
  batches: number;
}

/** Student's t for a two-sided 95 % interval by degrees of freedom 1 ... 30 (any table of it); 1.96 beyond. */
const STUDENT_95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

export function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = values.reduce((total, value) => total + value, 0) / n;
  if (n < 2) return { mean, halfWidth: Number.NaN };
  const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / (n - 1);
  return { mean, halfWidth: (STUDENT_95[n - 2] ?? 1.96) * Math.sqrt(variance / n) };
}

/** Every policy on every seed; the same seed gives each policy the same work. */
export function dvfsStudy(
  setting: DvfsSetting,
  seeds: readonly number[],
  onRun?: (done: number, total: number) => void,
  policies: readonly DvfsPolicy[] = DVFS_POLICIES,
): DvfsRow[] {
  let base: DvfsOutcome[] = [];
  let runs = 0;
  return policies.map((policy, n) => {
    const outcomes = seeds.map((seed) => {
      const outcome = runDvfs(policy, setting, seed);
      onRun?.(++runs, policies.length * seeds.length);
      return outcome;
    });
    if (n === 0) base = outcomes;
    return {
      policy,
      energyKwh: estimate(outcomes.map(({ energyJ }) => energyJ / 3.6e6)),
      saving: estimate(outcomes.map(({ energyJ }, k) => 1 - energyJ / base[k]!.energyJ)),
      lateShare: estimate(outcomes.map(({ lateWork, askedWork }) => lateWork / askedWork)),
      undoneShare: estimate(outcomes.map(({ doneWork, askedWork }) => Math.max(0, 1 - doneWork / askedWork))),
      missed: estimate(outcomes.map(({ lateBatches }) => lateBatches)),
      batches: outcomes[0]!.batches,
    };
  });
}
