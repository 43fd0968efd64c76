import type { Electrical } from '../../../site/schema/energy';
import type { Site } from '../../../site/schema/site';
import { type FieldSpec, numberAt } from './field-spec';
import { PERCENT } from './field-units';

const DEFAULT_ELECTRICAL: Electrical = { pduEfficiency: 0.98, otherLoadW: 0 };
const DEFAULT_UPS: NonNullable<Electrical['ups']> = { ratedW: 100_000, lossCoefficients: [0.013, 0.006, 0.011] };

/** Electrical chain. */
export const energyFields: readonly FieldSpec<Site>[] = [
  {
    kind: 'switch',
    id: 'hasElectrical',
    read: (site) => site.electrical !== undefined,
    write: (site, on) => {
      const { electrical: _electrical, ...rest } = site;
      return on ? { ...site, electrical: DEFAULT_ELECTRICAL } : rest;
    },
  },
  numberAt('pduEfficiency', {
    path: ['electrical', 'pduEfficiency'],
    when: (site) => site.electrical !== undefined,
    ...PERCENT,
    min: 50,
    step: 0.5,
  }),
  numberAt('otherLoad', {
    path: ['electrical', 'otherLoadW'],
    when: (site) => site.electrical !== undefined,
    unit: 'kW',
    scale: 0.001,
    step: 0.5,
    min: 0,
    decimals: 2,
  }),
  {
    kind: 'switch',
    id: 'hasUps',
    when: (site) => site.electrical !== undefined,
    read: (site) => site.electrical?.ups !== undefined,
    write: (site, on) => {
      const { ups: _ups, ...rest } = site.electrical!;
      return { ...site, electrical: on ? { ups: DEFAULT_UPS, ...rest } : rest };
    },
  },
  numberAt('upsRating', {
    path: ['electrical', 'ups', 'ratedW'],
    when: (site) => site.electrical?.ups !== undefined,
    unit: 'kW',
    scale: 0.001,
    step: 10,
    min: 0,
    decimals: 1,
  }),
];
