import type { AirTrace } from '../tracers/trace-air';

/**
 * The mean of traces of one room at several moments, by flow: what a taker draws from a giver on average. For rooms whose
 * air never comes to rest.
 */
export function meanTrace(traces: readonly AirTrace[]): AirTrace {
  const [first] = traces;
  if (traces.length === 1) return first!;
  const takers = first!.takenM3s.length;
  const givers = first!.givenM3s.length;
  const takenM3s = mean(traces.map((trace) => trace.takenM3s));
  const share = new Float64Array(takers * givers);
  const transit = new Float64Array(takers * givers);
  const timed = new Float64Array(takers * givers);
  const surfaceShare = new Float64Array(takers);
  for (const trace of traces) {
    for (let t = 0; t < takers; t++) {
      // Nobody draws the air of the room as a whole: there every moment counts alike.
      const weight = takenM3s[t]! > 0 ? trace.takenM3s[t]! / (takenM3s[t]! * traces.length) : 1 / traces.length;
      surfaceShare[t]! += weight * trace.surfaceShare[t]!;
      for (let at = t * givers; at < (t + 1) * givers; at++) {
        const part = weight * trace.share[at]!;
        share[at]! += part;
        if (part <= 0 || trace.transitSeconds === null) continue;
        timed[at]! += part;
        transit[at]! += part * trace.transitSeconds[at]!;
      }
    }
  }
  for (let at = 0; at < share.length; at++) if (timed[at]! > 0) transit[at]! /= timed[at]!;
  return {
    ...first!,
    share,
    surfaceShare,
    takenM3s,
    givenM3s: mean(traces.map((trace) => trace.givenM3s)),
    ageSeconds: mean(traces.map((trace) => trace.ageSeconds)),
    transitSeconds: first!.transitSeconds === null ? null : transit,
  };
}

function mean(arrays: readonly Float64Array[]): Float64Array {
  return arrays[0]!.map((_, n) => arrays.reduce((sum, array) => sum + array[n]!, 0) / arrays.length);
}
