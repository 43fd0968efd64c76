import type { FeedSide, PowerElement, PowerElementKind, PowerLevel, PowerStatus } from '../../frame/power';

/** One symbol of the diagram with what it carries. */
export interface DiagramValue {
  loadW: number;
  /** Load over rating of the element that is used most, 0-1; NaN without a rating. */
  share: number;
  level: PowerLevel;
  count: number;
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
  };
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
