import { chillerSetNames } from '../../../site/chillers/chiller-set';
import { describePlant } from '../../../site/edits/describe-plant';
import type { Plant } from '../../../site/schema/energy';
import { type ChilledWaterPlant, chilledWaterPlant } from '../../../site/schema/plant';
import type { Site } from '../../../site/schema/site';
import { choiceAt, type FieldSpec, numberAt } from './field-spec';
import { ABSENT, CELSIUS } from './field-units';

export const KELVIN = { unit: 'K', step: 0.5, min: 0.1, max: 60, decimals: 1 } as const;
export const KILOWATTS = { unit: 'kW', scale: 0.001, step: 5, min: 0, decimals: 1 } as const;
const VOLUME = { unit: 'm³', step: 0.5, min: 0.01, max: 100_000, decimals: 2, optional: true } as const;

function plantOf(kind: string, site: Site): Site {
  if (kind === 'chilled-water') return describePlant(site);
  const plant: Plant = kind === 'constant-cop' ? { kind, cop: 4 } : { kind: 'moore-cop' };
  return { ...site, plant };
}

const chilled = (site: Site): ChilledWaterPlant | null => (site.plant?.kind === 'chilled-water' ? site.plant : null);
const isChilled = (site: Site) => chilled(site) !== null;
const rejects = (kind: 'tower' | 'dry-cooler') => (site: Site) => chilled(site)?.condenser.rejection.kind === kind;

/** Heat rejection of another kind at its defaults; the temperature that it holds carries over. */
function rejectionOf(kind: string, setpointCelsius: number): ChilledWaterPlant['condenser']['rejection'] {
  const { condenser } = chilledWaterPlant.parse({
    kind: 'chilled-water',
    chillers: { set: '-' },
    condenser: { rejection: { kind } },
  });
  return { ...condenser.rejection, setpointCelsius };
}

/** What cools the water of the units, or their condensers. */
export const plantFields: readonly FieldSpec<Site>[] = [
  {
    kind: 'choice',
    id: 'plantKind',
    options: [ABSENT, 'chilled-water', 'moore-cop', 'constant-cop'],
    read: (site) => site.plant?.kind ?? ABSENT,
    write: (site, kind) => {
      const { plant: _plant, ...rest } = site;
      return kind === ABSENT ? rest : plantOf(kind, site);
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
  choiceAt('chillerSet', ['plant', 'chillers', 'set'], chillerSetNames(), {
    when: isChilled,
    optionLabel: (name) => name.replaceAll('_', ' ').replace(/(\d) (\d\d)COP/, '$1.$2 COP'),
  }),
  numberAt('chillerCount', {
    path: ['plant', 'chillers', 'count'],
    when: isChilled,
    unit: '',
    step: 1,
    min: 1,
    max: 40,
    decimals: 0,
  }),
  numberAt('chillerCapacity', {
    path: ['plant', 'chillers', 'capacityW'],
    when: isChilled,
    optional: true,
    ...KILOWATTS,
  }),
  numberAt('chilledSupply', { path: ['plant', 'supplyCelsius'], when: isChilled, ...CELSIUS }),
  numberAt('loopRise', { path: ['plant', 'loop', 'designRiseKelvin'], when: isChilled, ...KELVIN }),
  numberAt('loopVolume', { path: ['plant', 'loop', 'volumeM3'], when: isChilled, ...VOLUME }),
  numberAt('loopBuffer', { path: ['plant', 'loop', 'bufferM3'], when: isChilled, ...VOLUME }),
  numberAt('chilledPumps', {
    path: ['plant', 'loop', 'pump', 'count'],
    when: isChilled,
    unit: '',
    step: 1,
    min: 1,
    max: 40,
    decimals: 0,
    optional: true,
  }),
  numberAt('pumpPressure', {
    path: ['plant', 'loop', 'pump', 'pressurePa'],
    when: isChilled,
    unit: 'kPa',
    scale: 0.001,
    step: 10,
    min: 0,
    max: 2000,
    decimals: 0,
  }),
  choiceAt('pumpSpeed', ['plant', 'loop', 'pump', 'speed'], ['variable', 'constant'], { when: isChilled }),
  {
    kind: 'choice',
    id: 'rejectionKind',
    options: ['tower', 'dry-cooler'],
    when: isChilled,
    read: (site) => chilled(site)?.condenser.rejection.kind ?? 'tower',
    write: (site, kind) => {
      const plant = chilled(site)!;
      const rejection = rejectionOf(kind, plant.condenser.rejection.setpointCelsius);
      return { ...site, plant: { ...plant, condenser: { ...plant.condenser, rejection } } };
    },
  },
  numberAt('towerCount', {
    path: ['plant', 'condenser', 'rejection', 'count'],
    when: rejects('tower'),
    unit: '',
    step: 1,
    min: 1,
    max: 60,
    decimals: 0,
  }),
  numberAt('condenserSetpoint', {
    path: ['plant', 'condenser', 'rejection', 'setpointCelsius'],
    when: isChilled,
    ...CELSIUS,
  }),
  numberAt('towerApproach', {
    path: ['plant', 'condenser', 'rejection', 'designApproachKelvin'],
    when: rejects('tower'),
    ...KELVIN,
  }),
  numberAt('rejectionFan', {
    path: ['plant', 'condenser', 'rejection', 'fanW'],
    when: isChilled,
    optional: true,
    ...KILOWATTS,
    step: 0.5,
  }),
  numberAt('towerCycles', {
    path: ['plant', 'condenser', 'rejection', 'cyclesOfConcentration'],
    when: rejects('tower'),
    unit: '',
    step: 0.5,
    min: 1.5,
    max: 20,
    decimals: 1,
  }),
  {
    kind: 'switch',
    id: 'waterEconomiser',
    when: isChilled,
    read: (site) => chilled(site)?.economiser !== undefined,
    write: (site, on) => {
      const { economiser: _economiser, ...plant } = chilled(site)!;
      return {
        ...site,
        plant: on ? { ...plant, economiser: { approachKelvin: 2, startKelvin: 2, stopKelvin: 0.5 } } : plant,
      };
    },
  },
  numberAt('economiserApproach', {
    path: ['plant', 'economiser', 'approachKelvin'],
    when: (site) => chilled(site)?.economiser !== undefined,
    ...KELVIN,
  }),
  numberAt('economiserStart', {
    path: ['plant', 'economiser', 'startKelvin'],
    when: (site) => chilled(site)?.economiser !== undefined,
    ...KELVIN,
    min: 0,
    max: 20,
  }),
];
