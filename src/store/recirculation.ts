import { create } from 'zustand';
import type { Recirculation } from '../frame/recirculation';
import { useDocument } from './document';
import { simulationLink } from './link';

export interface RecirculationState {
  status: 'idle' | 'running' | 'failed';
  /** How much of a run is done, 0-1. */
  progress: number;
  /** The last answer, kept while a newer one is computed; null before the first. */
  result: Recirculation | null;
  /** Why the last run failed. */
  failure: string | null;
  /** Asks for the air as it moves now; a run under way goes on. */
  compute(): void;
  cancel(): void;
}

let running: AbortController | null = null;

/** Who breathes whose air, as it was asked for last. */
export const useRecirculation = create<RecirculationState>()((set, get) => ({
  status: 'idle',
  progress: 0,
  result: null,
  failure: null,
  compute() {
    const link = simulationLink();
    if (link === null || get().status === 'running') return;
    const controller = new AbortController();
    running = controller;
    set({ status: 'running', progress: 0, failure: null });
    link
      .recirculation({
        signal: controller.signal,
        onProgress: ({ done, total }) => running === controller && set({ progress: done / total }),
      })
      .then(
        (result) => running === controller && set({ status: 'idle', result: result ?? get().result }),
        (error: unknown) => {
          if (running !== controller) return;
          const cancelled = error instanceof DOMException && error.name === 'AbortError';
          set(
            cancelled
              ? { status: 'idle' }
              : { status: 'failed', failure: error instanceof Error ? error.message : String(error) },
          );
        },
      );
  },
  cancel() {
    running?.abort();
  },
}));

// Another document has nothing to do with the last one's air.
useDocument.subscribe((state, previous) => {
  if (state.opened === previous.opened) return;
  running?.abort();
  running = null;
  useRecirculation.setState({ status: 'idle', result: null, failure: null, progress: 0 });
});

/** True where the answer belongs to another layout than the open one. */
export function isStale(result: Recirculation, documentRevision: number): boolean {
  return result.revision !== documentRevision;
}
