import type { LiveFailure } from '../frame/failure-report';
import type { FailureEvent } from '../site/scenario/events';
import { recordEvent } from './events';

type Live = readonly LiveFailure<FailureEvent>[];

/** Marks in the event lane what has begun or been repaired between two reports. */
export function recordFailureEvents(before: Live, now: Live, atSeconds: number): void {
  const wasActive = new Map(before.map(({ id, state, event }) => [id, state === 'active' ? event : null]));
  for (const { id, state, event, startSeconds, endSeconds } of now) {
    const active = wasActive.get(id) ?? null;
    if (state === 'active' && active === null) mark('failure-on', event, startSeconds);
    if (state !== 'active' && active !== null) mark('failure-off', event, endSeconds ?? atSeconds);
  }
  const still = new Set(now.map(({ id }) => id));
  for (const { id, state, event, endSeconds } of before) {
    if (state === 'active' && !still.has(id)) mark('failure-off', event, endSeconds ?? atSeconds);
  }
}

function mark(kind: 'failure-on' | 'failure-off', event: FailureEvent, atSeconds: number): void {
  recordEvent({ kind, atSeconds, failure: event, label: '' });
}
