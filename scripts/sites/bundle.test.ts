import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { serverType } from '../../src/site/catalogue/catalogue';
import { formatIssue } from '../../src/site/issue';
import { parseSite } from '../../src/site/parse';
import type { Site } from '../../src/site/schema/site';
import { serializeSite } from '../../src/site/serialize';
import { unitAirflowM3s } from '../../src/site/validate/air-balance';
import { validateSite } from '../../src/site/validate/validate';
import { AIR_HEAT_CAPACITY } from '../../src/units/air';
import { bundledFiles } from './bundle';
import { POD2_WINDOWS } from './pod2-windows';

const folder = fileURLToPath(new URL('../../public/sites/', import.meta.url));
const files = bundledFiles();

it('public/sites holds exactly what the scripts write', () => {
  expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort());
  for (const [file, text] of files) {
    expect(readFileSync(folder + file, 'utf8') === text, `${file} is out of date: run npm run sites`).toBe(true);
  }
});

const siteFiles = [...files.keys()].filter((file) => file !== 'index.json');

describe.each(siteFiles)('%s', (file) => {
  const { site, issues } = parseSite(files.get(file)!);

  it('has no error and no warning, and is in canonical form', () => {
    expect(issues.map(formatIssue)).toEqual([]);
    expect(serializeSite(site!)).toBe(files.get(file));
  });
});

const open = (file: string): Site => parseSite(files.get(file)!).site!;

it.each(POD2_WINDOWS.map((window) => [window.file, window] as const))(
  '%s: rack heat equals the IT meter and the coolers move the flow of the heat balance',
  (file, window) => {
    const { racks, coolingUnits } = open(file);
    const powerW = racks
      .flatMap(({ contents }) => contents)
      .reduce((sum, c) => sum + (c.kind === 'chassis' ? c.powerW : 0), 0);
    expect(Math.abs(powerW / window.itMeterW - 1)).toBeLessThan(1e-3);
    const airflowM3s = coolingUnits.reduce((sum, unit) => sum + unitAirflowM3s(unit), 0);
    expect(Math.abs(airflowM3s / window.coolerAirflowM3s - 1)).toBeLessThan(1e-3);
    const supply = coolingUnits.reduce(
      (sum, unit) => sum + (unitAirflowM3s(unit) * unit.control.setpointCelsius) / airflowM3s,
      0,
    );
    const returnCelsius = supply + powerW / (AIR_HEAT_CAPACITY * airflowM3s);
    expect(returnCelsius).toBeGreaterThan(supply + 7);
    expect(returnCelsius).toBeLessThan(supply + 16.5);
  },
);

it('hall-1000 has 1,000 racks of about 5 kW at the demand of the afternoon, and all its rules are checked in 50 ms', () => {
  const site = open('hall-1000.json');
  expect(site.racks).toHaveLength(1000);
  const curve = serverType('ibm-x3550-m3')!.powerCurveW!;
  const servers = site.racks
    .flatMap(({ contents }) => contents)
    .reduce((sum, c) => sum + (c.kind === 'servers' ? c.count : 0), 0);
  const rackW = (servers * (curve[8]! + curve[9]!)) / 2 / 1000;
  expect(rackW).toBeGreaterThan(4500);
  expect(rackW).toBeLessThan(6000);
  const bestMs = Math.min(
    ...Array.from({ length: 10 }, () => {
      const start = performance.now();
      validateSite(site);
      return performance.now() - start;
    }),
  );
  expect(bestMs).toBeLessThan(50);
});
