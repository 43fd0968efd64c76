import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSite } from '../parse';
import { testSiteInput } from '../test-site';
import { SERVER_TYPES, serverType, serverTypeIn } from './catalogue';
import { CATALOGUE_FORMAT, readCatalogue } from './read-catalogue';
import { chipOf, powerCurveOf } from './server-defaults';
import { serverTypeSchema } from './server-type';

it('every entry satisfies the catalogue schema and its id finds it', () => {
  expect(SERVER_TYPES.length).toBeGreaterThanOrEqual(18);
  for (const type of SERVER_TYPES) {
    expect(serverTypeSchema.parse(type)).toEqual(type);
    expect(serverType(type.id)).toBe(type);
  }
  expect(new Set(SERVER_TYPES.map(({ id }) => id)).size).toBe(SERVER_TYPES.length);
  expect(serverType('no-such-server')).toBeUndefined();
});

it('power never falls with load and P-states run from fast to slow', () => {
  for (const type of SERVER_TYPES) {
    const curve = powerCurveOf(type);
    for (let i = 1; i < curve.length; i++) expect(curve[i]!).toBeGreaterThanOrEqual(curve[i - 1]!);
    for (let i = 1; i < type.pStates.length; i++) {
      expect(type.pStates[i]!.hertz).toBeLessThan(type.pStates[i - 1]!.hertz);
      expect(type.pStates[i]!.volts).toBeLessThanOrEqual(type.pStates[i - 1]!.volts);
    }
  }
});

it('air rise at full load and nominal fan speed lies between 5 and 22 K for every entry', () => {
  for (const type of SERVER_TYPES) {
    const airHeatW = powerCurveOf(type)[10]! * (1 - type.liquidFraction);
    const riseKelvin = airHeatW / (1.205 * 1006 * type.fan.ratedAirflowM3s * type.fan.nominalSpeed);
    expect(riseKelvin, type.id).toBeGreaterThan(5);
    expect(riseKelvin, type.id).toBeLessThan(22);
  }
});

it('a type marked published has a published power curve, and chips throttle before they shut down', () => {
  for (const type of SERVER_TYPES) {
    expect(type.figures.power.status, type.id).toBe(type.status);
    const chip = chipOf(type);
    expect(chip.targetCelsius, type.id).toBeLessThan(chip.throttleCelsius);
    expect(chip.throttleCelsius, type.id).toBeLessThan(chip.shutdownCelsius);
  }
});

it('a Frontier node draws 683.913 W idle and 2892.671 W at full load; the whole machine 7.282 and 28.203 MW', () => {
  const [idle, peak] = [0, 10].map((tenth) => powerCurveOf(serverType('frontier-node')!)[tenth]!);
  expect(idle).toBeCloseTo(683.913, 3);
  expect(peak).toBeCloseTo(2892.671, 3);
  // 74 racks of 128 nodes and of 32 switches of 250 W; 25 cooling distribution units.
  const machineW = (nodeW: number) => 74 * (128 * nodeW + 32 * 250) + 25 * 8473.47;
  expect(machineW(idle!) / 1e6).toBeCloseTo(7.282, 3);
  expect(machineW(peak!) / 1e6).toBeCloseTo(28.203, 3);
});

describe('readCatalogue', () => {
  const entry = { ...serverType('hp-ml110-g4')!, id: 'mine' };
  const file = (types: unknown[]) => JSON.stringify({ format: CATALOGUE_FORMAT, version: 1, types });

  it('reads back the published file, entry by entry', () => {
    const text = readFileSync(new URL('../../../public/catalogue/servers.json', import.meta.url), 'utf8');
    expect(readCatalogue(text)).toEqual({ types: [...SERVER_TYPES], issues: [] });
  });

  it('an entry with neither power curve nor components is refused by name and place', () => {
    const { powerCurveW: _, ...bare } = entry;
    const { types, issues } = readCatalogue(file([entry, { ...bare, id: 'bare' }]));
    expect(types).toEqual([]);
    expect(issues).toHaveLength(1);
    expect(issues[0]!.path).toBe('types[1].powerCurveW');
    expect(issues[0]!.message).toContain('bare');
    expect(issues[0]!.message).toContain('neither a power curve nor components');
  });

  it('a curve of ten points, an id twice and what is no JSON are refused', () => {
    const short = readCatalogue(file([{ ...entry, powerCurveW: entry.powerCurveW!.slice(1) }]));
    expect(short.issues[0]!.path).toBe('types[0].powerCurveW');
    expect(readCatalogue(file([entry, entry])).issues[0]!.path).toBe('types[1].id');
    expect(readCatalogue('{').issues[0]!.code).toBe('not-json');
  });

  it('a site carries a type of its own, which comes before the catalogue', () => {
    const mine = { ...entry, id: 'ibm-x3550-m3', uSize: 1 };
    const { site, issues } = readSite({ ...testSiteInput(), serverTypes: [mine] });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(serverTypeIn(site!, 'ibm-x3550-m3')!.powerCurveW![10]).toBe(117);
    expect(serverTypeIn({}, 'ibm-x3550-m3')!.powerCurveW![10]).toBe(222);
  });

  it('a site whose own type lacks a power curve says where', () => {
    const { powerCurveW: _, ...bare } = entry;
    const { site, issues } = readSite({ ...testSiteInput(), serverTypes: [bare] });
    expect(site).toBeNull();
    expect(issues[0]!.path).toBe('serverTypes[0].powerCurveW');
  });
});
