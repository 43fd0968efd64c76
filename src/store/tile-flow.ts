import type { Frame } from '../frame/layout';

/** A tile that gives less than this share of what it would on an even floor is starved (assumption). */
export const STARVED_SHARE = 0.6;

export interface TileFlowFault {
  id: string;
  kind: 'reversed' | 'starved';
  airflowM3s: number;
  /** Flow over that of an even floor. */
  share: number;
}

/** Tiles that draw air down or are starved, worst first. */
export function tileFlowFaults({ layout, blocks }: Frame): TileFlowFault[] {
  const faults: TileFlowFault[] = [];
  layout.tileIds.forEach((id, n) => {
    const share = blocks.tileShareOfEven[n]!;
    if (!(share < STARVED_SHARE)) return;
    faults.push({ id, kind: share < 0 ? 'reversed' : 'starved', airflowM3s: blocks.tileAirflowM3s[n]!, share });
  });
  return faults.sort((a, b) => a.share - b.share);
}
