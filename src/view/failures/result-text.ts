import { FAILURE_THRESHOLDS, type FailureResult, type FailureThreshold, type RackOutcome } from '../../frame/failure';

/** Minutes to a tenth; what is sooner than that is `< 0.1`. */
export function minutesText(seconds: number): string {
  return seconds < 3 ? '< 0.1' : (seconds / 60).toFixed(1);
}

/** When a threshold was passed: minutes, `> 15` where not in the time played, and apart what was so before. */
export type Reached =
  | { kind: 'at'; text: string }
  | { kind: 'never'; text: string }
  | { kind: 'before' }
  | { kind: 'unknown' };

export function reachedOf(rack: RackOutcome, name: FailureThreshold, playedSeconds: number): Reached {
  const { limitCelsius, atSeconds } = rack.thresholds[name];
  if (Number.isNaN(limitCelsius)) return { kind: 'unknown' };
  if (atSeconds === null) return { kind: 'never', text: `> ${Math.round(playedSeconds / 60)}` };
  return atSeconds === 0 ? { kind: 'before' } : { kind: 'at', text: minutesText(atSeconds) };
}

/** The hottest rack at its peak; null where the room has none. */
export function worstRack(result: FailureResult): RackOutcome | null {
  let worst: RackOutcome | null = null;
  for (const rack of result.racks) if (worst === null || rack.peakCelsius > worst.peakCelsius) worst = rack;
  return worst;
}

/** The first time that a rack passes a threshold which it had not passed before, s; null where none does. */
export function firstAnewSeconds(result: FailureResult, name: FailureThreshold): number | null {
  let first: number | null = null;
  for (const { thresholds } of result.racks) {
    const { atSeconds } = thresholds[name];
    if (atSeconds !== null && atSeconds > 0 && (first === null || atSeconds < first)) first = atSeconds;
  }
  return first;
}

/** Whether any rack has a known temperature for this threshold. */
export function isKnown(result: FailureResult, name: FailureThreshold): boolean {
  return result.racks.some(({ thresholds }) => !Number.isNaN(thresholds[name].limitCelsius));
}

/** Racks that pass the allowable limit, the first ones, and after how many minutes; those past it from the start are 0. */
export function allowableMarks(result: FailureResult, most: number): Map<string, string> {
  const passing = result.racks.filter(({ thresholds }) => thresholds.allowable.atSeconds !== null);
  return new Map(
    sortedRacks(passing, 'allowable', false)
      .slice(0, most)
      .map(({ rackId, thresholds }) => [rackId, `${minutesText(thresholds.allowable.atSeconds!)} min`]),
  );
}

export const RACK_COLUMNS = ['rack', 'start', 'rate', ...FAILURE_THRESHOLDS, 'peak'] as const;
export type RackColumn = (typeof RACK_COLUMNS)[number];

/** What a rack is ordered by in a column: the first to suffer is the smallest. */
function orderOf(rack: RackOutcome, column: Exclude<RackColumn, 'rack'>): number {
  switch (column) {
    case 'start':
      return -rack.startCelsius;
    case 'rate':
      return -rack.rateKelvinPerMinute;
    case 'peak':
      return -rack.peakCelsius;
    default:
      return rack.thresholds[column].atSeconds ?? Infinity;
  }
}

/** The worst first by one column, ties by the peak; `backwards` turns it round. */
export function sortedRacks(racks: readonly RackOutcome[], column: RackColumn, backwards: boolean): RackOutcome[] {
  const known = (value: number) => (Number.isNaN(value) ? Infinity : value);
  const compare = (a: RackOutcome, b: RackOutcome) => {
    if (column === 'rack') return a.rackId.localeCompare(b.rackId, 'en', { numeric: true });
    const [x, y] = [known(orderOf(a, column)), known(orderOf(b, column))];
    return x === y ? b.peakCelsius - a.peakCelsius : x - y;
  };
  const sorted = [...racks].sort(compare);
  return backwards ? sorted.reverse() : sorted;
}
