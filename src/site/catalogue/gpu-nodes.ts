import type { ServerType } from './server-type';

/** Eight accelerators in an air-cooled node: what is known of each generation. */
interface Node {
  id: string;
  name: string;
  uSize: number;
  massKg: number;
  gpu: { name: string; idleW: number; peakW: number; tflops: number; hertz: readonly number[] };
  restIdleW: number;
  restPeakW: number;
  fan: ServerType['fan'];
  powerText: string;
  workText: string;
}

const VOLTS = [1.05, 0.95, 0.83, 0.75, 0.7];

/** P = C V² f a of the accelerators and the rest of the node, and a platinum supply. */
function node(given: Node): ServerType {
  return {
    id: given.id,
    name: given.name,
    kind: 'gpu-node',
    uSize: given.uSize,
    serversPerUSize: 1,
    components: {
      parts: [
        { name: given.gpu.name, count: 8, idleW: given.gpu.idleW, peakW: given.gpu.peakW },
        { name: 'Processors, memory, network, drives, fans', count: 1, idleW: given.restIdleW, peakW: given.restPeakW },
      ],
      conversions: [{ fixedW: 60, efficiency: 0.945 }],
    },
    work: { unit: 'TFLOP', peakPerSecond: 8 * given.gpu.tflops },
    pStates: given.gpu.hertz.map((hertz, n) => ({ hertz, volts: VOLTS[n]! })),
    fan: given.fan,
    chip: {
      cooling: 'air',
      targetCelsius: 75,
      throttleCelsius: 87,
      shutdownCelsius: 95,
      fixedResistanceShare: 0.3,
      heatCapacityJK: 8 * 900,
      leakageShare: 0.15,
      leakagePerKelvin: 0.015,
    },
    idleState: { powerW: Math.round(0.8 * (8 * given.gpu.idleW + given.restIdleW)), wakeSeconds: 0.05 },
    standbyW: 60,
    psuClass: 'platinum',
    massKg: given.massKg,
    specificHeatJKgK: 600,
    effectiveness: 0.81,
    lambda: 0.03,
    liquidFraction: 0,
    status: 'assumption',
    source: given.powerText,
    figures: {
      power: { status: 'assumption', source: given.powerText },
      work: { status: 'published', source: given.workText },
      pStates: {
        status: 'assumption',
        source: 'Highest clock from the data sheet (from memory, to be checked); the rest and all voltages chosen.',
      },
      fan: { status: 'assumption', source: 'Chosen for a rise of some 16 K at full load and 80 % speed.' },
      thermal: {
        status: 'assumption',
        source:
          'Mass of a node of this class (from memory, to be checked); heat capacity and effectiveness of the 2U server of VanGilder et al. 2013.',
      },
      liquid: { status: 'published', source: 'Air-cooled.' },
      chip: {
        status: 'assumption',
        source:
          'Slowdown and shutdown temperatures of this order are reported by the driver; heat sinks of 900 J/K each.',
      },
      sleep: { status: 'assumption', source: 'Accelerators in their lowest clock, 20 % below idle; 60 W standby.' },
      psu: { status: 'assumption', source: 'Supplies of this class: 94.5 % over the load range, 60 W fixed.' },
    },
  };
}

export const gpuNodes: readonly ServerType[] = [
  node({
    id: 'gpu-node-8xa100',
    name: 'GPU node, 8 x A100, air-cooled',
    uSize: 6,
    massKg: 123,
    gpu: { name: 'A100 SXM', idleW: 55, peakW: 400, tflops: 312, hertz: [1.41e9, 1.275e9, 1.11e9, 0.915e9, 0.705e9] },
    restIdleW: 900,
    restPeakW: 2700,
    fan: { ratedAirflowM3s: 0.41, ratedPowerW: 900, minSpeed: 0.3, nominalSpeed: 0.8 },
    powerText: '400 W an accelerator (data sheet); idle power and the rest of the node are assumptions, 6.3 kW in all.',
    workText: '312 TFLOP/s dense FP16 an accelerator (NVIDIA A100 data sheet; from memory, to be checked).',
  }),
  node({
    id: 'gpu-node-8xh100-flop',
    name: 'GPU node, 8 x H100, work in TFLOP',
    uSize: 8,
    massKg: 130,
    gpu: { name: 'H100 SXM', idleW: 70, peakW: 700, tflops: 989, hertz: [1.98e9, 1.755e9, 1.41e9, 1.095e9, 0.705e9] },
    restIdleW: 1300,
    restPeakW: 3980,
    fan: { ratedAirflowM3s: 0.65, ratedPowerW: 1600, minSpeed: 0.3, nominalSpeed: 0.8 },
    powerText:
      '700 W an accelerator (data sheet), some 10.2 kW in all as the DGX H100; idle power and the rest of the node are assumptions.',
    workText: '989 TFLOP/s dense FP16 an accelerator (NVIDIA H100 data sheet; from memory, to be checked).',
  }),
  node({
    id: 'gpu-node-8xb200',
    name: 'GPU node, 8 x B200, air-cooled',
    uSize: 10,
    massKg: 142,
    gpu: { name: 'B200 SXM', idleW: 140, peakW: 1000, tflops: 2250, hertz: [1.965e9, 1.7e9, 1.4e9, 1.1e9, 0.705e9] },
    restIdleW: 1600,
    restPeakW: 5400,
    fan: { ratedAirflowM3s: 0.92, ratedPowerW: 2300, minSpeed: 0.3, nominalSpeed: 0.8 },
    powerText:
      '1000 W an accelerator (data sheet), some 14.2 kW in all as the DGX B200 (from memory, to be checked); idle power and the rest are assumptions.',
    workText: '2250 TFLOP/s dense FP16 an accelerator (NVIDIA B200 data sheet; from memory, to be checked).',
  }),
];
