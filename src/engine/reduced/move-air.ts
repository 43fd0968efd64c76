import { FILTER_SECONDS, type ReducedModel } from './model';
import type { ReducedState } from './run-state';

const FILTERS = FILTER_SECONDS.length;

/**
 * Air on its way: what a path passes on is its giver's temperature after a filter of the first order, between the two
 * whose times are nearest its own. The filters belong to the givers, so that a change of flow changes shares at once and
 * leaves no trace in the filters, and a step costs one pass over the paths.
 */
export function moveAir(
  { rowStart, giver, surfaceCelsius }: ReducedModel,
  state: ReducedState,
  dtSeconds: number,
): void {
  const { lagged, giverCelsius, takerCelsius } = state;
  const { flowM3s, filter, takerScale, giverScale, surfaceShare } = state.mix;
  for (let k = 0; k < FILTERS; k++) {
    const keep = Math.exp(-dtSeconds / FILTER_SECONDS[k]!);
    for (let s = 0; s < giverCelsius.length; s++) {
      const at = s * FILTERS + k;
      const before = lagged[at]!;
      lagged[at] = Number.isNaN(before) ? giverCelsius[s]! : giverCelsius[s]! + keep * (before - giverCelsius[s]!);
    }
  }
  for (let t = 0; t < takerCelsius.length; t++) {
    if (takerScale[t] === 0) continue;
    let celsius = 0;
    for (let p = rowStart[t]!; p < rowStart[t + 1]!; p++) {
      const from = giver[p]!;
      const place = filter[p]!;
      const k = Math.min(FILTERS - 2, place | 0);
      const at = from * FILTERS + k;
      const passed = lagged[at]! + (place - k) * (lagged[at + 1]! - lagged[at]!);
      celsius += flowM3s[p]! * giverScale[from]! * passed;
    }
    celsius *= takerScale[t]!;
    const surface = surfaceShare[t]!;
    takerCelsius[t] = surface > 0 ? (1 - surface) * celsius + surface * surfaceCelsius : celsius;
  }
}
