import { describe, expect, it } from 'vitest';
import { readSimulateOptions } from './simulate-options';
import { UsageError } from './usage';

describe('simulate options', () => {
  it('default to the steady state, seed 1, a table, no files', () => {
    expect(readSimulateOptions(['a.json'])).toEqual({
      file: 'a.json',
      run: { kind: 'steady' },
      cellSize: null,
      seed: 1,
      json: false,
      outFolder: null,
      everySeconds: 1,
    });
  });

  it('read every option, in any order', () => {
    const args = [
      '--seconds',
      '600',
      '--json',
      'a.json',
      '--cell',
      '0.15',
      '--seed',
      '7',
      '--out',
      'runs',
      '--every',
      '10',
    ];
    expect(readSimulateOptions(args)).toEqual({
      file: 'a.json',
      run: { kind: 'seconds', seconds: 600 },
      cellSize: 0.15,
      seed: 7,
      json: true,
      outFolder: 'runs',
      everySeconds: 10,
    });
  });

  it.each([
    [[], 'one FILE'],
    [['a.json', 'b.json'], 'one FILE'],
    [['a.json', '--steady', '--seconds', '5'], 'exclude'],
    [['a.json', '--seconds', 'ten'], '--seconds needs a number'],
    [['a.json', '--seconds', '0.5'], 'whole number'],
    [['a.json', '--seconds', '0'], 'whole number'],
    [['a.json', '--seconds', ''], '--seconds needs a number'],
    [['a.json', '--cell', '0'], '0.02 to 5 metres'],
    [['a.json', '--cell', '100'], '0.02 to 5 metres'],
    [['a.json', '--seed', '4294967296'], 'whole number'],
    [['a.json', '--out', ''], '--out needs'],
  ])('refuse %j', (args, message) => {
    expect(() => readSimulateOptions(args)).toThrow(UsageError);
    expect(() => readSimulateOptions(args)).toThrow(message);
  });

  it('refuse an option that does not exist, by name', () => {
    expect(() => readSimulateOptions(['a.json', '--stedy'])).toThrow('--stedy');
  });
});
