import { type FrameLayout, frameBytes } from '../frame/layout';

/** Frames in flight: one being read, one on its way, one being written. */
const BUFFERS = 3;

/** A few recycled frame buffers. When none is free a frame is skipped; a tick never waits. */
export interface FramePool {
  /** Buffers of another layout are dropped from now on. */
  resize(layout: FrameLayout): void;
  take(): ArrayBuffer | null;
  giveBack(buffer: ArrayBuffer): void;
}

export function createFramePool(): FramePool {
  let bytes = 0;
  let free: ArrayBuffer[] = [];
  return {
    resize(layout) {
      const wanted = frameBytes(layout);
      if (wanted === bytes) return;
      bytes = wanted;
      free = Array.from({ length: BUFFERS }, () => new ArrayBuffer(bytes));
    },
    take: () => free.pop() ?? null,
    giveBack(buffer) {
      if (buffer.byteLength === bytes && free.length < BUFFERS) free.push(buffer);
    },
  };
}
