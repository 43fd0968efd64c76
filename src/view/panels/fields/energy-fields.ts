import type { Electrical, Outdoor, Plant } from '../../../site/schema/energy';
import type { Site } from '../../../site/schema/site';
import { type FieldSpec, numberAt } from './field-spec';
import { ABSENT, CELSIUS, PERCENT } from './field-units';

const DEFAULT_OUTDOOR: Outdoor = { dryBulbCelsius: 20 };
const DEFAULT_ELECTRICAL: Electrical = { pduEfficiency: 0.98, otherLoadW: 0 };
const DEFAULT_UPS: NonNullable<Electrical['ups']> = { ratedW: 100_000, lossCoefficients: [0.013, 0.006, 0.011] };

function plantOf(kind: string): Plant {
  return kind === 'constant-cop' ? { kind, cop: 4 } : { kind: 'moore-cop' };
}

/** Cooling plant and electrical chain. */
export const energyFields: readonly FieldSpec<Site>[] = [
  {
    kind: 'choice',
    id: 'plantKind',
    options: [ABSENT, 'moore-cop', 'constant-cop'],
    read: (site) => site.plant?.kind ?? ABSENT,
    write: (site, kind) => {
      const { plant: _plant, ...rest } = site;
      return kind === ABSENT ? rest : { ...site, plant: plantOf(kind) };
    },
  },
  numberAt('cop', {
    path: ['plant', 'cop'],
    when: (site) => site.plant?.kind === 'constant-cop',
    unit: '',
    step: 0.1,
    min: 0.5,
    max: 100,
    decimals: 2,
  }),
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

/** Weather. */
export const outdoorFields: readonly FieldSpec<Site>[] = [
  {
    kind: 'switch',
    id: 'hasOutdoor',
    read: (site) => site.outdoor !== undefined,
    write: (site, on) => {
      const { outdoor: _outdoor, ...rest } = site;
      return on ? { ...site, outdoor: DEFAULT_OUTDOOR } : rest;
    },
  },
  numberAt('dryBulb', { path: ['outdoor', 'dryBulbCelsius'], when: (site) => site.outdoor !== undefined, ...CELSIUS }),
  numberAt('wetBulb', {
    path: ['outdoor', 'wetBulbCelsius'],
    when: (site) => site.outdoor !== undefined,
    optional: true,
    ...CELSIUS,
  }),
];
