import { describe, expect, it } from 'vitest';
import type { GridStudyResult } from '../validation/grid-study/facts';
import { readGridOptions, studyText } from './grid';
import { UsageError } from './usage';

describe('options of twin grid', () => {
  it('are three sizes, or none for the automatic ones', () => {
    expect(readGridOptions(['a.json'])).toEqual({ file: 'a.json', sizes: null, seed: 1, json: false });
    expect(readGridOptions(['a.json', '--sizes', '0.1,0.15,0.2', '--json']).sizes).toEqual([0.1, 0.15, 0.2]);
  });

  it.each([
    [['a.json', '--sizes', '0.1,0.2']],
    [['a.json', '--sizes', '0.1,0.1,0.2']],
    [['a.json', '--sizes', '0,1,2']],
    [[]],
  ])('refuse %j with a word on usage', (args) => {
    expect(() => readGridOptions(args)).toThrow(UsageError);
  });
});

describe('text of a grid study', () => {
  const grid = {
    representativeSize: 0.2,
    cells: 1000,
    iterations: 80,
    settled: true,
    residualKelvin: 0.01,
    seconds: 1,
  };
  const result: GridStudyResult = {
    site: 'Small room',
    runCellSize: 0.2,
    grids: [
      { ...grid, cellSize: 0.2, worstRackKelvin: 0.25 },
      { ...grid, cellSize: 0.3, worstRackKelvin: 0.45 },
      { ...grid, cellSize: 0.4, worstRackKelvin: 0.65 },
    ],
    rows: [
      {
        kind: 'rackInlet',
        id: 'R1',
        unit: '°C',
        values: [20, 20.2, 20.4],
        wander: 0.001,
        convergence: { kind: 'monotone', order: 1, extrapolated: 19.6, gridUncertainty: 0.5 },
      },
    ],
  };

  it('names each grid, each quantity with its unit, and ends in a verdict with numbers', () => {
    const text = studyText(result);
    expect(text).toContain('rack inlet, mean R1  °C    20.00  20.20  20.40    1.0         19.60');
    expect(text).toContain('1 of 1 rack-mean inlets uncertain by 0.5 K or less; median 0.50 K, largest 0.50 K');
  });
});
