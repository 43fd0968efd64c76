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

/** What scripts cost the main thread of a page. Processor time, so that programs beside it do not count. */
export interface Scripting {
  /** Each animation frame's callbacks, ms. */
  frameMs: number[];
  /** All scripting, frames and the rest (messages of the worker, pointer events, timers, React), ms a second. */
  msPerSecond: number;
  /** Frames a second that the machine managed. */
  framesPerSecond: number;
  /** Longest single task, ms. */
  longestMs: number;
}

/** Callbacks of one display frame start together: those that begin within this time of the last one's end are one frame, µs. */
const SAME_FRAME_US = 2000;

const cpuMs = (event: TraceEvent): number => (event.tdur ?? event.dur ?? 0) / 1000;

/** The main thread of the page: the renderer's main thread that fires the most animation frames. */
function mainThread(events: readonly TraceEvent[]): { pid: number; tid: number } | null {
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

/** Script events of a thread that lie in no other, in order of time. */
function outermostScripts(events: readonly TraceEvent[], { pid, tid }: { pid: number; tid: number }): TraceEvent[] {
  const scripts = events
    .filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid && scriptEvents.has(event.name))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const outermost: TraceEvent[] = [];
  let busyUntil = Number.NEGATIVE_INFINITY;
  for (const event of scripts) {
    if (event.ts < busyUntil) continue;
    outermost.push(event);
    busyUntil = event.ts + (event.dur ?? 0);
  }
  return outermost;
}

/** Sums the scripting of a trace, by animation frame and in all; null for a trace without frames. */
export function scriptingOf(events: readonly TraceEvent[]): Scripting | null {
  const thread = mainThread(events);
  if (thread === null) return null;
  const scripts = outermostScripts(events, thread);
  const frameMs: number[] = [];
  let frameEnd = Number.NEGATIVE_INFINITY;
  for (const event of scripts) {
    if (event.name !== 'FireAnimationFrame') continue;
    if (event.ts - frameEnd > SAME_FRAME_US) frameMs.push(0);
    frameMs[frameMs.length - 1]! += cpuMs(event);
    frameEnd = event.ts + (event.dur ?? 0);
  }
  const last = scripts.at(-1)!;
  const seconds = (last.ts + (last.dur ?? 0) - scripts[0]!.ts) / 1e6;
  const costs = scripts.map(cpuMs);
  return {
    frameMs,
    msPerSecond: costs.reduce((sum, ms) => sum + ms, 0) / seconds,
    framesPerSecond: frameMs.length / seconds,
    longestMs: Math.max(...costs),
  };
}
