import type { LiveFailure } from '../../frame/failure-report';
import type { FailureEvent } from '../../site/scenario/events';
import type { Engine } from '../state';
import { isOn } from './windows';

/** The failures of a run as they stand now, for those who watch. */
export function liveFailures(engine: Engine): LiveFailure<FailureEvent>[] {
  const now = engine.simulatedSeconds;
  return engine.failures.running.map((failure) => ({
    id: failure.id,
    event: failure.event,
    startSeconds: failure.startSeconds,
    endSeconds: Number.isFinite(failure.endSeconds) ? failure.endSeconds : null,
    state: now < failure.startSeconds ? 'waiting' : isOn(failure, now) ? 'active' : 'recovering',
  }));
}
