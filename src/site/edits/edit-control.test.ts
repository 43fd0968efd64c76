import { expect, it } from 'vitest';
import { coolingUnit } from '../schema/cooling-unit';
import { siteSchema } from '../schema/site';
import { testSiteInput } from '../test-site';
import { addControlZone, changeControlZone, removeControlZone } from './edit-control';

const plain = siteSchema.parse(testSiteInput());
const second = coolingUnit.parse({ ...testSiteInput().coolingUnits![0]!, id: 'CRAH-2', position: { x: 0.4, y: 1 } });
const site = { ...plain, coolingUnits: [...plain.coolingUnits, second] };

it('the first zone drives every unit; the next one those that are left', () => {
  const one = addControlZone(site);
  expect(one.coolingControl).toEqual({ zones: [{ id: 'room' }] });
  const own = changeControlZone(one, 0, (zone) => ({ ...zone, unitIds: ['CRAH-1'] }));
  expect(addControlZone(own).coolingControl!.zones).toEqual([
    { id: 'room', unitIds: ['CRAH-1'] },
    { id: 'room-2', unitIds: ['CRAH-2'] },
  ]);
  expect(site).toEqual({ ...plain, coolingUnits: [...plain.coolingUnits, second] });
});

it('with its last zone a site loses its control, unless the chilled water has one', () => {
  const one = addControlZone(site);
  expect(removeControlZone(one, 0)).toEqual(site);
  const chillers = { startShare: 0.9, stopShare: 0.7, startAfterSeconds: 300, stopAfterSeconds: 600 };
  const staged = { ...one, coolingControl: { ...one.coolingControl!, chillers } };
  expect(removeControlZone(staged, 0).coolingControl).toEqual({ zones: [], chillers });
});
