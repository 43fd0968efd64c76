import { describe, expect, it } from 'vitest';
import { type CoolingUnit, coolingUnit } from '../../../site/schema/cooling-unit';
import { type RackContent, rackContent } from '../../../site/schema/rack';
import { contentFields } from './content-fields';
import type { FieldSpec } from './field-spec';
import { grilleFields } from './grille-fields';

function write<E>(fields: readonly FieldSpec<E>[], entity: E, id: string, value: unknown): E {
  const field = fields.find((spec) => spec.id === id)!;
  return (field.write as (entity: E, value: unknown) => E)(entity, value);
}

const shown = <E>(fields: readonly FieldSpec<E>[], entity: E) =>
  fields.filter((spec) => spec.when?.(entity) ?? true).map(({ id }) => id);

const unit = coolingUnit.parse({
  id: 'C1',
  kind: 'crah',
  position: { x: 1, y: 1 },
  size: { width: 2, depth: 1, height: 2 },
  medium: 'chilled-water',
  supply: { to: 'raised-floor', discharge: 'front' },
  return: { from: 'room', face: 'top' },
  fan: { ratedAirflowM3s: 5, ratedPowerW: 4000 },
  control: { mode: 'supply', setpointCelsius: 20 },
});

describe('grilles of a cooling unit', () => {
  it('into the room get a face and a size; back under the floor they have none', () => {
    const change = (of: CoolingUnit, id: string, value: unknown) => write(grilleFields, of, id, value);
    const inRoom = change(change(unit, 'supplyTo', 'room'), 'supplyFace', 'left');
    const sized = change(change(inRoom, 'supplyHeight', 0.6), 'supplyZMin', 0.2);
    expect(coolingUnit.parse(sized).supply).toEqual({ to: 'room', face: 'left', height: 0.6, zMin: 0.2 });
    expect(change(sized, 'supplyHeight', null).supply).toEqual({ to: 'room', face: 'left', zMin: 0.2 });
    expect(change(sized, 'supplyTo', 'raised-floor').supply).toEqual({ to: 'raised-floor' });
    expect(change(unit, 'supplyTo', 'raised-floor')).toBe(unit);
    expect(coolingUnit.parse(change(unit, 'returnFrom', 'ceiling-plenum')).return).toEqual({ from: 'ceiling-plenum' });
  });

  it('show their size only where they open into the room', () => {
    expect(shown(grilleFields, unit)).toEqual([
      'supplyTo',
      'returnFrom',
      'returnFace',
      'returnWidth',
      'returnHeight',
      'returnZMin',
    ]);
  });
});

describe('equipment in a rack', () => {
  const servers = rackContent.parse({
    kind: 'servers',
    id: 's',
    uStart: 11,
    uSize: 20,
    type: 'ibm-x3550-m3',
    count: 20,
  });
  const around = { uBase: 0.1, size: { width: 0.6, depth: 1.2, height: 2.2 } };
  const fields = contentFields('servers', undefined, around);
  const change = (of: RackContent, id: string, value: unknown) => write(fields, of, id, value);

  it('takes a share of liquid of its own, and goes back to that of its type', () => {
    const wet = change(servers, 'liquidShare', 0.7);
    expect(wet).toMatchObject({ liquidFraction: 0.7 });
    expect(change(wet, 'liquidShare', null)).toEqual(servers);
  });

  it('gets an opening of its own where its rack units are: 11 to 30 from 0.5445 m, 0.889 m high, 0.45 m wide', () => {
    const open = change(servers, 'ownVent', true);
    const { vent } = rackContent.parse(open);
    expect(vent!.zMin).toBeCloseTo(0.1 + 10 * 0.04445, 12);
    expect(vent!.height).toBeCloseTo(0.889, 12);
    expect(vent!.width).toBe(0.45);
    expect(change(open, 'vent-width', 0.5).vent!.width).toBe(0.5);
    expect(change(open, 'ownVent', false)).toEqual(servers);
    expect(shown(fields, servers).filter((id) => id.startsWith('vent'))).toEqual([]);
  });
});
