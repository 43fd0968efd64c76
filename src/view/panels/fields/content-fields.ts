import { SERVER_TYPES } from '../../../site/catalogue/catalogue';
import type { ServerType } from '../../../site/catalogue/server-type';
import type { RackContent } from '../../../site/schema/rack';
import { choiceAt, type FieldSpec, numberAt } from './field-spec';
import { PERCENT } from './field-units';

const slot: readonly FieldSpec<RackContent>[] = [
  numberAt('uStart', { path: ['uStart'], unit: 'U', step: 1, min: 1, max: 100, decimals: 0 }),
  numberAt('uSize', { path: ['uSize'], unit: 'U', step: 1, min: 1, max: 100, decimals: 0 }),
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
  ...slot,
];

const chassis: readonly FieldSpec<RackContent>[] = [
  numberAt('chassisPower', { path: ['powerW'], unit: 'W', step: 100, min: 0, decimals: 1 }),
  numberAt('chassisAirflow', { path: ['airflowM3s'], unit: 'm³/s', step: 0.01, min: 0, decimals: 4 }),
  numberAt('heatCapacity', { path: ['heatCapacityJK'], unit: 'J/K', step: 1000, min: 0, decimals: 0 }),
  ...slot,
];

/** Fields of what fills a slot of a rack; `types` are those that the site may name. */
export function contentFields(
  kind: RackContent['kind'],
  types: readonly ServerType[] = SERVER_TYPES,
): readonly FieldSpec<RackContent>[] {
  return kind === 'servers' ? serverFields(types) : chassis;
}
