import { useMemo } from 'react';
import { type EntityRef, entityBox } from '../../../site/entity';
import type { Site } from '../../../site/schema/site';
import { inHandOf, useInteraction } from '../../../store/interaction';
import { useSelection } from '../../../store/selection';
import { boxEdges } from './box-edges';
import { distanceLines } from './distance-lines';
import { InkLines } from './InkLines';

/** More than this many are shown by their own edges alone. */
const MAX_OUTLINED = 200;

function edgesOf(site: Site, refs: readonly EntityRef[]): number[] {
  return refs.slice(0, MAX_OUTLINED).flatMap((ref) => {
    const box = entityBox(site, ref);
    return box === null ? [] : boxEdges(box);
  });
}

const NONE: readonly EntityRef[] = [];

/** Outlines of what is selected, hovered and held, the marquee, and lines to the neighbours of what is held. */
export function Outlines({ site }: { site: Site }) {
  const selected = useSelection((state) => state.selected);
  const hovered = useSelection((state) => state.hovered);
  const current = useInteraction((state) => state.current);
  const hand = inHandOf(current);
  const chosen = hand?.refs ?? selected;
  const selectedEdges = useMemo(() => edgesOf(site, chosen), [site, chosen]);
  const hoveredEdges = useMemo(
    () => edgesOf(site, hovered === null || hand !== null ? NONE : [hovered]),
    [site, hovered, hand],
  );
  const gaps = useMemo(() => {
    if (hand === null || hand.distances === null) return [];
    const boxes = hand.refs.flatMap((ref) => entityBox(hand.held, ref) ?? []);
    if (boxes.length === 0) return [];
    const min = { x: Math.min(...boxes.map((b) => b.min.x)), y: Math.min(...boxes.map((b) => b.min.y)), z: 0 };
    const max = { x: Math.max(...boxes.map((b) => b.max.x)), y: Math.max(...boxes.map((b) => b.max.y)), z: 0 };
    return distanceLines({ min, max }, hand.distances).flatMap(({ from, to }) => [
      from.x,
      from.y,
      from.z,
      to.x,
      to.y,
      to.z,
    ]);
  }, [hand]);
  const marquee = useMemo(() => {
    if (current.kind !== 'marquee') return [];
    const { from, to } = current;
    const corners = [
      [from.x, from.y],
      [to.x, from.y],
      [to.x, to.y],
      [from.x, to.y],
    ] as const;
    return corners.flatMap(([x, y], i) => [x, y, 0.03, ...corners[(i + 1) % 4]!, 0.03]);
  }, [current]);
  return (
    <>
      <InkLines points={selectedEdges} widthPx={2.2} dashed={hand !== null && !hand.valid} />
      <InkLines points={selectedEdges} widthPx={1.2} opacity={0.28} onTop />
      <InkLines points={hoveredEdges} widthPx={1.4} opacity={0.8} />
      <InkLines points={gaps} widthPx={1.2} opacity={0.75} onTop />
      <InkLines points={marquee} widthPx={1.6} dashed onTop />
    </>
  );
}
