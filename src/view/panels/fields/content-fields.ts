import { SERVER_TYPES } from '../../../site/catalogue/catalogue';
import type { ServerType } from '../../../site/catalogue/server-type';
import type { Rack, RackContent } from '../../../site/schema/rack';
import { RACK_UNIT_METRES } from '../../../units/air';
import { choiceAt, type FieldSpec, numberAt } from './field-spec';
import { PERCENT } from './field-units';

const slot: readonly FieldSpec<RackContent>[] = [
  numberAt('uStart', { path: ['uStart'], unit: 'U', step: 1, min: 1, max: 100, decimals: 0 }),
  numberAt('uSize', { path: ['uSize'], unit: 'U', step: 1, min: 1, max: 100, decimals: 0 }),
];

/** The rack around it: where an opening of its own begins. */
type Around = Pick<Rack, 'uBase' | 'size'>;

/** Width of the opening where none is given, m: that of the panel of EIA-310 racks. */
const PANEL_WIDTH = 0.45;

const hasVent = (content: RackContent) => content.vent !== undefined;

/** The opening through which it breathes, where that is not simply its rack units. */
const ventFields = (rack: Around | null): readonly FieldSpec<RackContent>[] => [
  {
    kind: 'switch',
    id: 'ownVent',
    read: hasVent,
    write: (content, on) => {
      const { vent: _vent, ...rest } = content;
      if (!on) return rest;
      return {
        ...content,
        vent: {
          zMin: (rack?.uBase ?? 0) + (content.uStart - 1) * RACK_UNIT_METRES,
          height: content.uSize * RACK_UNIT_METRES,
          width: Math.min(PANEL_WIDTH, rack?.size.width ?? PANEL_WIDTH),
        },
      };
    },
  },
  ...(['zMin', 'height', 'width'] as const).map((key) =>
    numberAt<RackContent>(`vent-${key}`, {
      path: ['vent', key],
      when: hasVent,
      unit: 'm',
      step: 0.05,
      min: key === 'zMin' ? 0 : 0.001,
      max: 10,
      decimals: 3,
    }),
  ),
];

const serverFields = (types: readonly ServerType[]): readonly FieldSpec<RackContent>[] => [
  choiceAt(
    'serverType',
    ['type'],
    types.map(({ id }) => id),
    { optionLabel: (id) => types.find((type) => type.id === id)?.name ?? id },
  ),
  numberAt('count', { path: ['count'], unit: '', step: 1, min: 1, max: 200, decimals: 0 }),
  numberAt('pinnedUtilisation', {
    path: ['pinnedUtilisation'],
    unit: '%',
    scale: 100,
    step: 5,
    min: 0,
    max: 100,
    optional: true,
    decimals: 1,
  }),
  numberAt('frequencyCap', { path: ['frequencyCap'], ...PERCENT, optional: true }),
  numberAt('powerCap', { path: ['powerCapW'], unit: 'W', step: 10, min: 0, optional: true, decimals: 0 }),
  numberAt('groupHeatSink', {
    path: ['heatSinkResistance'],
    ...PERCENT,
    min: 30,
    max: 200,
    optional: true,
  }),
  numberAt('liquidShare', { path: ['liquidFraction'], ...PERCENT, optional: true }),
  ...slot,
];

const chassis: readonly FieldSpec<RackContent>[] = [
  numberAt('chassisPower', { path: ['powerW'], unit: 'W', step: 100, min: 0, decimals: 1 }),
  numberAt('chassisAirflow', { path: ['airflowM3s'], unit: 'm³/s', step: 0.01, min: 0, decimals: 4 }),
  numberAt('liquidShare', { path: ['liquidFraction'], ...PERCENT }),
  numberAt('heatCapacity', { path: ['heatCapacityJK'], unit: 'J/K', step: 1000, min: 0, decimals: 0 }),
  ...slot,
];

/** Fields of what fills a slot of a rack; `types` are those that the site may name. */
export function contentFields(
  kind: RackContent['kind'],
  types: readonly ServerType[] = SERVER_TYPES,
  rack: Around | null = null,
): readonly FieldSpec<RackContent>[] {
  return [...(kind === 'servers' ? serverFields(types) : chassis), ...ventFields(rack)];
}
