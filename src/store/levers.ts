import { create } from 'zustand';
import type { MeasureId, StudySiteId } from '../frame/levers';
import type { Site } from '../site/schema/site';
import { type LeversPort, startLevers } from '../worker/levers-client';
import type { FromLevers, KeptModel, LeversPhase } from '../worker/levers-protocol';
import type { WorkerFault } from '../worker/protocol';

export type LiveOutcome = Extract<FromLevers, { kind: 'done' }>;

/** Days of the year that a visitor can run. */
export const LIVE_PERIODS = {
  week: { startDay: 200, days: 7 },
  month: { startDay: 182, days: 31 },
  year: { startDay: 1, days: 365 },
} as const;
export type LivePeriod = keyof typeof LIVE_PERIODS;

export interface LeversRequest {
  readonly site: Site;
  readonly study: StudySiteId | null;
  readonly measures: readonly MeasureId[];
  readonly period: LivePeriod;
}

export interface LeversState {
  status: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
  phase: LeversPhase;
  share: number;
  /** What the outcome is of. */
  asked: LeversRequest | null;
  outcome: LiveOutcome | null;
  failure: WorkerFault | null;
  start(request: LeversRequest): void;
  cancel(): void;
}

const STEP_SECONDS = 300;
const SEED = 1;

let createWorker: (() => LeversPort) | null = null;
let endRun: (() => void) | null = null;
/** Reduced models that were made in this visit; making one takes about a minute. */
let models: readonly KeptModel[] = [];

/** Says how to start a levers worker; called once, by the entry of the app. */
export function provideLeversWorker(create: () => LeversPort): void {
  createWorker = create;
}

/** A period of a site with every lever off and with some measures, run in a worker of its own. */
export const useLevers = create<LeversState>()((set, get) => ({
  status: 'idle',
  phase: 'model',
  share: 0,
  asked: null,
  outcome: null,
  failure: null,
  start(request) {
    if (createWorker === null || get().status === 'running') return;
    const { site, study, measures, period } = request;
    set({ status: 'running', phase: 'model', share: 0, asked: request, outcome: null, failure: null });
    endRun = startLevers(
      createWorker(),
      { site, study, measures, ...LIVE_PERIODS[period], stepSeconds: STEP_SECONDS, seed: SEED, models },
      {
        onMessage(message) {
          if (message.kind === 'progress') set({ phase: message.phase, share: message.share });
          else if (message.kind === 'model') models = [...models, message.kept];
          else if (message.kind === 'done') set({ status: 'done', outcome: message });
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
