import { EngineError, runSteady } from '../engine/engine';
import { hasFailed } from '../engine/failures/drive';
import { holdDemand } from '../engine/failures/hold-demand';
import { runFailure } from '../engine/failures/run-failure';
import { resumeSnapshot, type Snapshot, takeSnapshot } from '../engine/snapshot';
import type { FromFailures, StartFailures } from './failure-protocol';
import type { RunSnapshot } from './protocol';

/** Wall time between two reports of progress, ms. */
const PROGRESS_MS = 100;

/**
 * Plays scenarios on copies of a run and tells what comes of each. The copy first settles at the demand of its moment,
 * unless something has failed in it already: then it goes on as it stands.
 */
export function playFailures(request: StartFailures, tell: (message: FromFailures) => void, now: () => number): void {
  try {
    tell({ kind: 'settling' });
    const start = settledCopy(request.snapshot);
    request.scenarios.forEach((scenario, n) => {
      let reportedAt = Number.NEGATIVE_INFINITY;
      const result = runFailure(resumeSnapshot(start), scenario, request.horizonSeconds, (playedSeconds) => {
        if (now() - reportedAt >= PROGRESS_MS) {
          reportedAt = now();
          tell({ kind: 'progress', scenario: n, playedSeconds });
        }
        return true;
      });
      tell({ kind: 'result', scenario: n, result });
    });
    tell({ kind: 'done' });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    tell({ kind: 'failure', fault: { message: error.issues[0]?.message ?? error.message, issues: error.issues } });
  }
}

function settledCopy(snapshot: RunSnapshot): Snapshot {
  const engine = resumeSnapshot(snapshot as Snapshot);
  if (!hasFailed(engine)) runSteady(engine);
  holdDemand(engine);
  return takeSnapshot(engine);
}
