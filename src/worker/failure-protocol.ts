import type { FailureResult } from '../frame/failure';
import type { Scenario } from '../site/scenario/scenario';
import type { RunSnapshot, WorkerFault } from './protocol';

/** What the page asks of the failure worker: scenarios to be played one after the other on copies of a run. */
export interface StartFailures {
  kind: 'start';
  snapshot: RunSnapshot;
  scenarios: readonly Scenario[];
  /** Simulated time that each is played, s. */
  horizonSeconds: number;
}

/** What the worker tells: how far it is, a result a scenario, then that it is done, or why it is not. */
export type FromFailures =
  | { kind: 'settling' }
  | { kind: 'progress'; scenario: number; playedSeconds: number }
  | { kind: 'result'; scenario: number; result: FailureResult }
  | { kind: 'done' }
  | { kind: 'failure'; fault: WorkerFault };
