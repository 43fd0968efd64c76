import { useMemo } from 'react';
import { labelOf } from '../../site/entity';
import { useDocument } from '../../store/document';

/** What the open document calls a rack; its id where it no longer has it. */
export function useRackNames(): (id: string) => string {
  const racks = useDocument((state) => state.site.racks);
  return useMemo(() => {
    const names = new Map(racks.map((rack) => [rack.id, labelOf(rack)]));
    return (id) => names.get(id) ?? id;
  }, [racks]);
}
