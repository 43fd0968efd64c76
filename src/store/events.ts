import { create } from 'zustand';
import type { PowerAlarm } from '../frame/power';
import type { FailureEvent } from '../site/scenario/events';

/** Older events are dropped beyond this many. */
const MAX_EVENTS = 2000;

/** Something worth a mark on the time axis. */
export interface TimelineEvent {
  id: number;
  atSeconds: number;
  kind: 'edit' | 'undo' | 'redo' | 'fault' | 'alarm-on' | 'alarm-off' | 'failure-on' | 'failure-off';
  /** Text of the user's edit or of the fault; for alarms, the temperature crossed with its unit. */
  label: string;
  /** For failures: the event, so that the page can say it in its language. */
  failure?: FailureEvent;
  /** For alarms of the electrical chain: what is concerned. */
  power?: Pick<PowerAlarm, 'kind' | 'id' | 'side' | 'level' | 'tripped'>;
}

let nextId = 1;

/** The event lane: edits, faults and alarms, in order of simulated time. */
export const useEvents = create<{ events: TimelineEvent[] }>()(() => ({ events: [] }));

export function recordEvent(event: Omit<TimelineEvent, 'id'>): void {
  const entry = { ...event, id: nextId++ };
  useEvents.setState(({ events }) => ({ events: [...events, entry].slice(-MAX_EVENTS) }));
}

export function clearEvents(): void {
  useEvents.setState({ events: [] });
}
