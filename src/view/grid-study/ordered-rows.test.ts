import { describe, expect, it } from 'vitest';
import type { StudyRow } from '../../validation/grid-study/facts';
import { cellsText } from './cell-size';
import { orderedRows } from './ordered-rows';

const row = (kind: StudyRow['kind'], id: string | null, gridUncertainty: number): StudyRow => ({
  kind,
  id,
  unit: '°C',
  values: [20, 20, 20],
  wander: 0,
  convergence: { kind: 'monotone', order: 1, extrapolated: 20, gridUncertainty },
});

describe('rows of a grid study', () => {
  it('have the whole room first and in each group what is most uncertain first', () => {
    const rows = [
      row('tileFlow', 'T1', 9),
      row('rackInlet', 'R1', 0.1),
      row('shi', null, 0),
      row('rackInlet', 'R2', 0.4),
      row('worstInlet', null, 1),
    ];
    expect(orderedRows(rows).map(({ kind, id }) => id ?? kind)).toEqual(['worstInlet', 'shi', 'R2', 'R1', 'T1']);
  });
});

describe('number of cells', () => {
  it('is whole where it is counted, rounded where it is estimated, in millions where it is huge', () => {
    expect([cellsText(67_584), cellsText(67_583.7), cellsText(23_456_789)]).toEqual(['67,584', '68,000', '23 M']);
  });
});
