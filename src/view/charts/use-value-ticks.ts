import { useRef } from 'react';
import { valueTicks } from './value-ticks';

/** Ticks for the values shown; the same list as long as it holds the same ticks, so that the axis stays as it is. */
export function useValueTicks(extent: [number, number] | null, leastShare = 0): readonly number[] {
  const known = useRef<readonly number[]>([]);
  const next = valueTicks(extent, leastShare);
  if (next.join() !== known.current.join()) known.current = next;
  return known.current;
}
