import { describe, expect, it } from 'vitest';
import { ashraeLimits } from '../../site/ashrae';
import { type Site, siteSchema } from '../../site/schema/site';
import { missingParts } from './headlines';
import { inletStatus, levelOf } from './inlet-status';

function siteWith(
  parts: Partial<Pick<Site, 'plant' | 'electrical' | 'outdoor'>>,
  medium: 'chilled-water' | 'dx' | null,
): Site {
  const unit = {
    id: 'U1',
    kind: 'wall',
    position: { x: 1, y: 1 },
    size: { width: 1, depth: 0.5, height: 2 },
    supply: { to: 'room', face: 'front' },
    return: { from: 'room', face: 'top' },
    fan: { ratedAirflowM3s: 1, ratedPowerW: 500 },
    control: { mode: 'supply', setpointCelsius: 18 },
  };
  const rack = {
    id: 'R1',
    position: { x: 3, y: 3 },
    size: { width: 0.6, depth: 1.2, height: 2 },
    uHeight: 42,
    contents: [],
  };
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'Site',
    room: { width: 6, depth: 6, height: 3 },
    racks: [rack],
    coolingUnits: medium === null ? [] : [{ ...unit, medium }],
    ...parts,
  });
}

const electrical = { pduEfficiency: 0.98, otherLoadW: 0 };

describe('why a headline number is unknown', () => {
  it('names the electrical chain and the plant that chilled water needs', () => {
    expect(missingParts('pue', siteWith({}, 'chilled-water'), null)).toEqual(['electrical', 'plant']);
    expect(missingParts('facilityPower', siteWith({ electrical }, 'chilled-water'), null)).toEqual(['plant']);
  });

  it('names the outdoor air that direct expansion needs', () => {
    expect(missingParts('pue', siteWith({ electrical }, 'dx'), null)).toEqual(['outdoor']);
  });

  it('names the unit of work for EER only', () => {
    const site = siteWith({ electrical, plant: { kind: 'moore-cop' } }, 'chilled-water');
    expect(missingParts('eer', site, null)).toEqual(['servers']);
    expect(missingParts('pue', site, null)).toEqual(['firstFrame']);
  });
});

describe('the verdict on the hottest inlet, class A2', () => {
  const verdict = (celsius: number) => inletStatus(celsius, ashraeLimits('A2'));

  it('changes at 10, 18, 27 and 35 °C', () => {
    expect([9.9, 10, 17.9, 18, 27, 27.1, 35, 35.1].map(verdict)).toEqual([
      'below-allowable',
      'below-recommended',
      'below-recommended',
      'ok',
      'ok',
      'above-recommended',
      'above-recommended',
      'above-allowable',
    ]);
  });

  it('is a warning outside the recommended range, an alarm outside the allowable one', () => {
    expect([22, 30, 40, 5, Number.NaN].map((celsius) => levelOf(verdict(celsius)))).toEqual([
      'ok',
      'warning',
      'alarm',
      'alarm',
      'none',
    ]);
  });
});
