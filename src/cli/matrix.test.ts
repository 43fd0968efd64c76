import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matrix, readMatrixOptions } from './matrix';
import { readReduceOptions, reduce } from './reduce';
import { UsageError } from './usage';

const starter = fileURLToPath(new URL('../../public/sites/starter.json', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-matrix-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function printed(run: (args: string[], terminal: Parameters<typeof matrix>[1]) => number, args: string[]): string {
  const text: string[] = [];
  const terminal = { out: (more: string) => text.push(more), err: () => {}, errIsTerminal: false };
  expect(run(args, terminal)).toBe(0);
  return text.join('');
}

describe('twin matrix', () => {
  it('prints shares that sum to 1 as JSON and writes three tables', () => {
    const answer = JSON.parse(printed(matrix, [starter, '--cell', '0.5', '--json', '--out', folder]));
    expect(answer.groups).toHaveLength(20);
    for (const row of answer.share.slice(0, 20)) {
      expect(row.reduce((sum: number, share: number) => sum + share, 0)).toBeCloseTo(1, 5);
    }
    expect(answer.shi + answer.rhi).toBeCloseTo(1, 6);
    const shares = readFileSync(join(folder, 'shares.csv'), 'utf8').trimEnd().split('\n');
    expect([shares.length, shares[0]!.split(',').length]).toEqual([24, 23]);
    expect(readFileSync(join(folder, 'rise.csv'), 'utf8').split('\n')[0]).toContain('K/W');
  });

  it('prints the most recirculated rack first', () => {
    const [heading, first, second] = printed(matrix, [starter, '--cell', '0.5']).split('\n');
    expect(heading).toContain('cold capture %');
    const breathed = (line: string) => Number(line.trim().split(/\s+/)[2]);
    expect(breathed(first!)).toBeGreaterThanOrEqual(breathed(second!));
  });

  it('refuses what it does not know', () => {
    expect(() => readMatrixOptions(['a.json', '--by', 'row'])).toThrow(UsageError);
    expect(() => readMatrixOptions([])).toThrow('one FILE');
    expect(() => readReduceOptions(['a.json'])).toThrow('--out');
    expect(() => readReduceOptions(['a.json', '--out', 'm', '--balances', '0.8,0.5'])).toThrow('ascending');
  });
});

describe('twin reduce', () => {
  it('writes the model of one state, and names the states there are when asked for another', () => {
    const file = join(folder, 'model.json');
    const args = [
      starter,
      '--cell',
      '0.5',
      '--by',
      'rack',
      '--balances',
      '0.8',
      '--loads',
      '0.6',
      '--inlets',
      '22',
      '--out',
      file,
    ];
    expect(printed(reduce, args)).toContain('healthy: 20 of rack, 1 nodes');
    const model = JSON.parse(readFileSync(file, 'utf8'));
    expect([model.format, model.groupIds.length, model.flowM3s.length]).toEqual([
      'isotherm-reduced',
      20,
      model.giver.length,
    ]);
    expect(() => printed(reduce, [...args, '--state', 'flooded'])).toThrow("'CRAH-1 out'");
  });
});
