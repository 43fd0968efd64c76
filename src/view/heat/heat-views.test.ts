import { expect, it } from 'vitest';
import { describePlant } from '../../site/edits/describe-plant';
import { siteSchema } from '../../site/schema/site';
import { testSite } from '../../site/test-site';
import { syntheticYear } from '../../site/weather/synthetic-year';
import { checkSite } from '../../store/check-site';
import { importSeries } from './import-series';
import { formatCarbon, formatFlow, formatHeat, formatWaterUse } from './water-format';
import { yearDays } from './year-days';

it('numbers of the heat page keep their units and say nothing as nothing', () => {
  expect(formatWaterUse(0.0568)).toEqual({ text: '204', unit: 'L/h' });
  expect(formatWaterUse(0)).toEqual({ text: '0', unit: 'L/h' });
  expect(formatWaterUse(Number.NaN).text).toBe('—');
  expect(formatFlow(2.5439)).toEqual({ text: '2.54', unit: 'L/s' });
  expect(formatCarbon(0.24734)).toEqual({ text: '247', unit: 'g/kWh' });
  expect(formatHeat(-7e-12)).toEqual({ text: '0.0', unit: 'kW' });
  expect(formatHeat(110_550)).toEqual({ text: '111', unit: 'kW' });
});

it('a year is shown as 365 days, each wet bulb at or below the highest dry bulb', () => {
  const days = yearDays(syntheticYear('continental', 1));
  expect(days.low).toHaveLength(365);
  days.wetBulb.forEach((wet, day) => {
    expect(wet).toBeLessThanOrEqual(days.high[day]!);
    expect(days.low[day]!).toBeLessThanOrEqual(days.high[day]!);
  });
});

it('a plant described for a site is valid, carries its heat, and brings weather where there was none', () => {
  const { outdoor: _, ...bare } = testSite();
  const site = describePlant(siteSchema.parse(bare));
  expect(site.weather).toMatchObject({ kind: 'climate' });
  expect(checkSite(site).filter(({ code }) => /chiller|plant|weather/.test(code))).toEqual([]);
});

it('a file that is no EPW is refused with its line, and one of a carbon year is taken', async () => {
  const tooLarge = { severity: 'error', code: 'x', path: '', message: '', remedy: '' } as const;
  const bad = await importSeries('epw', new File(['<html>'], 'page.epw'), tooLarge);
  expect(bad.weather).toBeUndefined();
  expect(bad.issues[0]).toMatchObject({ path: 'line 1', severity: 'error' });
  const lines = ['time,carbon intensity g/kWh', ...Array.from({ length: 8760 }, (_, h) => `${h},${200 + (h % 24)}`)];
  const good = await importSeries('carbon', new File([lines.join('\n')], 'grid.csv'), tooLarge);
  expect(good.issues).toEqual([]);
  expect(good.carbon).toMatchObject({ kind: 'hourly', name: 'grid.csv', hours: 8760 });
});
