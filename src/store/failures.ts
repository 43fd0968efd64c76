import { create } from 'zustand';
import type { FailureResult } from '../frame/failure';
import type { LiveFailure } from '../frame/failure-report';
import { eachUnitScenarios } from '../site/scenario/each-unit';
import type { FailureEvent } from '../site/scenario/events';
import type { Scenario } from '../site/scenario/scenario';
import { SimulationFault } from '../worker/client';
import { type FailurePort, startFailures } from '../worker/failure-client';
import type { WorkerFault } from '../worker/protocol';
import { useDocument } from './document';
import { simulationLink } from './link';

/** How far a what-if has come. */
export interface WhatIfProgress {
  /** 'settling' before the first scenario. */
  stage: 'settling' | 'playing';
  scenario: number;
  playedSeconds: number;
}

export interface FailuresState {
  /** What has failed in the live run. */
  live: readonly LiveFailure<FailureEvent>[];
  /** Why the last event was refused; null otherwise. */
  refused: WorkerFault | null;
  status: 'idle' | 'running' | 'done' | 'cancelled' | 'failed';
  /** One scenario, or each cooling unit in turn. */
  mode: 'one' | 'each-unit';
  scenarios: readonly Scenario[];
  horizonSeconds: number;
  progress: WhatIfProgress | null;
  results: readonly FailureResult[];
  /** Revision of the document that the results are of. */
  revision: number;
  failure: WorkerFault | null;
  /** What stands beside racks in the scene while a result is looked at, by rack; null while none is. */
  marks: ReadonlyMap<string, string> | null;
  /** Makes things fail in the live run, now. */
  inject(events: FailureEvent[]): void;
  repair(failureId: number): void;
  play(scenario: Scenario, horizonSeconds: number): void;
  /** Each thing that may fail alone, in turn; `nameOf` names those that are no entities. */
  playEachUnit(
    limits: Pick<Scenario, 'throttlingCelsius' | 'shutdownCelsius'>,
    horizonSeconds: number,
    nameOf: (event: FailureEvent) => string,
  ): void;
  cancel(): void;
  setMarks(marks: ReadonlyMap<string, string> | null): void;
}

let createWorker: (() => FailurePort) | null = null;
let endRun: (() => void) | null = null;
/** Grows with every what-if, so that one that was cancelled while its state was on the way does not start. */
let turn = 0;

/** Says how to start a failure worker; called once, by the entry of the app. */
export function provideFailureWorker(create: () => FailurePort): void {
  createWorker = create;
}

const faultOf = (error: unknown): WorkerFault =>
  error instanceof SimulationFault ? error.fault : { message: String(error), issues: [] };

/** Failures: of the live run, and as a what-if on a copy of it in a worker of its own. */
export const useFailures = create<FailuresState>()((set, get) => {
  const start = async (mode: FailuresState['mode'], scenarios: readonly Scenario[], horizonSeconds: number) => {
    const link = simulationLink();
    if (createWorker === null || link === null || get().status === 'running' || scenarios.length === 0) return;
    const mine = ++turn;
    const { revision } = useDocument.getState();
    set({
      status: 'running',
      mode,
      scenarios,
      horizonSeconds,
      progress: { stage: 'settling', scenario: 0, playedSeconds: 0 },
      results: [],
      revision,
      failure: null,
    });
    try {
      const snapshot = await link.snapshot();
      if (mine !== turn) return;
      endRun = startFailures(
        createWorker(),
        { snapshot, scenarios, horizonSeconds },
        {
          onMessage(message) {
            if (message.kind === 'progress') set({ progress: { stage: 'playing', ...message } });
            else if (message.kind === 'result') set({ results: [...get().results, message.result] });
            else if (message.kind === 'done') set({ status: 'done', progress: null });
            else if (message.kind === 'failure') set({ status: 'failed', progress: null, failure: message.fault });
          },
          onCrash: (message) => set({ status: 'failed', progress: null, failure: { message, issues: [] } }),
        },
      );
    } catch (error) {
      if (mine === turn) set({ status: 'failed', progress: null, failure: faultOf(error) });
    }
  };

  return {
    live: [],
    refused: null,
    status: 'idle',
    mode: 'one',
    scenarios: [],
    horizonSeconds: 0,
    progress: null,
    results: [],
    revision: 0,
    failure: null,
    marks: null,
    setMarks(marks) {
      set({ marks });
    },
    inject(events) {
      set({ refused: null });
      simulationLink()
        ?.inject(events)
        .catch((error: unknown) => set({ refused: faultOf(error) }));
    },
    repair(failureId) {
      simulationLink()
        ?.repair(failureId)
        .catch((error: unknown) => set({ refused: faultOf(error) }));
    },
    play: (scenario, horizonSeconds) => void start('one', [scenario], horizonSeconds),
    playEachUnit: (limits, horizonSeconds, nameOf) =>
      void start('each-unit', eachUnitScenarios(useDocument.getState().site, limits, nameOf), horizonSeconds),
    cancel() {
      if (get().status !== 'running') return;
      turn++;
      endRun?.();
      endRun = null;
      set({ status: 'cancelled', progress: null });
    },
  };
});

/** The site that was open has gone: nothing fails in the new one, and results of the old one are of no use. */
export function forgetFailures(): void {
  useFailures.getState().cancel();
  useFailures.setState({ live: [], refused: null, status: 'idle', results: [], failure: null, marks: null });
}
