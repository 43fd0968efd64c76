import type { FeedSide, PowerElement, PowerElementKind, PowerLevel, PowerStatus } from '../../frame/power';

/** One symbol of the diagram with what it carries. */
export interface DiagramValue {
  loadW: number;
  /** Load over rating of the element that is used most, 0-1; NaN without a rating. */
  share: number;
  level: PowerLevel;
  count: number;
  /** How many of them overload has opened, and a failure. */
  tripped: number;
  opened: number;
  /** Nothing reaches any of them. */
  dead: boolean;
  bypass: boolean;
  /** Until the first of them trips at its present load, s; Infinity where none does. */
  tripsInSeconds: number;
}

const LEVELS: readonly PowerLevel[] = ['ok', 'warning', 'alarm'];

/** Elements of one kind and side taken together: their load, the fullest of them, the worst level. Null where there are none. */
export function together(
  elements: readonly PowerElement[],
  kind: PowerElementKind,
  side: FeedSide | null,
): DiagramValue | null {
  const these = elements.filter((element) => element.kind === kind && (side === null || element.side === side));
  if (these.length === 0) return null;
  return {
    loadW: these.reduce((sum, { loadW }) => sum + loadW, 0),
    share: Math.max(...these.map(({ loadW, ratedW }) => loadW / ratedW)),
    level: LEVELS[Math.max(...these.map(({ level }) => LEVELS.indexOf(level)))]!,
    count: these.length,
    tripped: these.filter(({ out }) => out === 'tripped').length,
    opened: these.filter(({ out }) => out === 'opened').length,
    dead: these.every(({ out }) => out === 'dead'),
    bypass: these.some(({ bypass }) => bypass === true),
    tripsInSeconds: Math.min(...these.map(({ tripsInSeconds }) => tripsInSeconds ?? Number.POSITIVE_INFINITY)),
  };
}

/** A load without an element of its own. */
export function plainLoad(loadW: number): DiagramValue {
  return {
    loadW,
    share: Number.NaN,
    level: 'ok',
    count: 1,
    tripped: 0,
    opened: 0,
    dead: false,
    bypass: false,
    tripsInSeconds: Number.POSITIVE_INFINITY,
  };
}

/** Whether the wires of a side have power: behind its UPS, and behind its floor units. */
export function sideLive(status: PowerStatus, side: FeedSide | null): { fed: boolean; racks: boolean } {
  const { lostSides, elements } = status;
  const s = side ?? 'A';
  const ups = elements.filter(({ kind }) => kind === 'ups');
  const own = ups.length > 1 ? ups.filter((element) => element.side === s) : ups;
  const upsOut = own.length > 0 && own.every(({ out }) => out !== undefined);
  const fed = liveParts(status).it && !lostSides.includes(s) && !upsOut;
  const pdus = elements.filter((element) => element.kind === 'pdu' && (side === null || element.side === side));
  return { fed, racks: fed && (pdus.length === 0 || pdus.some(({ out }) => out === undefined)) };
}

/** What of the diagram has power. */
export function liveParts({ backup, watts }: PowerStatus): {
  grid: boolean;
  generator: boolean;
  main: boolean;
  it: boolean;
} {
  const state = backup?.state;
  const onGenerator = watts.generatorW > 0;
  const onBattery = watts.batteryW > 0;
  return {
    grid: watts.utilityW > 0,
    generator: onGenerator,
    main: watts.utilityW > 0 || onGenerator || (onBattery && backup === null),
    it: state !== 'dark',
  };
}
