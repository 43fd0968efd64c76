import type { Containment, Obstacle, Opening, PerforatedPanel, Sensor } from '../../../site/schema/room';
import { choiceAt, type FieldSection, type FieldSpec, numberAt, switchAt, textAt } from './field-spec';
import { panelField } from './mass-fields';
import { cornerFields, planPositionFields } from './plan-fields';

const metres = { unit: 'm', step: 0.1, decimals: 3 } as const;
const percent = { unit: '%', scale: 100, step: 5, min: 0, max: 100, decimals: 1 } as const;
const name = <E extends { name?: string }>() => textAt<E>('name', ['name'], { maxLength: 80, optional: true });

/** Floor tiles and ceiling grilles. */
export const panelSections: readonly FieldSection<PerforatedPanel>[] = [
  {
    id: 'flow',
    fields: [
      numberAt('damper', { path: ['damper'], ...percent }),
      numberAt('openArea', { path: ['openArea'], ...percent }),
      numberAt('pinnedFlow', {
        path: ['airflowM3s'],
        unit: 'm³/s',
        step: 0.05,
        min: 0,
        max: 10_000,
        optional: true,
        decimals: 3,
      }),
    ],
  },
  { id: 'place', fields: planPositionFields<PerforatedPanel>() },
  {
    id: 'size',
    fields: [
      numberAt('panelWidth', { path: ['width'], min: 0.05, max: 10, ...metres }),
      numberAt('panelDepth', { path: ['depth'], min: 0.05, max: 10, ...metres }),
    ],
  },
];

const FREE_LOSS_COEFFICIENT = 2.7;

const openingFlow: readonly FieldSpec<Opening>[] = [
  {
    kind: 'choice',
    id: 'flowKind',
    options: ['free', 'pinned'],
    read: (opening) => opening.flow.kind,
    write: (opening, kind) => ({
      ...opening,
      flow: kind === 'pinned' ? { kind, airflowM3s: 0 } : { kind: 'free', lossCoefficient: FREE_LOSS_COEFFICIENT },
    }),
  },
  numberAt('openingFlow', {
    path: ['flow', 'airflowM3s'],
    when: (opening) => opening.flow.kind === 'pinned',
    unit: 'm³/s',
    step: 0.1,
    decimals: 3,
  }),
  numberAt('lossCoefficient', {
    path: ['flow', 'lossCoefficient'],
    when: (opening) => opening.flow.kind === 'free',
    unit: '',
    step: 0.1,
    min: 0,
    decimals: 2,
  }),
  numberAt('enteringCelsius', { path: ['celsius'], unit: '°C', step: 0.5, min: -60, max: 150, decimals: 2 }),
];

export const openingSections: readonly FieldSection<Opening>[] = [
  { id: 'identity', fields: [name<Opening>()] },
  { id: 'flow', fields: openingFlow },
  {
    id: 'place',
    fields: [
      choiceAt('surface', ['surface'], ['x-min', 'x-max', 'y-min', 'y-max', 'floor', 'ceiling']),
      numberAt('x', { path: ['centre', 'x'], ...metres }),
      numberAt('y', { path: ['centre', 'y'], ...metres }),
      numberAt('z', { path: ['centre', 'z'], ...metres }),
      numberAt('width', { path: ['width'], min: 0.05, ...metres }),
      numberAt('height', { path: ['height'], min: 0.05, ...metres }),
    ],
  },
];

const SIDES = ['open', 'panel', 'door'] as const;

export const containmentSections: readonly FieldSection<Containment>[] = [
  {
    id: 'identity',
    fields: [
      name<Containment>(),
      choiceAt('aisle', ['kind'], ['hot-aisle', 'cold-aisle']),
      switchAt('openDoors', ['openDoors']),
    ],
  },
  {
    id: 'sides',
    fields: (['xMin', 'xMax', 'yMin', 'yMax', 'roof'] as const).map((side) =>
      choiceAt<Containment>(`side.${side}`, ['sides', side], SIDES),
    ),
  },
  { id: 'leaks', fields: [numberAt('leakageArea', { path: ['leakageArea'], ...percent, step: 0.5 }), panelField] },
  { id: 'corners', fields: cornerFields<Containment>() },
];

export const obstacleSections: readonly FieldSection<Obstacle>[] = [
  { id: 'identity', fields: [name<Obstacle>()] },
  { id: 'corners', fields: cornerFields<Obstacle>() },
];

export const sensorSections: readonly FieldSection<Sensor>[] = [
  { id: 'identity', fields: [name<Sensor>()] },
  {
    id: 'place',
    fields: [...planPositionFields<Sensor>(), numberAt('z', { path: ['position', 'z'], ...metres })],
  },
];
