import { useMemo } from 'react';
import type { EntityKind } from '../../../site/entity';
import { inHandOf, useInteraction } from '../../../store/interaction';
import { useSelection } from '../../../store/selection';
import { RACK_FLAG } from '../racks/rack-texture';

type FlagsOf = (entity: { id: string }) => number;

/**
 * Flags of the entities of one kind: hovered, selected, and misplaced while held where they cannot stand. The function
 * stays the same until something of this kind changes, so that other layers are not built again.
 */
export function useEntityFlags(kind: EntityKind): FlagsOf {
  const selected = useSelection((state) =>
    state.selected
      .filter((ref) => ref.kind === kind)
      .map(({ id }) => id)
      .join('\n'),
  );
  const hovered = useSelection((state) => (state.hovered?.kind === kind ? state.hovered.id : ''));
  const misplaced = useInteraction(({ current }) => {
    const hand = inHandOf(current);
    return hand === null || hand.valid
      ? ''
      : hand.refs
          .filter((ref) => ref.kind === kind)
          .map(({ id }) => id)
          .join('\n');
  });
  return useMemo(() => {
    const chosen = new Set(selected.split('\n'));
    const astray = new Set(misplaced.split('\n'));
    return ({ id }) =>
      (id === hovered ? RACK_FLAG.hovered : 0) |
      (chosen.has(id) ? RACK_FLAG.selected : 0) |
      (astray.has(id) ? RACK_FLAG.misplaced : 0);
  }, [selected, hovered, misplaced]);
}
