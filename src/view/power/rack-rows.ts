import type { Frame } from '../../frame/layout';
import { type AshraeClass, ashraeLimits } from '../../site/ashrae';

export interface RackRow {
  rackId: string;
  powerW: number;
  inletMinCelsius: number;
  inletMaxCelsius: number;
  /** (T_in - T_supply) / (T_out - T_in) of the rack's means. */
  beta: number;
  /** Where its inlets lie in the class of the site; unknown: it draws no air. */
  verdict: 'recommended' | 'allowable' | 'outside' | 'unknown';
  /** The tightest of A1 to A4 that allows all of its inlets; null where none does. */
  strictest: AshraeClass | null;
}

const FROM_TIGHT: readonly AshraeClass[] = ['A1', 'A2', 'A3', 'A4'];
const ORDER: readonly RackRow['verdict'][] = ['outside', 'allowable', 'unknown', 'recommended'];

/** Racks as the frame shows them, those that are out of range first, then the warmest. */
export function rackRows({ layout, blocks }: Frame, ashraeClass: AshraeClass, supplyCelsius: number): RackRow[] {
  const limits = ashraeLimits(ashraeClass);
  const rows = layout.rackIds.map((rackId, r): RackRow => {
    const low = blocks.rackInletMinCelsius[r]!;
    const high = blocks.rackInletMaxCelsius[r]!;
    const mean = blocks.rackInletMeanCelsius[r]!;
    const riseKelvin = blocks.rackOutletMeanCelsius[r]! - mean;
    const within = (from: number, to: number) => low >= from && high <= to;
    const verdict = !Number.isFinite(low + high)
      ? 'unknown'
      : within(limits.recommendedMinCelsius, limits.recommendedMaxCelsius)
        ? 'recommended'
        : within(limits.allowableMinCelsius, limits.allowableMaxCelsius)
          ? 'allowable'
          : 'outside';
    const holds = (name: AshraeClass) =>
      within(ashraeLimits(name).allowableMinCelsius, ashraeLimits(name).allowableMaxCelsius);
    return {
      rackId,
      powerW: blocks.rackPowerW[r]!,
      inletMinCelsius: low,
      inletMaxCelsius: high,
      beta: riseKelvin > 0 ? (mean - supplyCelsius) / riseKelvin : Number.NaN,
      verdict,
      strictest: FROM_TIGHT.find(holds) ?? null,
    };
  });
  return rows.sort(
    (a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || b.inletMaxCelsius - a.inletMaxCelsius,
  );
}

/** How many racks lie where. */
export function tally(rows: readonly RackRow[]): Record<RackRow['verdict'], number> {
  const counts = { recommended: 0, allowable: 0, outside: 0, unknown: 0 };
  for (const { verdict } of rows) counts[verdict]++;
  return counts;
}
