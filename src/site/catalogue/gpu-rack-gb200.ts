import { nvl72Chip, nvl72Clocks, nvl72Fan, nvl72Mass, nvl72Sources } from './nvl72-parts';
import type { ServerType } from './server-type';

const power =
  '36 superchips of 2700 W (two accelerators of 1200 W and a processor), switches, network, fans and power shelves, some 132 kW in all: figures in circulation for GB200 NVL72. Idle powers and the loss of the power shelves are assumptions';

export const gpuRackGb200: ServerType = {
  id: 'gpu-rack-gb200-flop',
  name: 'GPU rack of the GB200 NVL72 class, work in TFLOP',
  kind: 'gpu-rack',
  uSize: 42,
  serversPerUSize: 1,
  components: {
    parts: [
      { name: 'GB200 superchip', count: 36, idleW: 560, peakW: 2700 },
      { name: 'NVLink switch tray', count: 9, idleW: 1100, peakW: 1500 },
      { name: 'Memory, network, drives, fans', count: 18, idleW: 380, peakW: 820 },
    ],
    conversions: [{ fixedW: 900, efficiency: 0.965 }],
  },
  work: { unit: 'TFLOP', peakPerSecond: 72 * 2500 },
  pStates: nvl72Clocks,
  fan: nvl72Fan,
  chip: { ...nvl72Chip, fixedResistanceShare: 0.9, heatCapacityJK: 72 * 600 },
  standbyW: 1500,
  psuClass: 'titanium',
  ...nvl72Mass,
  status: 'assumption',
  source: power,
  figures: {
    power: { status: 'assumption', source: `${power}.` },
    work: {
      status: 'published',
      source: '72 accelerators of 2500 TFLOP/s dense FP16 (NVIDIA GB200 data sheet; from memory, to be checked).',
    },
    pStates: {
      status: 'assumption',
      source: 'Clocks and voltages chosen to resemble accelerators of this generation.',
    },
    fan: { status: 'assumption', source: 'Chosen for a rise of some 15 K of the 17 kW in air at 80 % speed.' },
    thermal: nvl72Sources.thermal,
    liquid: { status: 'assumption', source: '115 of 132 kW by liquid and 17 by air: figures in circulation.' },
    chip: nvl72Sources.chip,
    sleep: { status: 'assumption', source: 'It does not sleep; 1.5 kW standby.' },
    psu: { status: 'assumption', source: 'Power shelves of 96.5 % and 900 W fixed.' },
  },
};
