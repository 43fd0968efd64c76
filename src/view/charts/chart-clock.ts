import { useEffect, useState } from 'react';
import type { ChartWindow } from '../../store/layout-preferences';
import { seriesRing, seriesVersion } from '../../store/series';

/** Charts are redrawn this often while samples arrive, ms: long windows hardly move in a second. */
const redrawMs = (window: ChartWindow) => (window === 300 ? 1000 : 2000);

/** The span of simulated time that all charts show, and the version of the series it was taken from. */
export interface ChartSpan {
  fromSeconds: number;
  toSeconds: number;
  version: number;
}

function spanOf(window: ChartWindow): ChartSpan {
  const ring = seriesRing();
  const version = seriesVersion();
  if (ring.length === 0) return { fromSeconds: 0, toSeconds: window === 'all' ? 60 : window, version };
  const first = ring.seconds(0);
  const last = ring.seconds(ring.length - 1);
  if (window === 'all') return { fromSeconds: first, toSeconds: Math.max(last, first + 60), version };
  return { fromSeconds: Math.max(0, last - window), toSeconds: Math.max(last, window), version };
}

/** One time axis for all charts. It stands still while `paused`. */
export function useChartSpan(window: ChartWindow, paused: boolean): ChartSpan {
  const [span, setSpan] = useState(() => spanOf(window));
  useEffect(() => {
    if (paused) return undefined;
    setSpan(spanOf(window));
    const timer = setInterval(() => {
      if (document.visibilityState === 'hidden') return;
      setSpan((before) => (before.version === seriesVersion() ? before : spanOf(window)));
    }, redrawMs(window));
    return () => clearInterval(timer);
  }, [window, paused]);
  return span;
}
