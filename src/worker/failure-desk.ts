import { type Engine, EngineError } from '../engine/engine';
import { injectFailures, repairFailure } from '../engine/failures/drive';
import { liveFailures } from '../engine/failures/live';
import type { LiveFailure } from '../frame/failure-report';
import { hasErrors } from '../site/issue';
import { checkScenario } from '../site/scenario/check';
import type { FailureEvent } from '../site/scenario/events';
import type { Site } from '../site/schema/site';

/** Takes failures for the live run, and tells whenever one begins, ends or is over. */
export interface FailureDesk {
  /** Throws EngineError where an event does not fit the site. */
  inject(engine: Engine, document: Site, events: FailureEvent[]): void;
  repair(engine: Engine, failureId: number): void;
  /** Tells of what has changed since the last look. */
  look(engine: Engine): void;
}

export function createFailureDesk(tell: (failures: LiveFailure<FailureEvent>[]) => void): FailureDesk {
  let told = '';
  const look = (engine: Engine) => {
    if (engine.failures.running.length === 0 && told === '') return;
    const failures = liveFailures(engine);
    const key = failures.map(({ id, state, endSeconds }) => `${id} ${state} ${endSeconds}`).join();
    if (key === told) return;
    told = key;
    tell(failures);
  };
  return {
    inject(engine, document, events) {
      const issues = checkScenario({ events }, document);
      if (hasErrors(issues)) throw new EngineError(issues);
      injectFailures(engine, events);
      look(engine);
    },
    repair(engine, failureId) {
      repairFailure(engine, failureId);
      look(engine);
    },
    look,
  };
}
