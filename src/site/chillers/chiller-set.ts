import { CHILLER_TABLE } from './chiller-table';

/** Two ends of a fitted range. */
export interface FittedRange {
  readonly low: number;
  readonly high: number;
}

type Six = readonly [number, number, number, number, number, number];

/** One chiller as EnergyPlus describes it: reference figures and three curves. Powers in W, temperatures in °C. */
export interface ChillerSet {
  readonly name: string;
  readonly referenceCapacityW: number;
  readonly referenceCop: number;
  /** Below this part load it cycles. */
  readonly minPartLoad: number;
  /** Below this part load its load is held up falsely (hot gas). */
  readonly minUnloadedPartLoad: number;
  readonly maxPartLoad: number;
  /** Leaving evaporator water and entering condenser water (air, where air-cooled) of the reference figures. */
  readonly referenceEvaporatorCelsius: number;
  readonly referenceCondenserCelsius: number;
  readonly evaporatorCelsius: FittedRange;
  readonly condenserCelsius: FittedRange;
  /** Biquadratic a + b x + c x² + d y + e y² + f x y of leaving evaporator x and entering condenser y. */
  readonly capacity: Six;
  readonly energyInput: Six;
  /** Quadratic of the part load. */
  readonly partLoad: readonly [number, number, number];
  /** Gives its heat to the outdoor air; else to condenser water. */
  readonly airCooled: boolean;
}

function setOf(line: string): ChillerSet {
  const [name, ...texts] = line.split(' ');
  const v = texts.map(Number);
  return {
    name: name!,
    referenceCapacityW: v[0]!,
    referenceCop: v[1]!,
    minPartLoad: v[2]!,
    minUnloadedPartLoad: v[3]!,
    maxPartLoad: v[4]!,
    referenceEvaporatorCelsius: v[5]!,
    referenceCondenserCelsius: v[6]!,
    evaporatorCelsius: { low: v[7]!, high: v[8]! },
    condenserCelsius: { low: v[9]!, high: v[10]! },
    capacity: v.slice(11, 17) as unknown as Six,
    energyInput: v.slice(17, 23) as unknown as Six,
    partLoad: [v[23]!, v[24]!, v[25]!],
    airCooled: name!.endsWith('AirCooled'),
  };
}

let sets: Map<string, ChillerSet> | null = null;

function allSets(): Map<string, ChillerSet> {
  sets ??= new Map(
    CHILLER_TABLE.trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(' ')), setOf(line)] as const),
  );
  return sets;
}

/** The curve set of this name; undefined where there is none. */
export function chillerSet(name: string): ChillerSet | undefined {
  return allSets().get(name);
}

/** Names of all curve sets, in the order of the table. */
export function chillerSetNames(): string[] {
  return [...allSets().keys()];
}
