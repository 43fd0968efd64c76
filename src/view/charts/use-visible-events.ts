import { useRef } from 'react';
import { type TimelineEvent, useEvents } from '../../store/events';
import type { ChartSpan } from './chart-clock';

/** Marks beyond this many would only blacken the lane; the newest are shown. */
const MAX_MARKS = 40;

const sameEvents = (a: readonly TimelineEvent[], b: readonly TimelineEvent[]) =>
  a.length === b.length && a.every((event, index) => event === b[index]);

/** What happened within a span; the same list as long as it holds the same events. */
export function useVisibleEvents(span: ChartSpan): readonly TimelineEvent[] {
  const events = useEvents((state) => state.events);
  const visible = useRef<readonly TimelineEvent[]>([]);
  const next = events
    .filter(({ atSeconds }) => atSeconds >= span.fromSeconds && atSeconds <= span.toSeconds)
    .slice(-MAX_MARKS);
  if (!sameEvents(visible.current, next)) visible.current = next;
  return visible.current;
}
