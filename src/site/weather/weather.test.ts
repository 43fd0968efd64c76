import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wetBulbCelsius } from '../../units/psychrometrics';
import { CLIMATES } from '../schema/weather';
import { daysOfMonth } from './calendar';
import { importCarbonCsv } from './carbon-csv';
import { parseEpw } from './epw';
import { decodeHourly, encodeHourly } from './hourly-code';
import { importEpw } from './import-weather';
import { syntheticYear } from './synthetic-year';
import { carbonByHour, weatherYear } from './weather-year';

const HEADER = [
  'LOCATION,Testville,-,XYZ,test,000000,51.5,-0.1,0.0,25.0',
  'DESIGN CONDITIONS,0',
  'TYPICAL/EXTREME PERIODS,0',
  'GROUND TEMPERATURES,0',
  'HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0',
  'COMMENTS 1,made for a test',
  'COMMENTS 2,',
  'DATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31',
];

function epwLines(leap = false): string[] {
  const lines = [...HEADER];
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= daysOfMonth(month, leap); day++) {
      for (let hour = 1; hour <= 24; hour++) {
        const dry = (10 + 8 * Math.sin(lines.length / 700)).toFixed(1);
        lines.push(`2019,${month},${day},${hour},60,A7A7,${dry},${Number(dry) - 4},70,101325,0,0`);
      }
    }
  }
  return lines;
}

const year = epwLines();
const changed = (line: number, change: (cells: string[]) => string[]): string =>
  year.map((text, n) => (n === line - 1 ? change(text.split(',')).join(',') : text)).join('\n');

describe('EPW', () => {
  it('a whole year is read: place, 8760 hours, values to the tenth after keeping', () => {
    const { file, issues } = parseEpw(year.join('\r\n'));
    expect(issues).toEqual([]);
    expect([file!.name, file!.latitude, file!.elevationMetres, file!.hours]).toEqual([
      'Testville, XYZ',
      51.5,
      25,
      8760,
    ]);
    const kept = weatherYear(importEpw(year.join('\n')).weather!);
    expect(kept.dryBulbCelsius).toHaveLength(8760);
    for (let h = 0; h < 8760; h += 97) {
      expect(kept.dryBulbCelsius[h]).toBeCloseTo(file!.dryBulbCelsius[h]!, 4);
      expect(kept.dewPointCelsius[h]).toBeCloseTo(file!.dewPointCelsius[h]!, 4);
      expect(Math.abs(kept.pascals[h]! - 101_325)).toBeLessThanOrEqual(5.01);
    }
  });

  it('both spellings of the fifth header are known', () => {
    const { file } = parseEpw(changed(5, (cells) => cells.with(0, 'HOLIDAYS/DAYLIGHT SAVING')));
    expect(file!.hours).toBe(8760);
  });

  it('a leap year has 8784 hours', () => {
    const { file, issues } = parseEpw(epwLines(true).join('\n'));
    expect(file!.hours).toBe(8784);
    expect(issues.map(({ code }) => code)).toEqual(['epw-leap']);
  });

  it('missing hours are named with the line and the hours', () => {
    const { file, issues } = parseEpw([...year.slice(0, 1000), ...year.slice(1002)].join('\n'));
    expect(file).toBeNull();
    expect(issues[0]).toMatchObject({ code: 'epw-hours', path: 'line 1001' });
    expect(issues[0]!.message).toBe(
      'The record is of month 2, day 11, hour 11; month 2, day 11, hour 9 must come here.',
    );
  });

  it('a file that ends early says how many hours it holds', () => {
    const { issues } = parseEpw(year.slice(0, 5000).join('\n'));
    expect(issues.at(-1)).toMatchObject({ code: 'epw-short', path: 'line 5000' });
    expect(issues.at(-1)!.message).toContain('it holds 4992 hours of a year of 8760');
  });

  it('a wrong header is named by its line', () => {
    const { file, issues } = parseEpw(['<html>', ...year.slice(1)].join('\n'));
    expect(file).toBeNull();
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: 'epw-header', path: 'line 1' });
    expect(parseEpw('').issues[0]).toMatchObject({ code: 'epw-header', path: 'line 1' });
  });

  it('values that cannot be are named by line and column', () => {
    const hot = parseEpw(changed(500, (cells) => cells.with(6, '88.8'))).issues[0]!;
    expect(hot).toMatchObject({ code: 'epw-value', path: 'line 500, column 7 (dry bulb temperature)' });
    expect(hot.message).toBe('88.8 °C is outside -70 to 70 °C.');
    const word = parseEpw(changed(500, (cells) => cells.with(9, 'high'))).issues[0]!;
    expect(word).toMatchObject({
      path: 'line 500, column 10 (atmospheric pressure)',
      message: '"high" is not a number.',
    });
    expect(parseEpw(changed(300, (cells) => cells.slice(0, 7))).issues[0]).toMatchObject({
      code: 'epw-record',
      path: 'line 300',
    });
  });

  it('missing codes: dew point follows from humidity, pressure from elevation, a short gap is filled and said so', () => {
    const text = changed(700, (cells) => cells.with(7, '99.9').with(9, '999999'));
    const { file, issues } = parseEpw(text);
    expect(issues).toEqual([]);
    expect(file!.dryBulbCelsius[691]! - file!.dewPointCelsius[691]!).toBeGreaterThan(4);
    expect(file!.pascals[691]).toBeCloseTo(101_325 * (1 - 2.25577e-5 * 25) ** 5.2559, 0);
    const filled = parseEpw(changed(700, (cells) => cells.with(6, '99.9')));
    expect(filled.issues[0]).toMatchObject({ code: 'epw-filled', severity: 'warning' });
    expect(filled.file!.dryBulbCelsius[691]).toBeCloseTo(
      (filled.file!.dryBulbCelsius[690]! + filled.file!.dryBulbCelsius[692]!) / 2,
      4,
    );
  });

  it('seven missing hours are too many', () => {
    const lines = year.map((text, n) =>
      n >= 700 && n < 707 ? text.split(',').with(6, '99.9').with(7, '99.9').with(8, '999').join(',') : text,
    );
    const { file, issues } = parseEpw(lines.join('\n'));
    expect(file).toBeNull();
    expect(issues[0]).toMatchObject({ code: 'epw-gap', path: 'line 701, column 7 (dry bulb temperature)' });
  });
});

describe('compact hours', () => {
  it('any series comes back within half a step', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -70, max: 70, noNaN: true }), { maxLength: 200 }), (values) => {
        const back = decodeHourly(encodeHourly(values, 0.1), 0.1);
        expect(back).toHaveLength(values.length);
        for (const [n, value] of values.entries()) expect(Math.abs(back[n]! - value)).toBeLessThan(0.0501);
      }),
      { seed: 1 },
    );
  });

  it('a year of temperatures takes less than 16,000 characters', () => {
    const { dryBulbCelsius } = syntheticYear('continental', 1);
    expect(encodeHourly(dryBulbCelsius, 0.1).length).toBeLessThan(16_000);
  });
});

describe('synthetic years', () => {
  it.each(CLIMATES)(
    '%s: the same seed gives the same year, another one another, air is never above saturation',
    (climate) => {
      const a = syntheticYear(climate, 1);
      const b = syntheticYear(climate, 1);
      const c = syntheticYear(climate, 2);
      expect(a.dryBulbCelsius).toEqual(b.dryBulbCelsius);
      expect(a.dryBulbCelsius).not.toEqual(c.dryBulbCelsius);
      for (let h = 0; h < 8760; h++) expect(a.dewPointCelsius[h]!).toBeLessThanOrEqual(a.dryBulbCelsius[h]!);
      expect(Math.abs(a.dryBulbCelsius[8759]! - a.dryBulbCelsius[0]!)).toBeLessThan(2.5);
    },
  );

  it('their yearly means and extremes tell the climates apart', () => {
    const facts = CLIMATES.map((climate) => {
      const { dryBulbCelsius: dry, dewPointCelsius: dew, pascals } = syntheticYear(climate, 1);
      const mean = dry.reduce((sum, value) => sum + value, 0) / 8760;
      const low = Math.min(...dry);
      const high = Math.max(...dry);
      let wet = -99;
      for (let h = 0; h < 8760; h += 5) wet = Math.max(wet, wetBulbCelsius(dry[h]!, dew[h]!, pascals[h]!));
      return { climate, mean, low, high, wet };
    });
    const [maritime, continental, humid, desert] = facts;
    expect(maritime!.mean).toBeCloseTo(9.5, 0);
    expect(maritime!.high).toBeLessThan(34);
    expect(continental!.low).toBeLessThan(-14);
    expect(humid!.low).toBeGreaterThan(20);
    expect(humid!.wet).toBeGreaterThan(26);
    expect(humid!.wet).toBeLessThan(32);
    expect(desert!.high).toBeGreaterThan(40);
    expect(desert!.wet).toBeLessThan(27);
  });
});

describe('carbon intensity', () => {
  const csv = (header: string, value: (hour: number) => string, hours = 8760) =>
    [header, ...Array.from({ length: hours }, (_, h) => `2024-01-01 ${h},GB,${value(h)},1`)].join('\n');

  it.each([
    ['Datetime (UTC),Zone name,Carbon Intensity gCO₂eq/kWh (LCA),x', '240', 0.24],
    ['datetime,zone,carbon_intensity_avg,x', '240', 0.24],
    ['time,region,CO2 intensity [kg/MWh],x', '240', 0.24],
    ['time,region,Emission factor lb/MWh CO2,x', '1000', 0.4536],
    ['time;region;Carbon intensity (g/kWh);x', '240', 0.24],
  ])('%s', (header, value, kilograms) => {
    const text = csv(header, () => value);
    const { carbon, issues } = importCarbonCsv(header.includes(';') ? text.replaceAll(',', ';') : text, 'grid.csv');
    expect(issues).toEqual([]);
    expect(carbonByHour(carbon!)!(4000)).toBeCloseTo(kilograms, 2);
  });

  it('names what is wrong: no such column, too few hours, a value that cannot be', () => {
    expect(importCarbonCsv('time,price\n1,2', 'x').issues[0]).toMatchObject({ code: 'carbon-header', path: 'line 1' });
    const header = 'time,zone,carbon intensity g/kWh,x';
    expect(
      importCarbonCsv(
        csv(header, () => '1', 100),
        'x',
      ).issues[0]!.message,
    ).toContain('100 hours');
    const bad = importCarbonCsv(
      csv(header, (h) => (h === 8 ? 'n/a' : '300')),
      'x',
    );
    expect(bad.carbon).toBeNull();
    expect(bad.issues[0]).toMatchObject({ path: 'line 10, column 3 (carbon intensity g/kWh)' });
  });

  it('the profile has its mean over a day and its lowest hour at noon', () => {
    const at = carbonByHour({ kind: 'profile', meanKgPerKWh: 0.4, solarShare: 0.3 })!;
    const day = Array.from({ length: 2400 }, (_, n) => at(180 * 24 + n / 100));
    expect(day.reduce((sum, value) => sum + value, 0) / 2400).toBeCloseTo(0.4, 4);
    expect(at(180 * 24 + 12)).toBe(Math.min(...day));
    expect(at(180 * 24 + 12)).toBeLessThan(0.33);
  });
});
