import { create } from 'zustand';
import type { PredictionStatus } from '../frame/prediction';
import { useDocument } from './document';
import { simulationLink } from './link';

/** Time between two readings while someone watches, ms. */
const READ_MS = 1000;

export interface PredictionStore {
  making: 'idle' | 'running' | 'failed';
  /** How much of the model is made, 0-1. */
  progress: number;
  failure: string | null;
  /** As it was read last; null before the first reading. */
  now: PredictionStatus | null;
  /** Makes a model of the room as it is; one under way goes on. */
  make(): void;
  cancel(): void;
}

let running: AbortController | null = null;

/** Predictive control of the live run, read while a page watches it. */
export const usePrediction = create<PredictionStore>()((set, get) => ({
  making: 'idle',
  progress: 0,
  failure: null,
  now: null,
  make() {
    const link = simulationLink();
    if (link === null || get().making === 'running') return;
    const controller = new AbortController();
    running = controller;
    set({ making: 'running', progress: 0, failure: null });
    link
      .foresee({
        signal: controller.signal,
        onProgress: ({ done, total }) => running === controller && set({ progress: done / total }),
      })
      .then(
        (now) => running === controller && set({ making: 'idle', now: now ?? get().now }),
        (error: unknown) => {
          if (running !== controller) return;
          const cancelled = error instanceof DOMException && error.name === 'AbortError';
          set(
            cancelled
              ? { making: 'idle' }
              : { making: 'failed', failure: error instanceof Error ? error.message : String(error) },
          );
        },
      );
  },
  cancel() {
    running?.abort();
  },
}));

/** Reads it again and again; the returned function stops that. */
export function watchPrediction(): () => void {
  let wanted = true;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const read = async () => {
    const now = (await simulationLink()?.prediction()) ?? null;
    if (!wanted) return;
    if (now !== null) usePrediction.setState({ now });
    timer = setTimeout(() => void read(), READ_MS);
  };
  void read();
  return () => {
    wanted = false;
    if (timer !== null) clearTimeout(timer);
  };
}

// Another document has nothing to do with the last one's room.
useDocument.subscribe((state, previous) => {
  if (state.opened === previous.opened) return;
  running?.abort();
  running = null;
  usePrediction.setState({ making: 'idle', now: null, failure: null, progress: 0 });
});
