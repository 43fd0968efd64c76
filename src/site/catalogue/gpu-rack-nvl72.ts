import { nvl72Chip, nvl72Clocks, nvl72Fan, nvl72Mass, nvl72Sources } from './nvl72-parts';
import type { ServerType } from './server-type';

const power =
  'Full load 132 kW, 115 kW of it by liquid and 17 kW by air: figures in circulation for GB200 NVL72 racks (about 120-132 kW); idle 30 kW and the straight line between are assumptions';

export const gpuRackNvl72: ServerType = {
  id: 'gpu-rack-nvl72',
  name: 'GPU rack of the NVL72 class, 72 GPUs, liquid and air',
  kind: 'gpu-rack',
  uSize: 42,
  serversPerUSize: 1,
  powerCurveW: [30_000, 40_200, 50_400, 60_600, 70_800, 81_000, 91_200, 101_400, 111_600, 121_800, 132_000],
  work: { unit: 'GPU-s', peakPerSecond: 72 },
  pStates: nvl72Clocks,
  fan: nvl72Fan,
  chip: { ...nvl72Chip, fixedResistanceShare: 0.3, heatCapacityJK: 43_200 },
  ...nvl72Mass,
  status: 'assumption',
  source: power,
  figures: {
    power: { status: 'assumption', source: `${power}.` },
    work: {
      status: 'published',
      source: '72 GPUs deliver 72 GPU-seconds a second at full load, by definition of the unit.',
    },
    pStates: { status: 'assumption', source: 'Clocks and voltages chosen to resemble GPUs of this generation.' },
    fan: { status: 'assumption', source: 'Chosen for a rise of 15 K of the 17 kW in air at 80 % speed.' },
    thermal: nvl72Sources.thermal,
    liquid: { status: 'assumption', source: '115 of 132 kW, as under power.' },
    chip: nvl72Sources.chip,
  },
};
