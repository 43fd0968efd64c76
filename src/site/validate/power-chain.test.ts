import { expect, it } from 'vitest';
import { testSite } from '../test-site';
import { validateSite } from './validate';

const complaints = (electrical: object, rack: object = {}) => {
  const site = testSite();
  const racks = site.racks.map((one, n) => (n === 0 ? { ...one, ...rack } : one));
  return validateSite({ ...site, racks, electrical: { pduEfficiency: 0.98, otherLoadW: 0, ...electrical } })
    .filter(({ path }) => path.startsWith('electrical') || path.endsWith('feed'))
    .map(({ severity, code, path }) => `${severity} ${code} ${path}`);
};

it('a housing that is not there is refused, with its place', () => {
  expect(complaints({ lossesInRoom: [{ part: 'pdu' }, { part: 'ups', obstacleId: 'nowhere' }] })).toEqual([
    'error unknown-id electrical.lossesInRoom[1].obstacleId',
  ]);
});

it('a spare module needs a second one, and what is left must carry the load', () => {
  const ups = { ratedW: 1e6, lossCoefficients: [0.013, 0.006, 0.011], redundancy: 'N+1' };
  expect(complaints({ ups: { ...ups, modules: 2 } })).toEqual([]);
  expect(complaints({ ups })).toEqual([
    'warning ups-below-load electrical.ups.ratedW',
    'warning no-spare-module electrical.ups.modules',
  ]);
});

it('feeds below the full load of their rack are warned of; two feeds carry twice, a cap helps', () => {
  const small = { rackPdu: { feedRatedW: 50_000, lossShare: 0.01 } };
  expect(complaints(small)).toEqual([]);
  const tiny = { feed: { feedRatedW: 1 } };
  expect(complaints(small, tiny)).toEqual(['warning feed-below-load racks[0].feed']);
  expect(complaints(small, { feed: { feedRatedW: 1, capW: 1 } })).toEqual([]);
});
