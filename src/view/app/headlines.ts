import type { FrameLayout, FrameScalar } from '../../frame/layout';
import type { MetricKey } from '../../metrics-info/definitions';
import type { Site } from '../../site/schema/site';
import {
  formatCelsius,
  formatPlain,
  formatPower,
  formatWorkPerEnergy,
  formatWorkRate,
  type Shown,
} from '../numbers/format';

export type HeadlineId = 'facilityPower' | 'eer' | 'worstInlet' | 'pue';

/** A headline number: where it is in a frame, how it is written, and what it is made of. */
export interface Headline {
  id: HeadlineId;
  scalar: FrameScalar;
  format(value: number, layout: FrameLayout | null): Shown;
  /** Its definition; null where the texts of the interface hold it. */
  metric: MetricKey | null;
  /** Numbers that go into it, in the order of its formula. */
  inputs: readonly { scalar: FrameScalar; format(value: number, layout: FrameLayout | null): Shown }[];
}

const power = (scalar: FrameScalar) => ({ scalar, format: formatPower });
const temperature = (scalar: FrameScalar) => ({ scalar, format: formatCelsius });

export const HEADLINES: readonly Headline[] = [
  {
    id: 'facilityPower',
    metric: 'facilityW',
    scalar: 'facilityW',
    format: formatPower,
    inputs: [power('itW'), power('serverFansW'), power('coolingW'), power('lossesW'), power('otherW')],
  },
  {
    id: 'eer',
    metric: 'eer',
    scalar: 'eer',
    format: (value, layout) => formatWorkPerEnergy(value, layout?.workUnit ?? null),
    inputs: [
      { scalar: 'workRate', format: (value, layout) => formatWorkRate(value, layout?.workUnit ?? null) },
      power('facilityW'),
    ],
  },
  {
    id: 'worstInlet',
    metric: null,
    scalar: 'inletMaxCelsius',
    format: formatCelsius,
    inputs: [temperature('inletMaxCelsius'), temperature('inletMeanCelsius'), temperature('inletMinCelsius')],
  },
  {
    id: 'pue',
    metric: 'pue',
    scalar: 'pue',
    format: formatPlain,
    inputs: [power('facilityW'), power('itW')],
  },
];

/** What a site must say before a number can be known; keys of the texts that explain it. */
export type MissingPart = 'electrical' | 'plant' | 'outdoor' | 'servers' | 'racks' | 'firstFrame';

/** Why a headline number is unknown, as far as the document tells. */
export function missingParts(id: HeadlineId, site: Site, workUnit: string | null): MissingPart[] {
  if (id === 'worstInlet') return site.racks.length === 0 ? ['racks'] : ['firstFrame'];
  const missing: MissingPart[] = [];
  if (site.racks.length === 0 && id !== 'facilityPower') missing.push('racks');
  if (id === 'eer' && workUnit === null) missing.push('servers');
  if (site.electrical === undefined) missing.push('electrical');
  const mediums = new Set(site.coolingUnits.filter((unit) => unit.running).map((unit) => unit.medium));
  if (mediums.has('chilled-water') && site.plant === undefined) missing.push('plant');
  if (mediums.has('dx') && site.plant === undefined && site.outdoor === undefined) missing.push('outdoor');
  return missing.length > 0 ? missing : ['firstFrame'];
}
