import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSite } from '../parse';
import type { Site } from '../schema/site';
import { validateSite } from '../validate/validate';
import { CONTROL_STRATEGIES, withControl } from './with-control';

const plantSite = read('starter-plant');

function read(name: string): Site {
  const result = parseSite(readFileSync(`public/sites/${name}.json`, 'utf8'));
  if (!result.site) throw new Error(name);
  return result.site;
}

describe('a site under a strategy of control', () => {
  it('is sound under each, and the given site stays as it was', () => {
    const before = JSON.stringify(plantSite);
    for (const strategy of CONTROL_STRATEGIES) {
      const site = withControl(plantSite, strategy, 24);
      expect(validateSite(site).filter(({ severity }) => severity === 'error')).toEqual([]);
    }
    expect(JSON.stringify(plantSite)).toBe(before);
  });

  it('holds 22 °C, or the safe setpoint given', () => {
    const fixed = withControl(plantSite, 'fixed-22');
    expect(fixed.coolingUnits.map(({ control }) => control.setpointCelsius)).toEqual([22, 22]);
    const safe = withControl(plantSite, 'fixed-highest-safe', 24.5);
    expect(safe.coolingUnits.map(({ control }) => control.setpointCelsius)).toEqual([24.5, 24.5]);
    expect(safe.coolingControl).toBeUndefined();
  });

  it('trims between 18 and 27 °C in class A2, and the chilled water from 7 to 12.7 °C beginning at the 12 of the site', () => {
    const { coolingControl } = withControl(plantSite, 'trim-and-respond');
    expect(coolingControl!.zones).toHaveLength(1);
    expect(coolingControl!.zones[0]!.supply).toMatchObject({ minCelsius: 18, maxCelsius: 27, trimKelvin: 0.1 });
    expect(coolingControl!.chilledWater).toMatchObject({ minCelsius: 7, maxCelsius: 12.7, startCelsius: 12 });
  });

  it('foresees between the same limits, with fans between 0.4 and full speed', () => {
    const { coolingControl } = withControl(plantSite, 'mpc');
    expect(coolingControl!.zones[0]!.supply).toMatchObject({
      by: 'mpc',
      minCelsius: 18,
      maxCelsius: 27,
      minSpeed: 0.4,
    });
    expect(coolingControl!.chilledWater).toEqual(
      withControl(plantSite, 'trim-and-respond').coolingControl!.chilledWater,
    );
  });

  it('keeps what drives fans and stages, and takes resets away again', () => {
    const trimmed = withControl(plantSite, 'trim-and-respond');
    const zone = trimmed.coolingControl!.zones[0]!;
    const driven: Site = {
      ...trimmed,
      coolingControl: {
        ...trimmed.coolingControl!,
        zones: [
          {
            ...zone,
            fans: { by: 'inlet', setpointCelsius: 25, minSpeed: 0.3, maxSpeed: 1, ratePerSecond: 0.005 },
          },
        ],
      },
    };
    const fixed = withControl(driven, 'fixed-22');
    expect(fixed.coolingControl!.zones[0]!.fans).toEqual(driven.coolingControl!.zones[0]!.fans);
    expect(fixed.coolingControl!.zones[0]!.supply).toBeUndefined();
    expect(fixed.coolingControl!.chilledWater).toBeUndefined();
    expect(withControl(trimmed, 'fixed-22').coolingControl).toBeUndefined();
  });
});
