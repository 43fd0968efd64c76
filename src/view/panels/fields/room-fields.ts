import type { Site } from '../../../site/schema/site';
import { fabricFields } from './fabric-fields';
import { type FieldSpec, numberAt } from './field-spec';
import { CELSIUS, METRES, PERCENT } from './field-units';
import { plenumMassFields } from './mass-fields';

const DEFAULT_FLOOR = { height: 0.6, leakageFraction: 0, plenum: 'two-dimensional' } as const;
const DEFAULT_CEILING = { height: 0.6 };

/** The room box, its plenums, and how finely its air is computed. */
export const roomFields: readonly FieldSpec<Site>[] = [
  numberAt('roomWidth', { path: ['room', 'width'], min: 1, max: 500, ...METRES }),
  numberAt('roomDepth', { path: ['room', 'depth'], min: 1, max: 500, ...METRES }),
  numberAt('roomHeight', { path: ['room', 'height'], min: 1.5, max: 30, ...METRES }),
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
    ...CELSIUS,
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
    ...CELSIUS,
  }),
  ...fabricFields,
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
    ...METRES,
  }),
  numberAt('floorLeakage', {
    path: ['raisedFloor', 'leakageFraction'],
    when: (site) => site.raisedFloor !== undefined,
    ...PERCENT,
    step: 1,
  }),
  {
    kind: 'choice',
    id: 'plenum',
    options: ['two-dimensional', 'uniform'],
    when: (site) => site.raisedFloor !== undefined,
    read: (site) => site.raisedFloor?.plenum ?? 'uniform',
    write: (site, plenum) =>
      site.raisedFloor === undefined
        ? site
        : { ...site, raisedFloor: { ...site.raisedFloor, plenum: plenum as 'two-dimensional' | 'uniform' } },
  },
  ...plenumMassFields,
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
    ...METRES,
  }),
  numberAt('initialCelsius', { path: ['room', 'initialCelsius'], ...CELSIUS }),
  numberAt('floorGrid', { path: ['floorGrid'], min: 0.01, max: 5, ...METRES }),
  numberAt('cellSize', { path: ['cellSize'], min: 0.02, max: 5, optional: true, unit: 'm', step: 0.05, decimals: 3 }),
];
