import type { PowerSupply } from '../../site/schema/power-chain';

type Grade = Extract<PowerSupply, { kind: '80plus' }>['grade'];

/**
 * Certified efficiency by load fraction, 80 PLUS 230 V internal, redundant (published table; a supply that carries the
 * mark is at least as good).
 */
export const EIGHTY_PLUS: Readonly<Record<Grade, readonly (readonly [load: number, efficiency: number])[]>> = {
  bronze: [
    [0.2, 0.81],
    [0.5, 0.85],
    [1, 0.81],
  ],
  silver: [
    [0.2, 0.85],
    [0.5, 0.89],
    [1, 0.85],
  ],
  gold: [
    [0.2, 0.88],
    [0.5, 0.92],
    [1, 0.88],
  ],
  platinum: [
    [0.2, 0.9],
    [0.5, 0.94],
    [1, 0.91],
  ],
  titanium: [
    [0.1, 0.9],
    [0.2, 0.94],
    [0.5, 0.96],
    [1, 0.91],
  ],
};

/** Loss at no load over that at the lowest certified load. */
const NO_LOAD_SHARE = 0.5;

/**
 * Loss of one supply as a share of its rating, at output over rating. Between the certified points the loss is
 * interpolated linearly; from the lowest it falls to half at no load, and above full load the last slope goes on (both
 * assumptions: no certificate tells).
 */
export function eightyPlusLossShare(grade: Grade, load: number): number {
  const points = EIGHTY_PLUS[grade];
  const lossAt = (n: number) => points[n]![0] * (1 / points[n]![1] - 1);
  const lowest = points[0]![0];
  if (load <= lowest) return lossAt(0) * (NO_LOAD_SHARE + (1 - NO_LOAD_SHARE) * (load / lowest));
  let n = 0;
  while (n < points.length - 2 && load > points[n + 1]![0]) n++;
  const [from] = points[n]!;
  const [to] = points[n + 1]!;
  return lossAt(n) + ((load - from) / (to - from)) * (lossAt(n + 1) - lossAt(n));
}

/** How one server is supplied: a grade with its sizing, or converters one after the other from the board outwards. */
export type ServerSupply =
  | Extract<PowerSupply, { kind: '80plus' }>
  | { readonly kind: 'converters'; readonly converters: readonly { fixedW: number; efficiency: number }[] };

/** Input over all supplies of one server that gives `outputW`, W. `working`: how many of its supplies share the load. */
export function supplyInputW(supply: ServerSupply, peakW: number, outputW: number, working: number): number {
  if (supply.kind === 'converters') {
    let watts = outputW;
    for (const { fixedW, efficiency } of supply.converters) watts = affineInputW(fixedW, efficiency, watts);
    return watts;
  }
  const ratedW = supply.ratedOverPeak * peakW;
  if (!(ratedW > 0)) return outputW;
  return outputW + working * ratedW * eightyPlusLossShare(supply.grade, outputW / working / ratedW);
}

/** Input of a converter with a standing draw: (output + standing) / efficiency, W. */
export function affineInputW(standingW: number, efficiency: number, outputW: number): number {
  return (outputW + standingW) / efficiency;
}

/**
 * What the supplies of one server give when they draw `inputW`, W: the inverse of `supplyInputW`, exact. Never below 0:
 * at an input under the standing loss nothing comes out.
 */
export function supplyOutputW(supply: ServerSupply, peakW: number, inputW: number, working: number): number {
  if (supply.kind === 'converters') {
    let watts = inputW;
    for (let n = supply.converters.length - 1; n >= 0; n--) {
      watts = watts * supply.converters[n]!.efficiency - supply.converters[n]!.fixedW;
    }
    return Math.max(0, watts);
  }
  const ratedW = supply.ratedOverPeak * peakW * working;
  if (!(ratedW > 0)) return inputW;
  // Loss is linear in the load between two points: on each piece input = a + b output can be undone.
  const points = EIGHTY_PLUS[supply.grade];
  let fromLoad = 0;
  for (let n = 0; n < points.length; n++) {
    const toLoad = points[n]![0];
    const fromLoss = eightyPlusLossShare(supply.grade, fromLoad);
    const slope = (eightyPlusLossShare(supply.grade, toLoad) - fromLoss) / (toLoad - fromLoad);
    const load = (inputW / ratedW - fromLoss + slope * fromLoad) / (1 + slope);
    if (load <= toLoad || n === points.length - 1) return Math.max(0, load * ratedW);
    fromLoad = toLoad;
  }
  return 0;
}

/** Supplies that share the load of a server when all feeds are there. */
export function suppliesOf(supply: ServerSupply): number {
  return supply.kind === '80plus' && supply.supplies === 'two' ? 2 : 1;
}
