import type { Frame, FrameScalar } from '../../frame/layout';
import { readScalar } from '../../frame/layout';
import type { MetricKey } from '../../metrics-info/definitions';
import type { AshraeLimits } from '../../site/ashrae';
import {
  formatAirflow,
  formatCelsius,
  formatCount,
  formatIndex,
  formatPercentValue,
  formatPlain,
  formatPower,
  formatSeconds,
  formatWorkPerEnergy,
  formatWorkRate,
  type Shown,
} from '../numbers/format';

/** What a reading may need beside the frame. */
export interface MetricContext {
  limits: AshraeLimits;
}

/** A number that goes into a metric; `id` names its text. */
export interface MetricInput {
  id: string;
  read(frame: Frame, context: MetricContext): number;
  format(value: number, frame: Frame | null): Shown;
}

/** What to give where a metric is not known; keys of texts. */
export type MetricNeed = 'electrical' | 'plant' | 'water' | 'carbon' | 'tariff' | 'reuse' | 'work' | 'battery' | 'flow';

export interface ListedMetric {
  metric: MetricKey;
  read(frame: Frame): number;
  format(value: number, frame: Frame | null): Shown;
  inputs: readonly MetricInput[];
  needs: MetricNeed;
}

const scalar = (name: FrameScalar) => (frame: Frame) => readScalar(frame, name);
const power = (name: FrameScalar): MetricInput => ({ id: name, read: scalar(name), format: formatPower });
const celsius = (name: FrameScalar): MetricInput => ({ id: name, read: scalar(name), format: formatCelsius });
const plain = (id: string, read: MetricInput['read'], format: (value: number) => Shown): MetricInput => ({
  id,
  read,
  format,
});

const unit = (text: string) => (value: number) => ({ ...formatPlain(value), unit: text });
const perKWh = (what: string) => unit(`${what}/kWh`);

/** Mean over chassis weighted by their flow, °C. */
function flowMean({ blocks }: Frame, celsiusBlock: 'chassisInletCelsius' | 'chassisOutletCelsius'): number {
  let flow = 0;
  let carried = 0;
  blocks.chassisAirflowM3s.forEach((airflow, n) => {
    if (!(airflow > 0)) return;
    flow += airflow;
    carried += airflow * blocks[celsiusBlock][n]!;
  });
  return flow > 0 ? carried / flow : Number.NaN;
}

/** Sum over the inlets of how far they are beyond a limit, K. */
function beyond({ blocks }: Frame, excess: (celsius: number) => number): number {
  return blocks.chassisInletCelsius.reduce(
    (sum, inlet) => (Number.isNaN(inlet) ? sum : sum + Math.max(0, excess(inlet))),
    0,
  );
}

const inletCount = ({ blocks }: Frame): number =>
  blocks.chassisInletCelsius.reduce((count, inlet) => (Number.isNaN(inlet) ? count : count + 1), 0);

const kelvin = unit('K');
const outletMean = plain('outletMeanCelsius', (frame) => flowMean(frame, 'chassisOutletCelsius'), formatCelsius);
const rackFlow = plain(
  'rackAirflowM3s',
  ({ blocks }) => blocks.chassisAirflowM3s.reduce((sum, flow) => sum + flow, 0),
  formatAirflow,
);
const workRate: MetricInput = {
  id: 'workRate',
  read: scalar('workRate'),
  format: (value, frame) => formatWorkRate(value, frame?.layout.workUnit ?? null),
};
const rci = (
  metric: 'rciHi' | 'rciLo',
  excess: (limits: AshraeLimits) => (celsius: number) => number,
  span: (limits: AshraeLimits) => number,
): ListedMetric => ({
  metric,
  read: scalar(metric),
  format: formatPercentValue,
  inputs: [
    plain('inletCount', inletCount, formatCount),
    plain('beyondKelvin', (frame, { limits }) => beyond(frame, excess(limits)), kelvin),
    plain('allowedKelvin', (_, { limits }) => span(limits), kelvin),
  ],
  needs: 'flow',
});
const ratio = (metric: MetricKey & FrameScalar, inputs: readonly MetricInput[], needs: MetricNeed): ListedMetric => ({
  metric,
  read: scalar(metric),
  format: formatPlain,
  inputs,
  needs,
});

/** Metrics in the order in which they should be read: total power and work per energy first, PUE after them. */
export const METRIC_GROUPS: readonly { id: 'energy' | 'use' | 'air'; metrics: readonly ListedMetric[] }[] = [
  {
    id: 'energy',
    metrics: [
      {
        metric: 'facilityW',
        read: scalar('facilityW'),
        format: formatPower,
        inputs: [power('itW'), power('coolingW'), power('lossesW'), power('otherW')],
        needs: 'electrical',
      },
      {
        metric: 'eer',
        read: scalar('eer'),
        format: (value, frame) => formatWorkPerEnergy(value, frame?.layout.workUnit ?? null),
        inputs: [workRate, power('facilityW')],
        needs: 'work',
      },
      ratio('pue', [power('facilityW'), power('itW')], 'electrical'),
      ratio('dcie', [power('itW'), power('facilityW')], 'electrical'),
      ratio('ppueCooling', [power('itW'), power('coolingW')], 'plant'),
      ratio('ppuePower', [power('itW'), power('lossesW')], 'electrical'),
      {
        metric: 'lossesW',
        read: scalar('lossesW'),
        format: formatPower,
        inputs: [
          power('transformerLossW'),
          power('switchgearLossW'),
          power('upsLossW'),
          power('pduLossW'),
          power('rackPduLossW'),
        ],
        needs: 'electrical',
      },
      {
        metric: 'coolingW',
        read: scalar('coolingW'),
        format: formatPower,
        inputs: [
          power('unitFansW'),
          power('chillersW'),
          power('compressorsW'),
          power('pumpsW'),
          power('towersW'),
          power('liquidW'),
        ],
        needs: 'plant',
      },
      {
        metric: 'coolingEer',
        read: scalar('coolingEer'),
        format: unit('Btu/h/W'),
        inputs: [power('coolingHeatW'), power('coolingW')],
        needs: 'plant',
      },
      {
        metric: 'serverFansW',
        read: scalar('serverFansW'),
        format: formatPower,
        inputs: [power('itW')],
        needs: 'work',
      },
      {
        metric: 'rideThroughSeconds',
        read: scalar('rideThroughSeconds'),
        format: formatSeconds,
        inputs: [power('itW'), power('upsLossW')],
        needs: 'battery',
      },
    ],
  },
  {
    id: 'use',
    metrics: [
      {
        metric: 'wue',
        read: scalar('wue'),
        format: perKWh('L'),
        inputs: [plain('waterLps', scalar('waterLps'), unit('L/s')), power('itW')],
        needs: 'water',
      },
      {
        metric: 'cue',
        read: scalar('cue'),
        format: perKWh('kg'),
        inputs: [power('utilityW'), plain('carbonKgPerKWh', scalar('carbonKgPerKWh'), perKWh('kg')), power('itW')],
        needs: 'carbon',
      },
      ratio('ere', [power('facilityW'), power('heatReuseW'), power('itW')], 'reuse'),
      {
        metric: 'costPerHour',
        read: scalar('costPerHour'),
        format: unit('/h'),
        inputs: [
          power('utilityW'),
          plain('pricePerKWh', scalar('pricePerKWh'), unit('/kWh')),
          plain('waterLps', scalar('waterLps'), unit('L/s')),
          plain('waterPricePerM3', scalar('waterPricePerM3'), unit('/m³')),
        ],
        needs: 'tariff',
      },
    ],
  },
  {
    id: 'air',
    metrics: [
      rci(
        'rciHi',
        (l) => (c) => c - l.recommendedMaxCelsius,
        (l) => l.allowableMaxCelsius - l.recommendedMaxCelsius,
      ),
      rci(
        'rciLo',
        (l) => (c) => l.recommendedMinCelsius - c,
        (l) => l.recommendedMinCelsius - l.allowableMinCelsius,
      ),
      {
        metric: 'rti',
        read: scalar('rti'),
        format: formatPercentValue,
        inputs: [celsius('returnCelsius'), celsius('supplyCelsius'), celsius('inletMeanCelsius'), outletMean],
        needs: 'flow',
      },
      {
        metric: 'shi',
        read: scalar('shi'),
        format: formatIndex,
        inputs: [celsius('inletMeanCelsius'), celsius('supplyCelsius'), outletMean, rackFlow],
        needs: 'flow',
      },
      {
        metric: 'rhi',
        read: scalar('rhi'),
        format: formatIndex,
        inputs: [plain('shi', scalar('shi'), formatIndex)],
        needs: 'flow',
      },
      {
        metric: 'beta',
        read: (frame) =>
          (readScalar(frame, 'inletMeanCelsius') - readScalar(frame, 'supplyCelsius')) /
          (flowMean(frame, 'chassisOutletCelsius') - readScalar(frame, 'inletMeanCelsius')),
        format: formatIndex,
        inputs: [celsius('inletMeanCelsius'), celsius('supplyCelsius'), outletMean],
        needs: 'flow',
      },
      {
        metric: 'energyBalanceError',
        read: scalar('energyBalanceError'),
        format: (value) => formatPercentValue(value * 100),
        inputs: [power('rackHeatW'), power('coolingHeatW')],
        needs: 'flow',
      },
      {
        metric: 'massBalanceError',
        read: scalar('massBalanceError'),
        format: (value) => formatPercentValue(value * 100),
        inputs: [rackFlow],
        needs: 'flow',
      },
    ],
  },
];

const BY_METRIC = new Map(METRIC_GROUPS.flatMap(({ metrics }) => metrics.map((listed) => [listed.metric, listed])));

/** How a metric is shown; throws for one that is not listed, which no text may name. */
export function listedMetric(metric: MetricKey): ListedMetric {
  const listed = BY_METRIC.get(metric);
  if (listed === undefined) throw new RangeError(`The metric ${metric} is not listed.`);
  return listed;
}
