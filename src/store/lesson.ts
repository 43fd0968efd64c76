import { create } from 'zustand';
import type { SupplyPoint } from '../frame/lesson';
import { type LessonPort, startLesson } from '../worker/lesson-client';
import type { WorkerFault } from '../worker/protocol';
import { useDocument } from './document';
import { useRun } from './run';

/** Supply temperatures of the sweep, °C. */
export const LESSON_CELSIUS: readonly number[] = [14, 16, 18, 20, 22, 24, 25, 26, 27, 28, 29, 30, 32, 34];

export type LessonRoom = 'one-rack' | 'site';

export interface LessonState {
  status: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
  room: LessonRoom;
  /** Share of peak throughput. */
  load: number;
  points: readonly SupplyPoint[];
  /** Name of the site that the points are of; null for the one rack. */
  site: string | null;
  failure: WorkerFault | null;
  start(room: LessonRoom, load: number): void;
  cancel(): void;
}

let createWorker: (() => LessonPort) | null = null;
let endRun: (() => void) | null = null;

/** Says how to start a lesson worker; called once, by the entry of the app. */
export function provideLessonWorker(create: () => LessonPort): void {
  createWorker = create;
}

/** Total power against supply temperature, computed by an engine in a worker of its own. */
export const useLesson = create<LessonState>()((set, get) => ({
  status: 'idle',
  room: 'one-rack',
  load: 1,
  points: [],
  site: null,
  failure: null,
  start(room, load) {
    if (createWorker === null || get().status === 'running') return;
    const { site } = useDocument.getState();
    const { seed } = useRun.getState();
    const asked = room === 'one-rack' ? { kind: room } : { kind: room, site, seed };
    set({ status: 'running', room, load, points: [], site: room === 'site' ? site.name : null, failure: null });
    endRun = startLesson(
      createWorker(),
      { room: asked, load, supplyCelsius: LESSON_CELSIUS },
      {
        onMessage(message) {
          if (message.kind === 'point') set({ points: [...get().points, message.point] });
          else if (message.kind === 'done') set({ status: 'done' });
          else set({ status: 'failed', failure: message.fault });
        },
        onCrash: (message) => set({ status: 'failed', failure: { message, issues: [] } }),
      },
    );
  },
  cancel() {
    if (get().status !== 'running') return;
    endRun?.();
    endRun = null;
    set({ status: 'cancelled' });
  },
}));
