import { expect, it } from 'vitest';
import { type SiteInput, siteSchema } from '../schema/site';
import { testSite } from '../test-site';
import { checkCoolingPlant } from './cooling-plant';

const SET = 'York_YT_1758kW_5_96COP_Vanes';
const weather = { kind: 'climate', climate: 'continental' } as const;

function codes(changes: Partial<SiteInput>): string[] {
  const { outdoor: _, ...base } = testSite() as SiteInput;
  return checkCoolingPlant(siteSchema.parse({ ...base, ...changes })).map(({ code }) => code);
}

const plant = (changes: object = {}) =>
  ({ kind: 'chilled-water', chillers: { set: SET }, ...changes }) as NonNullable<SiteInput['plant']>;

it('a whole plant with weather has nothing wrong', () => {
  expect(codes({ plant: plant({ economiser: {} }), weather })).toEqual([]);
});

it('an unknown set names the nearest one', () => {
  const site = siteSchema.parse({
    ...testSite(),
    plant: { kind: 'chilled-water', chillers: { set: 'York_YT_1758kW_5_96COP_Vane' } },
  });
  const [issue] = checkCoolingPlant(site);
  expect(issue).toMatchObject({ code: 'unknown-chiller', severity: 'error', path: 'plant.chillers.set' });
  expect(issue!.remedy).toContain(SET);
});

it.each([
  ['plant-without-weather', { plant: plant() }],
  ['chiller-out-of-range', { plant: plant({ supplyCelsius: 18 }), weather }],
  ['chillers-below-load', { plant: plant({ chillers: { set: SET, count: 1, capacityW: 100 } }), weather }],
  [
    'economiser-without-water',
    { plant: plant({ chillers: { set: 'York_YCAL0033EE_101kW_3_1COP_AirCooled' }, economiser: {} }), weather },
  ],
  [
    'dry-cooler-design',
    { plant: plant({ condenser: { rejection: { kind: 'dry-cooler', designAirCelsius: 45 } } }), weather },
  ],
  ['liquid-loop-empty', { liquidLoop: {} }],
  ['liquid-without-plant', { liquidLoop: { facility: { rejection: { kind: 'chilled-water' } } }, weather }],
  ['liquid-without-weather', { liquidLoop: { facility: { rejection: { kind: 'tower' } } } }],
  [
    'hourly-length',
    { weather: { kind: 'hourly', name: 'x', hours: 8760, dryBulb: 'AAA', dewPoint: 'A', pressure: 'A' } },
  ],
] as [string, Partial<SiteInput>][])('%s', (code, changes) => {
  expect(codes(changes)).toContain(code);
});

it('a coil that exchanges more than its air and water can is refused, and so is supply air colder than its water', () => {
  const base = testSite() as SiteInput;
  const unit = { ...base.coolingUnits![0]!, medium: 'chilled-water' as const };
  const coil = { ratedHeatW: 500_000 };
  expect(codes({ coolingUnits: [{ ...unit, coil }] })).toContain('coil-rating');
  const cold = { ...unit, control: { mode: 'supply' as const, setpointCelsius: 9 } };
  expect(codes({ coolingUnits: [cold], plant: plant(), weather })).toContain('water-above-supply');
  const economiser = { kind: 'air' as const };
  expect(codes({ coolingUnits: [{ ...unit, economiser }] })).toContain('economiser-without-weather');
});
