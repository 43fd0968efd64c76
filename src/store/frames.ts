import type { Frame } from '../frame/layout';
import type { PreviewFrame } from '../worker/protocol';

/** Shortest time between two calls of a slow subscriber, ms: 4 Hz, what an eye can read. */
const SLOW_INTERVAL_MS = 250;

let frame: Frame | null = null;
let preview: PreviewFrame | null = null;
const frameListeners = new Set<(frame: Frame) => void>();
const previewListeners = new Set<(preview: PreviewFrame | null) => void>();
const slowListeners = new Set<(frame: Frame) => void>();
let lastSlowMs = Number.NEGATIVE_INFINITY;
let slowTimer: ReturnType<typeof setTimeout> | null = null;

/** The newest frame; readable until the next one arrives. Null before the first. */
export function latestFrame(): Frame | null {
  return frame;
}

/** Called for each frame as it arrives. */
export function subscribeFrames(listener: (frame: Frame) => void): () => void {
  frameListeners.add(listener);
  return () => frameListeners.delete(listener);
}

/** The newest coarse answer for the layout in the hand; null when nothing is being dragged. */
export function latestPreview(): PreviewFrame | null {
  return preview;
}

export function subscribePreview(listener: (preview: PreviewFrame | null) => void): () => void {
  previewListeners.add(listener);
  return () => previewListeners.delete(listener);
}

/** Called with the newest frame at most four times a second, for numbers that are read. */
export function subscribeSlowFrames(listener: (frame: Frame) => void): () => void {
  slowListeners.add(listener);
  return () => slowListeners.delete(listener);
}

function runSlow(): void {
  slowTimer = null;
  lastSlowMs = performance.now();
  if (frame !== null) for (const listener of [...slowListeners]) listener(frame);
}

function scheduleSlow(): void {
  if (slowTimer !== null) return;
  const waitMs = lastSlowMs + SLOW_INTERVAL_MS - performance.now();
  if (waitMs <= 0) runSlow();
  else slowTimer = setTimeout(runSlow, waitMs);
}

/** Hands a new frame to everyone. */
export function publishFrame(next: Frame): void {
  frame = next;
  for (const listener of [...frameListeners]) listener(next);
  scheduleSlow();
}

export function publishPreview(next: PreviewFrame | null): void {
  if (next === null && preview === null) return;
  preview = next;
  for (const listener of [...previewListeners]) listener(next);
}

/** Forgets the frames of the site that was open before. */
export function clearFrames(): void {
  frame = null;
  publishPreview(null);
}
