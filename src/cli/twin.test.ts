import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteInput } from '../site/schema/site';
import type { SimulationResult } from './result';
import { closedRoom } from './room.fixture';

const here = dirname(fileURLToPath(import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function twin(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(here, 'twin.ts'), ...args], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}

const smallRoom: SiteInput = {
  ...closedRoom,
  sensors: [{ id: 'middle', position: { x: 1.2, y: 0.5, z: 1.2 } }],
  cellSize: 0.2,
};

function written(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('twin: exit status and streams', () => {
  it('0: checks a good document and says what it holds', () => {
    const { status, stdout } = twin('check', written('good.json', smallRoom));
    expect(stdout).toContain('Small room: 1 rack, 1 cooling unit, 0 tiles; no errors');
    expect(status).toBe(0);
  });

  it.each(['check', 'simulate'])(
    '1: %s of bad input puts issues on standard error and nothing on standard output',
    (command) => {
      const [rack] = smallRoom.racks!;
      const bad = { ...smallRoom, racks: [rack, { ...rack, id: 'A2' }] };
      const { status, stdout, stderr } = twin(command, written('bad.json', bad));
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(/error: racks\[1\]\S*: .*overlap/);
    },
  );

  it('1: a file that is missing or no JSON', () => {
    expect(twin('check', join(folder, 'none.json'))).toMatchObject({ status: 1, stdout: '' });
    const { status, stdout, stderr } = twin('simulate', written('text.json', '{\n  "format": oops\n}'), '--json');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('line 2');
  });

  it('2: wrong usage shows the help on standard error', () => {
    for (const args of [[], ['simulat'], ['check'], ['simulate', 'a.json', '--fast'], ['toString']]) {
      const { status, stdout, stderr } = twin(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('twin simulate FILE');
    }
  }, 60_000);

  it('0: --help goes to standard output', () => {
    const { status, stdout, stderr } = twin('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('--cell METRES');
  });
});

describe('twin simulate', () => {
  const json = (...args: string[]) => {
    const { status, stdout, stderr } = twin('simulate', written('room.json', smallRoom), '--json', ...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout) as SimulationResult;
  };

  it('settles a small room: 3 kW in, 3 kW out within 0.5 %, outlet 9.9 K over inlet', () => {
    const result = json('--steady');
    expect(result.steady!.converged).toBe(true);
    expect(result.racks[0]!.powerW).toBe(3000);
    expect(Math.abs(result.coolingUnits[0]!.heatW / 3000 - 1)).toBeLessThan(0.005);
    const { inletCelsius, outletCelsius } = result.racks[0]!.chassis[0]!;
    // 3000 W / (1.205 kg/m³ x 1006 J/(kg K) x 0.25 m³/s) = 9.90 K
    expect(outletCelsius - inletCelsius).toBeCloseTo(9.9, 1);
    expect(result.metrics.pue).toBeNull();
  });

  it('runs the asked number of seconds, the same twice, and writes a row a second', () => {
    const out = join(folder, 'series');
    const [first, second] = [json('--seconds', '5', '--out', out), json('--seconds', '5')];
    expect(first.simulatedSeconds).toBe(5);
    expect({ ...first, wallSeconds: 0 }).toEqual({ ...second, wallSeconds: 0 });
    expect(first.energy.itJ).toBeCloseTo(15_000, 6);
    expect(readdirSync(out).sort()).toEqual(['facility.csv', 'probes.csv', 'racks.csv', 'units.csv']);
    expect(readFileSync(join(out, 'racks.csv'), 'utf8').trim().split('\n')).toHaveLength(6);
  });

  it('takes finer cells when told to', () => {
    expect(json('--seconds', '1', '--cell', '0.1').cells).toBeGreaterThan(4 * json('--seconds', '1').cells);
  });
});
