/** One event of a Chromium trace; times in µs. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** Wall time of a complete event. */
  dur?: number;
  /** Processor time of its thread meanwhile. */
  tdur?: number;
  args?: { name?: string };
}

/** Events under which the main thread runs scripts, or cleans up after them. */
const scriptEvents = new Set([
  'EvaluateScript',
  'FunctionCall',
  'FireAnimationFrame',
  'FireIdleCallback',
  'TimerFire',
  'EventDispatch',
  'HandlePostMessage',
  'RunMicrotasks',
  'v8.compile',
  'MinorGC',
  'MajorGC',
]);

/** Scripting in one animation frame: from its start to the start of the next, ms. */
export interface FrameScripting {
  wallMs: number;
  cpuMs: number;
}

/** The main thread of the page: the renderer's main thread that fires the most animation frames. */
export function mainThread(events: readonly TraceEvent[]): { pid: number; tid: number } | null {
  const fired = new Map<string, { pid: number; tid: number; count: number }>();
  for (const { name, pid, tid } of events) {
    if (name !== 'FireAnimationFrame') continue;
    const key = `${pid}/${tid}`;
    const entry = fired.get(key) ?? { pid, tid, count: 0 };
    entry.count += 1;
    fired.set(key, entry);
  }
  return [...fired.values()].sort((a, b) => b.count - a.count)[0] ?? null;
}

/**
 * Scripting time of every animation frame: the outermost script events that begin in it. A frame begins where its
 * callbacks fire; callbacks of one display frame start together, so those within 2 ms are one frame.
 */
export function scriptingPerFrame(events: readonly TraceEvent[]): FrameScripting[] {
  const thread = mainThread(events);
  if (thread === null) return [];
  const scripts = events
    .filter(
      ({ ph, pid, tid, name }) => ph === 'X' && pid === thread.pid && tid === thread.tid && scriptEvents.has(name),
    )
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const outermost: TraceEvent[] = [];
  let busyUntil = Number.NEGATIVE_INFINITY;
  for (const event of scripts) {
    if (event.ts < busyUntil) continue;
    outermost.push(event);
    busyUntil = event.ts + (event.dur ?? 0);
  }
  const starts: number[] = [];
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const event of scripts) {
    if (event.name !== 'FireAnimationFrame') continue;
    if (event.ts - lastEnd > 2000) starts.push(event.ts);
    lastEnd = event.ts + (event.dur ?? 0);
  }
  return starts.slice(0, -1).map((start, index) => {
    const inFrame = outermost.filter((event) => event.ts >= start && event.ts < starts[index + 1]!);
    const sumMs = (of: (event: TraceEvent) => number) => inFrame.reduce((sum, event) => sum + of(event), 0) / 1000;
    return { wallMs: sumMs((event) => event.dur ?? 0), cpuMs: sumMs((event) => event.tdur ?? event.dur ?? 0) };
  });
}
