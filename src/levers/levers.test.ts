import { describe, expect, it } from 'vitest';
import { quantitiesOf, SUBSYSTEMS } from '../frame/levers';
import type { Site } from '../site/schema/site';
import { validateSite } from '../site/validate/validate';
import { coldAisles } from './contain';
import { finished } from './make-model';
import { allOff, changesSite, withMeasures } from './measures';
import { modelFor } from './room-model';
import { rowPlans } from './rows';
import { type Period, runPeriod } from './run-period';
import { readyRow, runRow } from './run-row';
import { safeSetpoint } from './safe-setpoint';
import { smallModel, smallRoom } from './small-room.fixture';
import { doubledRoom, forYear } from './study-sites';
import { pairedSaving, summarise } from './summarise';
import { waterRule, withSupply } from './supply';

const off = allOff(smallRoom);
const model = smallModel(off);
const threeDays: Period = { startDay: 150, days: 3, stepSeconds: 300, seed: 3 };
const run = (site: Site, period = threeDays) => finished(runPeriod(site, modelFor(model, off, site), period));
const base = run(off);

describe('a lever', () => {
  it('that is off is the same as none: the base row again, to the last digit', () => {
    const plan = { id: 'none', kind: 'single', measures: [] } as const;
    const ready = finished(readyRow(smallRoom, plan, () => model, 300));
    expect(finished(runRow(ready, threeDays))).toEqual(base);
  });

  it('changes what it is about and nothing else', () => {
    expect(withMeasures(smallRoom, ['governor'])).toEqual({
      ...off,
      workload: { ...off.workload, governor: 'schedutil' },
    });
    expect(withMeasures(smallRoom, ['containment']).containments).toHaveLength(1);
    expect(withMeasures(smallRoom, ['blanking-panels']).racks.every((rack) => rack.blankingPanels)).toBe(true);
  });

  it('that changes nothing at a site has no row there', () => {
    const closed = { ...smallRoom, racks: smallRoom.racks.map((rack) => ({ ...rack, blankingPanels: true })) };
    expect(changesSite(smallRoom, 'blanking-panels')).toBe(true);
    expect(changesSite(closed, 'blanking-panels')).toBe(false);
    expect(rowPlans(closed).map(({ id }) => id)).not.toContain('blanking-panels');
  });

  it('that does not exist is a row without figures', () => {
    const missing = rowPlans(smallRoom).filter(({ kind }) => kind === 'not-there');
    expect(missing.map(({ id, notThere }) => [id, notThere])).toEqual([
      ['scheduling', 'scheduling'],
      ['monitor', 'monitor'],
    ]);
  });
});

describe('a period', () => {
  it('of a year has 8760 hours, and half of them at full load where half is asked for', () => {
    const even: Site = { ...off, workload: { ...off.workload!, demand: { kind: 'constant', level: 0.5 } } };
    const year = run(even, { startDay: 1, days: 365, stepSeconds: 3600, seed: 1 });
    expect(year.hours).toBe(8760);
    expect(year.askedWork).toBeCloseTo(4380, 6);
    expect(year.doneWork).toBeCloseTo(4380, 6);
  });

  it('has parts that sum to the facility within 1e-9', () => {
    const values = quantitiesOf(base);
    const sum = SUBSYSTEMS.reduce((total, id) => total + values[id], 0);
    expect(Math.abs(sum / values.facility - 1)).toBeLessThan(1e-9);
    const { chillers, pumps, towers, plant } = base.energyKwh;
    expect(chillers + pumps + towers).toBeCloseTo(plant, 6);
    expect(base.carbonKg).toBeCloseTo(0.3 * values.facility, 6);
  });

  it('asks for the same work of every variant, and counts what comes late', () => {
    const slow = run({ ...off, workload: { ...off.workload!, governor: 'powersave' } });
    expect(slow.askedWork).toBe(base.askedWork);
    expect(base.doneWork).toBeCloseTo(base.askedWork, 9);
    expect(base.lateWork).toBe(0);
    expect(slow.lateWork).toBeGreaterThan(1);
    expect(slow.doneWork).toBeLessThanOrEqual(slow.askedWork + 1e-9);
  });

  it('is the same again with the same seed, and another with another', () => {
    expect(run(off)).toEqual(base);
    expect(run(off, { ...threeDays, seed: 4 }).askedWork).not.toBe(base.askedWork);
  });

  it('with its only unit out for a day moves no unit air on that day', () => {
    const out = run(off, { ...threeDays, unitOut: { unit: 0, fromDay: 151, days: 1 } });
    expect(out.energyKwh.unitFans / base.energyKwh.unitFans).toBeCloseTo(2 / 3, 2);
    expect(out.worstInletCelsius).toBeGreaterThan(base.worstInletCelsius + 5);
  });

  it('is refused on the model of another room, and without a workload', () => {
    const other = { ...off, room: { ...off.room, height: 3 } };
    expect(() => modelFor(model, off, other)).toThrow('another room');
    const { workload: _workload, ...idle } = off;
    expect(() => run(idle)).toThrow('no workload');
  });
});

describe('setpoints', () => {
  it('the highest safe one keeps 26 °C in its design week, a quarter of a kelvin more does not', () => {
    const rule = waterRule(smallRoom, false);
    const siteAt = (celsius: number) => {
      const site = withSupply(off, celsius, rule);
      return { site, model: modelFor(model, off, site) };
    };
    const found = finished(safeSetpoint(siteAt, 3600));
    expect(found.keepsLimit).toBe(true);
    expect(found.worstInletCelsius).toBeLessThanOrEqual(26);
    const week: Period = { startDay: 200, days: 7, stepSeconds: 3600, seed: 1001 };
    const { site, model: of } = siteAt(found.supplyCelsius + 0.25);
    expect(finished(runPeriod(site, of, week)).worstInletCelsius).toBeGreaterThan(26);
  });

  it('move the water down with the air, and up only where that is asked for', () => {
    const water = (celsius: number, warm: boolean) => {
      const { plant } = withSupply(off, celsius, waterRule(smallRoom, warm));
      return plant?.kind === 'chilled-water' ? plant.supplyCelsius : Number.NaN;
    };
    expect([water(22, false), water(16, false), water(10, false)]).toEqual([12, 8, 6]);
    expect([water(22, true), water(16, true)]).toEqual([14, 8]);
  });
});

describe('a saving', () => {
  it('is paired by seed: 10 % on each of three unequal years is 10 % with no interval', () => {
    const { mean, halfWidth } = pairedSaving([100, 200, 300], [90, 180, 270]);
    expect(mean).toBeCloseTo(0.1, 12);
    expect(halfWidth).toBeCloseTo(0, 12);
  });

  it('of two seeds has the interval of Student: mean 10 %, half width 12.706 / sqrt 2 standard deviations', () => {
    const { mean, halfWidth } = pairedSaving([100, 100], [92, 88]);
    expect(mean).toBeCloseTo(0.1, 12);
    expect(halfWidth).toBeCloseTo((12.706 * Math.sqrt(0.0008)) / Math.sqrt(2), 9);
  });

  it('of the base row is nothing', () => {
    const row = { plan: rowPlans(smallRoom)[0]!, supplyCelsius: 22, keepsLimit: true };
    expect(summarise(row, [base, base], [base, base]).saving).toEqual({ mean: 0, halfWidth: 0 });
  });
});

describe('sites of the study', () => {
  it('the room twice has two of everything and no error', () => {
    const twice = doubledRoom(forYear(smallRoom));
    expect(twice.racks).toHaveLength(4);
    expect(twice.plant?.kind === 'chilled-water' && twice.plant.chillers.capacityW).toBe(40_000);
    expect(validateSite(twice).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('an aisle between facing rows is contained from front to front', () => {
    const [box, ...others] = coldAisles(smallRoom);
    expect(others).toEqual([]);
    expect([box!.min, box!.max]).toEqual([
      { x: 1.7, y: 1.5, z: 0 },
      { x: 2.3, y: 2.7, z: 2 },
    ]);
    expect(
      validateSite(withMeasures(smallRoom, ['containment'])).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  it('a demand that turns within minutes becomes a day’s; a site with all it needs stays as it is', () => {
    const steps = [{ atSeconds: 0, level: 0.9 }];
    const hurried: Site = {
      ...smallRoom,
      workload: { ...smallRoom.workload!, demand: { kind: 'stepped', steps, repeatSeconds: 600 } },
    };
    expect(forYear(hurried).workload?.demand.kind).toBe('diurnal');
    expect(forYear(smallRoom)).toEqual(smallRoom);
  });
});
