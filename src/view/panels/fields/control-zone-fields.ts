import { ashraeLimits } from '../../../site/ashrae';
import { type ControlZone, coolingControl } from '../../../site/schema/control';
import type { Site } from '../../../site/schema/site';
import { choiceAt, type FieldSection, type FieldSpec, numberAt, textAt } from './field-spec';
import { ABSENT, CELSIUS, PERCENT } from './field-units';
import { KELVIN } from './plant-fields';

const SECONDS = { unit: 's', step: 30, min: 0, max: 86_400, decimals: 0 } as const;
const COUNT = { unit: '', step: 1, min: 0, max: 1000, decimals: 0 } as const;

/** Pressures that a contained aisle first gets, Pa: some above the room for a cold one, some below for a hot one. */
const FIRST_AISLE_PA = { 'cold-aisle': 3, 'hot-aisle': -3 } as const;
/** Fans that follow the inlet begin this far below the recommended limit, K. */
const FIRST_MARGIN_KELVIN = 1;

/** A part of a zone at the defaults of the format. */
function partOf<Part extends 'fans' | 'supply' | 'staging'>(part: Part, input: object): ControlZone[Part] {
  return coolingControl.parse({ zones: [{ id: 'zone', [part]: input }] }).zones[0]![part];
}

function fansOf(by: string, site: Site): ControlZone['fans'] {
  const aisle = site.containments[0];
  if (by === 'raised-floor-pressure') return partOf('fans', { by });
  if (by === 'aisle-pressure') {
    return aisle && partOf('fans', { by, containmentId: aisle.id, setpointPa: FIRST_AISLE_PA[aisle.kind] });
  }
  const { recommendedMaxCelsius } = ashraeLimits(site.ashraeClass);
  return partOf('fans', { by: 'inlet', setpointCelsius: recommendedMaxCelsius - FIRST_MARGIN_KELVIN });
}

const byPressure = ({ fans }: ControlZone) => fans !== undefined && fans.by !== 'inlet';

function fanFields(site: Site): FieldSpec<ControlZone>[] {
  const ways = [
    ABSENT,
    ...(site.raisedFloor === undefined ? [] : ['raised-floor-pressure']),
    ...(site.containments.length === 0 ? [] : ['aisle-pressure']),
    'inlet',
  ];
  return [
    {
      kind: 'choice',
      id: 'fansBy',
      options: ways,
      read: ({ fans }) => fans?.by ?? ABSENT,
      write: ({ fans: _fans, ...zone }, by) => (by === ABSENT ? zone : { ...zone, fans: fansOf(by, site) }),
    },
    choiceAt(
      'fanAisle',
      ['fans', 'containmentId'],
      site.containments.map(({ id }) => id),
      {
        when: ({ fans }) => fans?.by === 'aisle-pressure',
        optionLabel: (id) => site.containments.find((aisle) => aisle.id === id)?.name ?? id,
      },
    ),
    numberAt('fanPressure', {
      path: ['fans', 'setpointPa'],
      when: byPressure,
      unit: 'Pa',
      step: 0.5,
      min: -200,
      max: 500,
      decimals: 1,
    }),
    numberAt('fanInlet', {
      path: ['fans', 'setpointCelsius'],
      when: ({ fans }) => fans?.by === 'inlet',
      ...CELSIUS,
    }),
    numberAt('fanMinSpeed', { path: ['fans', 'minSpeed'], when: ({ fans }) => fans !== undefined, ...PERCENT }),
    numberAt('fanMaxSpeed', { path: ['fans', 'maxSpeed'], when: ({ fans }) => fans !== undefined, ...PERCENT }),
    numberAt('fanRate', {
      path: ['fans', 'ratePerSecond'],
      when: ({ fans }) => fans !== undefined,
      unit: '%/s',
      scale: 100,
      step: 0.1,
      min: 0.01,
      max: 100,
      decimals: 2,
    }),
  ];
}

/** Fans that nothing else drives follow the plan. */
const foresees = ({ supply, fans }: ControlZone) => supply?.by === 'mpc' && fans === undefined;

const resets = ({ supply }: ControlZone) => supply !== undefined;

function supplyFields(): FieldSpec<ControlZone>[] {
  const ways = [ABSENT, 'trim-and-respond', 'mpc'];
  const at = (id: string, key: string, options: object) =>
    numberAt<ControlZone>(id, { path: ['supply', key], when: resets, unit: '', step: 1, ...options });
  return [
    {
      kind: 'choice',
      id: 'supplyBy',
      options: ways,
      read: ({ supply }) => supply?.by ?? ABSENT,
      write: ({ supply: _supply, ...rest }, by) =>
        by === ABSENT ? rest : { ...rest, supply: partOf('supply', { by }) },
    },
    at('supplyMin', 'minCelsius', CELSIUS),
    at('supplyMax', 'maxCelsius', CELSIUS),
    numberAt('fanMinSpeed', { path: ['supply', 'minSpeed'], when: foresees, ...PERCENT }),
    numberAt('fanMaxSpeed', { path: ['supply', 'maxSpeed'], when: foresees, ...PERCENT }),
    at('requestAbove', 'requestAboveCelsius', { ...CELSIUS, optional: true }),
    at('requestRelease', 'releaseKelvin', { ...KELVIN, min: 0, max: 10 }),
    at('ignoredRequests', 'ignoredRequests', COUNT),
    numberAt('requestAboveSpeed', {
      path: ['supply', 'requestAboveSpeed'],
      when: ({ supply, fans }) => supply !== undefined && fans?.by === 'inlet',
      ...PERCENT,
    }),
    at('trim', 'trimKelvin', { ...KELVIN, step: 0.05, min: 0.01, max: 20, decimals: 2 }),
    at('respond', 'respondKelvin', { ...KELVIN, step: 0.05, min: 0.01, max: 20, decimals: 2 }),
    at('maxRespond', 'maxRespondKelvin', { ...KELVIN, step: 0.1, min: 0.01, max: 20, decimals: 2 }),
    at('resetStep', 'stepSeconds', { ...SECONDS, min: 1 }),
    at('resetDelay', 'delaySeconds', SECONDS),
  ];
}

const staged = ({ staging }: ControlZone) => staging !== undefined;

const stagingFields: readonly FieldSpec<ControlZone>[] = [
  {
    kind: 'switch',
    id: 'staging',
    read: staged,
    write: ({ staging: _staging, ...zone }, on) => (on ? { ...zone, staging: partOf('staging', {}) } : zone),
  },
  numberAt('minRunning', { path: ['staging', 'minRunning'], when: staged, ...COUNT, min: 1 }),
  numberAt('spareUnits', { path: ['staging', 'spare'], when: staged, ...COUNT, max: 100 }),
  numberAt('startAbove', { path: ['staging', 'startAbove'], when: staged, ...PERCENT }),
  numberAt('stopBelow', { path: ['staging', 'stopBelow'], when: staged, ...PERCENT }),
  numberAt('stageStart', { path: ['staging', 'startSeconds'], when: staged, ...SECONDS }),
  numberAt('stageStop', { path: ['staging', 'stopSeconds'], when: staged, ...SECONDS }),
  numberAt('minOn', { path: ['staging', 'minOnSeconds'], when: staged, ...SECONDS }),
  numberAt('minOff', { path: ['staging', 'minOffSeconds'], when: staged, ...SECONDS }),
  numberAt('rotateHours', {
    path: ['staging', 'rotateHours'],
    when: staged,
    unit: 'h',
    step: 24,
    min: 0.1,
    max: 8784,
    decimals: 1,
    optional: true,
  }),
];

/** What drives the units of a zone in common. */
export function controlZoneSections(site: Site): readonly FieldSection<ControlZone>[] {
  return [
    { id: 'zoneSupply', fields: [textAt('name', ['name'], { maxLength: 80, optional: true }), ...supplyFields()] },
    { id: 'zoneFans', fields: fanFields(site) },
    { id: 'zoneStaging', fields: stagingFields },
  ];
}
