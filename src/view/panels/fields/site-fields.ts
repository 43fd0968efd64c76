import type { Electrical, Outdoor, Plant, Workload } from '../../../site/schema/energy';
import type { Site } from '../../../site/schema/site';
import { choiceAt, type FieldSection, type FieldSpec, numberAt, textAt } from './field-spec';

const metres = { unit: 'm', step: 0.1, decimals: 3 } as const;
const percent = { unit: '%', scale: 100, step: 5, min: 0, max: 100, decimals: 1 } as const;
const celsius = { unit: '°C', step: 0.5, min: -60, max: 150, decimals: 2 } as const;

type Demand = Workload['demand'];

const ABSENT = 'none';

/** Demand of another kind at about the same level. */
function demandOf(kind: string, before: Demand | undefined): Demand {
  const level =
    before === undefined
      ? 0.5
      : before.kind === 'constant'
        ? before.level
        : before.kind === 'diurnal'
          ? before.mean
          : before.steps[0]!.level;
  if (kind === 'diurnal')
    return { kind, mean: level, amplitude: Math.min(0.25, level, 1 - level), peakHour: 15, noise: 0.03 };
  if (kind === 'stepped') {
    const other = level > 0.5 ? level / 2 : Math.min(1, level * 2);
    return {
      kind,
      steps: [
        { atSeconds: 0, level },
        { atSeconds: 600, level: other },
      ],
      repeatSeconds: 1200,
    };
  }
  return { kind: 'constant', level };
}

const demandIs = (kind: Demand['kind']) => (site: Site) => site.workload?.demand.kind === kind;
const hasWorkload = (site: Site) => site.workload !== undefined;

const workloadFields: readonly FieldSpec<Site>[] = [
  {
    kind: 'choice',
    id: 'demandKind',
    options: [ABSENT, 'constant', 'diurnal', 'stepped'],
    read: (site) => site.workload?.demand.kind ?? ABSENT,
    write: (site, kind) => {
      const { workload, ...rest } = site;
      if (kind === ABSENT) return rest;
      const base: Workload = workload ?? {
        demand: demandOf(kind, undefined),
        startHour: 0,
        dispatcher: 'uniform',
        governor: 'performance',
      };
      return { ...site, workload: { ...base, demand: demandOf(kind, workload?.demand) } };
    },
  },
  numberAt('level', { path: ['workload', 'demand', 'level'], when: demandIs('constant'), ...percent }),
  numberAt('mean', { path: ['workload', 'demand', 'mean'], when: demandIs('diurnal'), ...percent }),
  numberAt('amplitude', { path: ['workload', 'demand', 'amplitude'], when: demandIs('diurnal'), ...percent }),
  numberAt('noise', { path: ['workload', 'demand', 'noise'], when: demandIs('diurnal'), ...percent, step: 1 }),
  numberAt('peakHour', {
    path: ['workload', 'demand', 'peakHour'],
    when: demandIs('diurnal'),
    unit: 'h',
    step: 1,
    min: 0,
    max: 24,
    decimals: 2,
  }),
  numberAt('startHour', {
    path: ['workload', 'startHour'],
    when: hasWorkload,
    unit: 'h',
    step: 1,
    min: 0,
    max: 24,
    decimals: 2,
  }),
  choiceAt('dispatcher', ['workload', 'dispatcher'], ['uniform', 'pack', 'coolest-inlet'], { when: hasWorkload }),
  choiceAt('governor', ['workload', 'governor'], ['performance', 'powersave', 'ondemand', 'schedutil'], {
    when: hasWorkload,
  }),
];

const DEFAULT_OUTDOOR: Outdoor = { dryBulbCelsius: 20 };
const DEFAULT_ELECTRICAL: Electrical = { pduEfficiency: 0.98, otherLoadW: 0 };
const DEFAULT_UPS: NonNullable<Electrical['ups']> = { ratedW: 100_000, lossCoefficients: [0.013, 0.006, 0.011] };

function plantOf(kind: string): Plant {
  return kind === 'constant-cop' ? { kind, cop: 4 } : { kind: 'moore-cop' };
}

const energyFields: readonly FieldSpec<Site>[] = [
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
    ...percent,
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

const outdoorFields: readonly FieldSpec<Site>[] = [
  {
    kind: 'switch',
    id: 'hasOutdoor',
    read: (site) => site.outdoor !== undefined,
    write: (site, on) => {
      const { outdoor: _outdoor, ...rest } = site;
      return on ? { ...site, outdoor: DEFAULT_OUTDOOR } : rest;
    },
  },
  numberAt('dryBulb', { path: ['outdoor', 'dryBulbCelsius'], when: (site) => site.outdoor !== undefined, ...celsius }),
  numberAt('wetBulb', {
    path: ['outdoor', 'wetBulbCelsius'],
    when: (site) => site.outdoor !== undefined,
    optional: true,
    ...celsius,
  }),
];

const DEFAULT_FLOOR = { height: 0.6, leakageFraction: 0 };
const DEFAULT_CEILING = { height: 0.6 };

const roomFields: readonly FieldSpec<Site>[] = [
  numberAt('roomWidth', { path: ['room', 'width'], min: 1, max: 500, ...metres }),
  numberAt('roomDepth', { path: ['room', 'depth'], min: 1, max: 500, ...metres }),
  numberAt('roomHeight', { path: ['room', 'height'], min: 1.5, max: 30, ...metres }),
  {
    kind: 'choice',
    id: 'walls',
    options: ['adiabatic', 'temperature', 'u-value'],
    read: (site) => site.room.walls.kind,
    write: (site, kind) => {
      const outside = 20;
      const walls: Site['room']['walls'] =
        kind === 'temperature'
          ? { kind, celsius: outside }
          : kind === 'u-value'
            ? { kind, wattsPerSquareMetreKelvin: 0.5, outsideCelsius: outside }
            : { kind: 'adiabatic' };
      return { ...site, room: { ...site.room, walls } };
    },
  },
  numberAt('wallCelsius', {
    path: ['room', 'walls', 'celsius'],
    when: (site) => site.room.walls.kind === 'temperature',
    ...celsius,
  }),
  numberAt('uValue', {
    path: ['room', 'walls', 'wattsPerSquareMetreKelvin'],
    when: (site) => site.room.walls.kind === 'u-value',
    unit: 'W/(m² K)',
    step: 0.1,
    min: 0,
    max: 20,
    decimals: 2,
  }),
  numberAt('wallOutside', {
    path: ['room', 'walls', 'outsideCelsius'],
    when: (site) => site.room.walls.kind === 'u-value',
    ...celsius,
  }),
  {
    kind: 'switch',
    id: 'hasRaisedFloor',
    read: (site) => site.raisedFloor !== undefined,
    write: (site, on) => {
      const { raisedFloor: _floor, ...rest } = site;
      return on ? { ...site, raisedFloor: DEFAULT_FLOOR } : rest;
    },
  },
  numberAt('floorHeight', {
    path: ['raisedFloor', 'height'],
    when: (site) => site.raisedFloor !== undefined,
    min: 0.05,
    max: 3,
    ...metres,
  }),
  numberAt('floorLeakage', {
    path: ['raisedFloor', 'leakageFraction'],
    when: (site) => site.raisedFloor !== undefined,
    ...percent,
    step: 1,
  }),
  {
    kind: 'switch',
    id: 'hasCeilingPlenum',
    read: (site) => site.ceilingPlenum !== undefined,
    write: (site, on) => {
      const { ceilingPlenum: _ceiling, ...rest } = site;
      return on ? { ...site, ceilingPlenum: DEFAULT_CEILING } : rest;
    },
  },
  numberAt('ceilingHeight', {
    path: ['ceilingPlenum', 'height'],
    when: (site) => site.ceilingPlenum !== undefined,
    min: 0.05,
    max: 10,
    ...metres,
  }),
  numberAt('initialCelsius', { path: ['room', 'initialCelsius'], ...celsius }),
  numberAt('floorGrid', { path: ['floorGrid'], min: 0.01, max: 5, ...metres }),
  numberAt('cellSize', { path: ['cellSize'], min: 0.02, max: 5, optional: true, unit: 'm', step: 0.05, decimals: 3 }),
];

/** What the inspector shows of the site when nothing is selected. */
export const siteSections: readonly FieldSection<Site>[] = [
  {
    id: 'site',
    fields: [
      textAt('siteName', ['name'], { maxLength: 120 }),
      choiceAt('ashraeClass', ['ashraeClass'], ['A1', 'A2', 'A3', 'A4', 'H1'], { optionLabel: (value) => value }),
    ],
  },
  { id: 'workload', fields: workloadFields },
  { id: 'energy', fields: energyFields },
  { id: 'outdoor', fields: outdoorFields },
  { id: 'room', fields: roomFields },
  { id: 'notes', fields: [textAt('description', ['description'], { maxLength: 4000, multiline: true })] },
];
