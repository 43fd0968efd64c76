import type { Frame, FrameBlock, FrameLayout } from '../../frame/layout';
import type { EntityKind } from '../../site/entity';
import { formatAirflow, formatCelsius, formatPower, formatShare, formatSpeed, type Shown } from '../numbers/format';
import { indexIn } from '../numbers/frame-index';

/** How the values of several entities become one. */
type Combine = 'sum' | 'mean' | 'min' | 'max';

export interface LiveValue {
  id: string;
  block: FrameBlock;
  combine: Combine;
  format(value: number): Shown;
}

interface LiveGroup {
  ids(layout: FrameLayout): readonly string[];
  values: readonly LiveValue[];
}

const celsius = (id: string, block: FrameBlock, combine: Combine = 'mean'): LiveValue => ({
  id,
  block,
  combine,
  format: formatCelsius,
});
const power = (id: string, block: FrameBlock): LiveValue => ({ id, block, combine: 'sum', format: formatPower });
const count = (id: string, block: FrameBlock): LiveValue => ({
  id,
  block,
  combine: 'sum',
  format: (value) => ({ text: String(Math.round(value)), unit: '' }),
});
const airflow = (block: FrameBlock): LiveValue => ({ id: 'airflow', block, combine: 'sum', format: formatAirflow });

/** What a frame tells of each kind of entity. Containment and obstacles have no values of their own. */
export const LIVE_VALUES: { readonly [K in EntityKind]?: LiveGroup } = {
  rack: {
    ids: (layout) => layout.rackIds,
    values: [
      celsius('inlet-min', 'rackInletMinCelsius', 'min'),
      celsius('inlet-mean', 'rackInletMeanCelsius'),
      celsius('inlet-max', 'rackInletMaxCelsius', 'max'),
      celsius('outlet-mean', 'rackOutletMeanCelsius'),
      power('power', 'rackPowerW'),
      airflow('rackAirflowM3s'),
      { id: 'utilisation', block: 'rackUtilisation', combine: 'mean', format: formatShare },
      celsius('chip-max', 'rackChipMaxCelsius', 'max'),
      power('server-fans', 'rackFanPowerW'),
      count('throttled', 'rackServersThrottled'),
      count('asleep', 'rackServersAsleep'),
      count('off', 'rackServersOff'),
    ],
  },
  coolingUnit: {
    ids: (layout) => layout.unitIds,
    values: [
      celsius('supply', 'unitSupplyCelsius'),
      celsius('setpoint', 'unitSetpointCelsius'),
      { id: 'fan-speed', block: 'unitFanSpeed', combine: 'mean', format: formatShare },
      celsius('return', 'unitReturnCelsius'),
      power('heat', 'unitHeatW'),
      power('loop-heat', 'unitLoopHeatW'),
      power('unit-power', 'unitPowerW'),
      airflow('unitAirflowM3s'),
    ],
  },
  tile: {
    ids: (layout) => layout.tileIds,
    values: [
      airflow('tileAirflowM3s'),
      celsius('air', 'tileCelsius'),
      { id: 'share-of-even', block: 'tileShareOfEven', combine: 'mean', format: formatShare },
    ],
  },
  ceilingGrille: { ids: (layout) => layout.grilleIds, values: [airflow('grilleAirflowM3s')] },
  opening: {
    ids: (layout) => layout.openingIds,
    values: [airflow('openingAirflowM3s'), celsius('air', 'openingCelsius')],
  },
  sensor: {
    ids: (layout) => layout.sensorIds,
    values: [
      celsius('air', 'sensorCelsius'),
      { id: 'speed', block: 'sensorSpeedMs', combine: 'mean', format: formatSpeed },
    ],
  },
};

/** The value over the entities named; NaN where one of them is not known. */
export function combined(frame: Frame, kind: EntityKind, value: LiveValue, ids: readonly string[]): number {
  const known = LIVE_VALUES[kind]!.ids(frame.layout);
  const block = frame.blocks[value.block];
  let result = value.combine === 'min' ? Infinity : value.combine === 'max' ? -Infinity : 0;
  for (const id of ids) {
    const index = indexIn(known, id);
    if (index < 0) return Number.NaN;
    const next = block[index]!;
    if (value.combine === 'min') result = Math.min(result, next);
    else if (value.combine === 'max') result = Math.max(result, next);
    else result += next;
  }
  return value.combine === 'mean' ? result / ids.length : result;
}
