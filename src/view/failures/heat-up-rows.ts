import type { FailureResult } from '../../frame/failure';

/** Points drawn at most. */
const MAX_POINTS = 300;

export interface HeatUpRow {
  seconds: number;
  worst: number;
  mean: number;
  supply: number;
  /** The chosen rack; NaN where none is. */
  rack: number;
  /** Water to the coils and coolant at the cold plates; NaN where the site has none. */
  water: number;
  coolant: number;
}

/** The series of a failure as a chart reads it, thinned out evenly; the first and the last instant stay. */
export function heatUpRows({ series, racks }: FailureResult, rackId: string | null): HeatUpRow[] {
  const count = series.seconds.length;
  const rack = racks.findIndex((other) => other.rackId === rackId);
  const every = Math.max(1, Math.ceil(count / MAX_POINTS));
  const rows: HeatUpRow[] = [];
  for (let n = 0; n < count; n++) {
    if (n % every !== 0 && n !== count - 1) continue;
    rows.push({
      seconds: series.seconds[n]!,
      worst: series.worstInletCelsius[n]!,
      mean: series.meanInletCelsius[n]!,
      supply: series.supplyCelsius[n]!,
      water: series.chilledWaterCelsius?.[n] ?? Number.NaN,
      coolant: series.coolantCelsius?.[n] ?? Number.NaN,
      rack: rack < 0 ? Number.NaN : series.rackInletCelsius[n * racks.length + rack]!,
    });
  }
  return rows;
}
