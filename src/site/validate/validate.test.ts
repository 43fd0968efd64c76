import { expect, it } from 'vitest';
import { siteSchema } from '../schema/site';
import { testSiteInput } from '../test-site';
import { found, messages } from './sound-room.fixture';
import { validateSite } from './validate';

it('the sound room has no issue', () => expect(found(() => {})).toEqual([]));

it('messages carry the numbers and the way out', () => {
  expect(
    messages((s) => {
      s.racks[1]!.position.y = 2.9;
    }),
  ).toContain('B1 overlaps Rack A1 (racks[0]) by 0.1 m along y. Move one of them.');
  expect(
    messages((s) => {
      for (const tile of s.tiles) tile.airflowM3s = 0.3;
    }),
  ).toContain('Raise the pinned flows by 0.35 m³/s');
  expect(
    messages((s) => {
      s.racks[0]!.size = { width: 600, depth: 900, height: 990 };
    }),
  ).toContain('990 m looks like millimetres, write 0.99');
  expect(
    messages((s) => {
      s.coolingUnits[0]!.control = { mode: 'supply', setpointCelsius: 68 };
    }),
  ).toContain('if this is Fahrenheit, write 20.0');
  expect(
    messages((s) => {
      Object.assign(s.racks[0]!.contents[0]!, { type: 'IBM-x3550-M2' });
    }),
  ).toContain('Did you mean ibm-x3550-m3?');
});

it('5,000 racks in one heap give 200 issues and a count, in under a second', () => {
  const input = testSiteInput();
  const [first] = input.racks!;
  input.racks = Array.from({ length: 5000 }, (_, n) => ({ ...first!, id: `r${n}` }));
  const site = siteSchema.parse(input);
  const start = performance.now();
  const issues = validateSite(site);
  expect(performance.now() - start).toBeLessThan(1000);
  expect(issues).toHaveLength(201);
  expect(issues[0]!.code).toBe('overlap');
  expect(issues.at(-1)!.code).toBe('more-issues');
});
