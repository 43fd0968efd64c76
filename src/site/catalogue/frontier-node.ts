import type { ServerType } from './server-type';

const raps = 'ExaDigiT/RAPS, config/frontier.yaml (public repository)';

export const frontierNode: ServerType = {
  id: 'frontier-node',
  name: 'Frontier node (EPYC, 4 x MI250X), liquid',
  kind: 'gpu-node',
  uSize: 1,
  serversPerUSize: 2,
  components: {
    parts: [
      { name: 'Processor', count: 1, idleW: 90, peakW: 280 },
      { name: 'Accelerator', count: 4, idleW: 88, peakW: 560 },
      { name: 'Memory', count: 1, idleW: 74.26, peakW: 74.26 },
      { name: 'Network adapter', count: 4, idleW: 20, peakW: 20 },
      { name: 'Drives', count: 1, idleW: 30, peakW: 30 },
    ],
    conversions: [
      { fixedW: 13, efficiency: 0.98 },
      { fixedW: 4.25, efficiency: 0.96 },
    ],
  },
  work: { unit: 'GPU-s', peakPerSecond: 4 },
  pStates: [
    { hertz: 1.7e9, volts: 1.0 },
    { hertz: 1.4e9, volts: 0.88 },
    { hertz: 1.1e9, volts: 0.78 },
    { hertz: 0.8e9, volts: 0.7 },
  ],
  fan: { ratedAirflowM3s: 0.02, ratedPowerW: 5, minSpeed: 0.3, nominalSpeed: 0.6 },
  chip: {
    cooling: 'liquid',
    targetCelsius: 75,
    throttleCelsius: 95,
    shutdownCelsius: 105,
    fixedResistanceShare: 0.9,
    heatCapacityJK: 3000,
    leakageShare: 0.15,
    leakagePerKelvin: 0.015,
    coolantCelsius: 32,
  },
  standbyW: 40,
  massKg: 40,
  specificHeatJKgK: 600,
  effectiveness: 0.81,
  lambda: 0.03,
  liquidFraction: 0.95,
  status: 'published',
  source: raps,
  figures: {
    power: {
      status: 'published',
      source: `${raps}: processor 90-280 W, accelerators 88-560 W, memory 74.26 W, network 4 x 20 W, drives 30 W; converter (P + 13 W)/0.98, rectifier for four nodes (P + 17 W)/0.96.`,
    },
    work: {
      status: 'published',
      source: 'Four accelerators deliver four GPU-seconds a second, by definition of the unit.',
    },
    pStates: { status: 'assumption', source: 'Highest clock 1.7 GHz of the MI250X; the rest and all voltages chosen.' },
    fan: { status: 'assumption', source: 'The node has no fans of note; a little air for what is not on cold plates.' },
    thermal: {
      status: 'assumption',
      source: 'Half a blade of some 80 kg; heat capacity of the 2U server of VanGilder et al. 2013.',
    },
    liquid: { status: 'assumption', source: 'Nearly all of its heat leaves by water; 95 % chosen.' },
    chip: { status: 'assumption', source: 'Cold plates in water of 32 °C; temperatures chosen.' },
    sleep: { status: 'assumption', source: 'It does not sleep; 40 W standby.' },
  },
};
