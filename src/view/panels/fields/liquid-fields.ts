import { facilityWater, WATER_CLASSES } from '../../../site/schema/plant';
import type { Site } from '../../../site/schema/site';
import { choiceAt, type FieldSpec, numberAt } from './field-spec';
import { ABSENT, CELSIUS } from './field-units';
import { KELVIN, KILOWATTS } from './plant-fields';

const hasFacility = (site: Site) => site.liquidLoop?.facility !== undefined;
const facilityPath = ['liquidLoop', 'facility'] as const;

/** What takes away the heat that leaves racks by liquid. */
export const liquidFields: readonly FieldSpec<Site>[] = [
  {
    kind: 'choice',
    id: 'liquidKind',
    options: [ABSENT, 'facility', 'cop'],
    read: ({ liquidLoop }) =>
      liquidLoop === undefined ? ABSENT : liquidLoop.facility === undefined ? 'cop' : 'facility',
    write: (site, kind) => {
      const { liquidLoop: _liquidLoop, ...rest } = site;
      if (kind === ABSENT) return rest;
      return { ...site, liquidLoop: kind === 'cop' ? { cop: 20 } : { facility: facilityWater.parse({}) } };
    },
  },
  numberAt('liquidCop', {
    path: ['liquidLoop', 'cop'],
    when: (site) => site.liquidLoop?.cop !== undefined && !hasFacility(site),
    unit: '',
    step: 1,
    min: 0.5,
    max: 200,
    decimals: 1,
  }),
  choiceAt('waterClass', [...facilityPath, 'waterClass'], Object.keys(WATER_CLASSES), {
    when: hasFacility,
    optionLabel: (name) => name,
  }),
  numberAt('facilitySupply', {
    path: [...facilityPath, 'supplyCelsius'],
    when: hasFacility,
    optional: true,
    ...CELSIUS,
  }),
  numberAt('facilityRise', { path: [...facilityPath, 'designRiseKelvin'], when: hasFacility, ...KELVIN }),
  numberAt('cduApproach', { path: [...facilityPath, 'cduApproachKelvin'], when: hasFacility, ...KELVIN }),
  numberAt('coolantVolume', {
    path: [...facilityPath, 'coolantM3'],
    when: hasFacility,
    unit: 'm³',
    step: 0.1,
    min: 0.01,
    max: 100_000,
    decimals: 2,
    optional: true,
  }),
  {
    kind: 'choice',
    id: 'facilityRejection',
    options: ['dry-cooler', 'tower', 'chilled-water'],
    when: hasFacility,
    read: (site) => site.liquidLoop?.facility?.rejection.kind ?? 'dry-cooler',
    write: (site, kind) => {
      const { rejection } = facilityWater.parse({ rejection: { kind } });
      return { ...site, liquidLoop: { facility: { ...site.liquidLoop!.facility!, rejection } } };
    },
  },
  {
    kind: 'switch',
    id: 'heatReuse',
    when: hasFacility,
    read: (site) => site.liquidLoop?.facility?.reuse !== undefined,
    write: (site, on) => {
      const { reuse: _reuse, ...facility } = site.liquidLoop!.facility!;
      return {
        ...site,
        liquidLoop: { facility: on ? { ...facility, reuse: { maxW: 50_000, minCelsius: 35 } } : facility },
      };
    },
  },
  numberAt('reuseMost', {
    path: [...facilityPath, 'reuse', 'maxW'],
    when: (site) => site.liquidLoop?.facility?.reuse !== undefined,
    ...KILOWATTS,
  }),
  numberAt('reuseLeast', {
    path: [...facilityPath, 'reuse', 'minCelsius'],
    when: (site) => site.liquidLoop?.facility?.reuse !== undefined,
    ...CELSIUS,
  }),
];
