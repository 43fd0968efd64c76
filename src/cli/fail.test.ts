import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FailureResult } from '../frame/failure';
import type { SiteInput } from '../site/schema/site';
import { runCommand } from './commands';
import { readFailOptions } from './fail-options';
import { closedRoom } from './room.fixture';

const room: SiteInput = { ...closedRoom, cellSize: 0.4 };

let folder: string;
let site: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-fail-'));
  site = join(folder, 'room.json');
  writeFileSync(site, JSON.stringify(room));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function twin(...args: string[]) {
  let out = '';
  let err = '';
  const status = await runCommand(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errIsTerminal: false,
  });
  return { status, out, err };
}

describe('twin fail', () => {
  it('says when the rack passes each limit, what it does not know, and writes the series', async () => {
    const csv = join(folder, 'series.csv');
    const { status, out, err } = await twin('fail', site, '--unit', 'unit', '--horizon', '300', '--out', csv);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('OVER THE ALLOWABLE LIMIT');
    const [, recommended, allowable, throttling, shutdown] = /A1 +\S+ +\S+ +(\S+) +(\S+) +(\S+) +(\S+)/.exec(out)!;
    expect(Number(recommended)).toBeLessThan(Number(allowable));
    expect(Number(allowable)).toBeLessThan(Number(shutdown));
    expect(throttling).toBe('—');
    expect(readFileSync(csv, 'utf8').trim().split('\n')).toHaveLength(302);
  });

  it('a short failure that is repaired is carried; JSON has every number, unknown ones null', async () => {
    const { out } = await twin('fail', site, '--coil', 'unit', '--at', '5', '--for', '5', '--horizon', '60', '--json');
    const [result] = JSON.parse(out) as [FailureResult];
    expect(result.playedSeconds).toBe(60);
    expect(result.racks[0]!.thresholds.allowable.atSeconds).toBeNull();
    expect(result.racks[0]!.thresholds.throttling.limitCelsius).toBeNull();
    expect(result.facilityJ).toBeNull();
  });

  it('each unit out in turn is one line a unit', async () => {
    const { out } = await twin('fail', site, '--each-unit', '--horizon', '30');
    expect(out.trim().split('\n')).toHaveLength(3);
    expect(out).toMatch(/\nunit +A1 /);
  });

  it('plays a scenario file', async () => {
    const file = join(folder, 'scenario.json');
    const events = [{ kind: 'fan-trip', unitId: 'unit', untilSeconds: 10 }];
    writeFileSync(file, JSON.stringify({ format: 'isotherm-scenario', version: 1, name: 'Fans', events }));
    const { status, out } = await twin('fail', site, '--scenario', file, '--horizon', '20');
    expect(status).toBe(0);
    expect(out.startsWith('Fans\n')).toBe(true);
  });

  it('1: an unknown unit is named with the one that was probably meant, and nothing goes to standard output', async () => {
    const { status, out, err } = await twin('fail', site, '--unit', 'unti');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('Did you mean unit?');
  });

  it('2: nothing that fails, or two ways at once, is wrong usage', async () => {
    expect((await twin('fail', site)).status).toBe(2);
    expect((await twin('fail', site, '--each-unit', '--power')).status).toBe(2);
  });
});

it('options: all failures begin together and end together; the horizon covers the repair twice', () => {
  const { what, horizonSeconds } = readFailOptions([
    'a.json',
    '--unit',
    'u1',
    '--power',
    '--ups-fans',
    '--generator',
    '15',
    '--at',
    '60',
    '--for',
    '2000',
  ]);
  expect(what).toEqual({
    kind: 'events',
    events: [
      { kind: 'unit-trip', unitId: 'u1', atSeconds: 60, untilSeconds: 2060 },
      {
        kind: 'power-loss',
        upsFans: true,
        upsPumps: false,
        loopVolumeM3: 0,
        generatorStartSeconds: 15,
        atSeconds: 60,
        untilSeconds: 2060,
      },
    ],
  });
  expect(horizonSeconds).toBe(4120);
});
