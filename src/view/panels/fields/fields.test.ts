import { describe, expect, it } from 'vitest';
import { type CoolingUnit, coolingUnit } from '../../../site/schema/cooling-unit';
import { type Site, siteSchema } from '../../../site/schema/site';
import { checkSite } from '../../../store/check-site';
import { coolingUnitSections } from './cooling-unit-fields';
import type { FieldSection, FieldSpec } from './field-spec';
import { siteSections } from './site-fields';

const site: Site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'Fields',
  room: { width: 6, depth: 6, height: 3 },
});

const unit: CoolingUnit = coolingUnit.parse({
  id: 'U1',
  kind: 'wall',
  position: { x: 1, y: 1 },
  size: { width: 1, depth: 0.5, height: 2 },
  medium: 'chilled-water',
  supply: { to: 'room', face: 'front' },
  return: { from: 'room', face: 'top' },
  fan: { ratedAirflowM3s: 1, ratedPowerW: 500 },
  control: { mode: 'return', setpointCelsius: 24, minSupplyCelsius: 14 },
});

function fieldOf<E>(sections: readonly FieldSection<E>[], id: string): FieldSpec<E> {
  const field = sections.flatMap(({ fields }) => fields).find((spec) => spec.id === id);
  if (field === undefined) throw new Error(`no field ${id}`);
  return field;
}

/** Writes a value through a field, as its control does. */
function written<E>(
  entity: E,
  sections: readonly FieldSection<E>[],
  id: string,
  value: number | string | boolean | null,
): E {
  return (fieldOf(sections, id).write as (entity: E, value: unknown) => E)(entity, value);
}

const edit = (before: Site, id: string, value: number | string | boolean | null) =>
  written(before, siteSections(before), id, value);

describe('fields of the site', () => {
  it('write a number where it is kept, and leave everything else as it was', () => {
    const after = edit(site, 'roomWidth', 7.2);
    expect(after.room.width).toBe(7.2);
    expect(site.room.width).toBe(6);
    expect(after.room.walls).toBe(site.room.walls);
  });

  it('take an emptied optional number away', () => {
    const after = edit(edit(site, 'cellSize', 0.2), 'cellSize', null);
    expect('cellSize' in after).toBe(false);
  });

  it('make surfaces of something that holds heat, and of nothing without a trace', () => {
    const made = edit(edit(site, 'fabricFloor', 'concrete-slab'), 'fabricWalls', 'sandwich-panel');
    expect(made.room.fabric).toEqual({ floor: 'concrete-slab', walls: 'sandwich-panel', ceiling: 'none' });
    expect(siteSchema.safeParse(made).success).toBe(true);
    const bare = edit(edit(made, 'fabricFloor', 'none'), 'fabricWalls', 'none');
    expect(bare).toEqual(site);
  });

  it('give a unit and a raised floor their masses, and take them away without a trace', () => {
    const sections = coolingUnitSections([]);
    const heavy = written(written(unit, sections, 'casingKg', 90), sections, 'valveSeconds', 0);
    expect(heavy.thermalMass).toEqual({ casingKg: 90, valveSeconds: 0 });
    expect(coolingUnit.safeParse(heavy).success).toBe(true);
    expect(written(written(heavy, sections, 'casingKg', null), sections, 'valveSeconds', null)).toEqual(unit);
    const floored = edit(site, 'hasRaisedFloor', true);
    const massive = edit(edit(floored, 'plenumMass', true), 'plenumCable', 400);
    expect(massive.raisedFloor?.mass).toEqual({ slab: 'concrete-slab', panels: 'raised-floor-panel', cableKg: 400 });
    expect(siteSchema.safeParse(massive).success).toBe(true);
    expect(edit(massive, 'plenumMass', false)).toEqual(floored);
  });

  it('turn parts on with values that are valid, and off without a trace', () => {
    for (const id of ['hasRaisedFloor', 'hasCeilingPlenum', 'hasElectrical', 'hasOutdoor']) {
      const on = edit(site, id, true);
      expect(checkSite(on).filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(JSON.stringify(edit(on, id, false))).toBe(JSON.stringify(site));
    }
  });

  it('keep the level of demand when its kind changes', () => {
    const constant = edit(edit(site, 'demandKind', 'constant'), 'level', 0.3);
    const daily = edit(constant, 'demandKind', 'diurnal');
    expect(daily.workload?.demand).toMatchObject({ kind: 'diurnal', mean: 0.3, amplitude: 0.25 });
    for (const changed of [constant, daily, edit(daily, 'demandKind', 'stepped')]) {
      expect(siteSchema.safeParse(changed).success).toBe(true);
    }
    expect('workload' in edit(daily, 'demandKind', 'none')).toBe(false);
  });

  it('add, change and drop the steps of a stepped demand', () => {
    const stepped = edit(edit(site, 'demandKind', 'stepped'), 'stepCount', 3);
    const steps = (of: Site) => (of.workload!.demand as { steps: { atSeconds: number; level: number }[] }).steps;
    expect(steps(stepped).map(({ atSeconds }) => atSeconds)).toEqual([0, 600, 1200]);
    const changed = edit(stepped, 'step2Level', 0.9);
    expect(steps(changed)[2]).toEqual({ atSeconds: 1200, level: 0.9 });
    expect(steps(edit(changed, 'stepCount', 1))).toHaveLength(1);
    expect(siteSchema.safeParse(changed).success).toBe(true);
  });
});

describe('fields of a cooling unit', () => {
  it('carry setpoint and lowest supply over to another control mode, and take the first sensor', () => {
    const sections = coolingUnitSections(['S1', 'S2']);
    const sensor = written(unit, sections, 'controlMode', 'sensor');
    expect(sensor.control).toEqual({ mode: 'sensor', sensorId: 'S1', setpointCelsius: 24, minSupplyCelsius: 14 });
    expect(written(sensor, sections, 'controlMode', 'supply').control).toEqual({ mode: 'supply', setpointCelsius: 24 });
  });

  it('do not offer sensor control in a room without sensors', () => {
    expect(fieldOf(coolingUnitSections([]), 'controlMode')).toMatchObject({ options: ['supply', 'return'] });
  });
});
