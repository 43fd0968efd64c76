import { create } from 'zustand';
import type { Site } from '../site/schema/site';
import { type GridStudyPort, startGridStudy } from '../validation/grid-study/client';
import type { GridStudyResult, StudyFailure } from '../validation/grid-study/facts';

export interface StudyProgress {
  /** 0..1. */
  readonly share: number;
  /** The grid that is being solved, and its cells. */
  readonly cellSize: number;
  readonly cells: number;
}

export interface GridStudyState {
  readonly status: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
  /** Null until the worker says where it is. */
  readonly progress: StudyProgress | null;
  readonly result: GridStudyResult | null;
  /** The site that the result is of: a later one may have changed. */
  readonly site: Site | null;
  readonly failure: StudyFailure | { readonly code: 'crashed'; readonly detail: string } | null;
  start(site: Site, seed: number, sizes: readonly number[] | null): void;
  cancel(): void;
}

let createWorker: (() => GridStudyPort) | null = null;
let endStudy: (() => void) | null = null;

/** Says how to start a grid-study worker; called once, by the entry of the app. */
export function provideGridStudyWorker(create: () => GridStudyPort): void {
  createWorker = create;
}

/** The grid study of the open site, in a worker of its own: the live run goes on meanwhile. */
export const useGridStudy = create<GridStudyState>()((set, get) => ({
  status: 'idle',
  progress: null,
  result: null,
  site: null,
  failure: null,
  start(site, seed, sizes) {
    if (createWorker === null || get().status === 'running') return;
    set({ status: 'running', progress: null, failure: null });
    endStudy = startGridStudy(
      createWorker(),
      { site, seed, sizes },
      {
        onMessage(message) {
          if (message.kind === 'progress') set({ progress: message });
          else if (message.kind === 'result') set({ status: 'done', result: message.result, site });
          else set({ status: 'failed', failure: message.failure });
        },
        onCrash: (detail) => set({ status: 'failed', failure: { code: 'crashed', detail } }),
      },
    );
  },
  cancel() {
    if (get().status !== 'running') return;
    endStudy?.();
    set({ status: 'cancelled', progress: null });
  },
}));
