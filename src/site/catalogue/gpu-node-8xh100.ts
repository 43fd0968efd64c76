import type { ServerType } from './server-type';

export const gpuNode8xH100: ServerType = {
  id: 'gpu-node-8xh100',
  name: 'GPU node, 8 x H100, air-cooled',
  kind: 'gpu-node',
  uSize: 8,
  serversPerUSize: 1,
  powerCurveW: [2200, 3000, 3800, 4600, 5400, 6200, 7000, 7800, 8600, 9400, 10_200],
  work: { unit: 'GPU-s', peakPerSecond: 8 },
  pStates: [
    { hertz: 1.98e9, volts: 1.05 },
    { hertz: 1.755e9, volts: 0.95 },
    { hertz: 1.41e9, volts: 0.83 },
    { hertz: 1.095e9, volts: 0.75 },
    { hertz: 0.705e9, volts: 0.7 },
  ],
  fan: { ratedAirflowM3s: 0.65, ratedPowerW: 1600, minSpeed: 0.3, nominalSpeed: 0.8 },
  chip: {
    cooling: 'air',
    targetCelsius: 75,
    throttleCelsius: 87,
    shutdownCelsius: 95,
    fixedResistanceShare: 0.3,
    heatCapacityJK: 7200,
    leakageShare: 0.15,
    leakagePerKelvin: 0.015,
  },
  massKg: 130,
  specificHeatJKgK: 600,
  effectiveness: 0.81,
  lambda: 0.03,
  liquidFraction: 0,
  status: 'assumption',
  source:
    'Full load 10.2 kW: maximum of the NVIDIA DGX H100 (8 GPUs of 700 W); idle 2.2 kW and the straight line between are assumptions',
  figures: {
    power: {
      status: 'assumption',
      source:
        'Full load 10.2 kW: maximum of the NVIDIA DGX H100 (8 GPUs of 700 W). Idle 2.2 kW and the straight line between are assumptions.',
    },
    work: {
      status: 'published',
      source: 'Eight GPUs deliver eight GPU-seconds a second at full load, by definition of the unit.',
    },
    pStates: {
      status: 'assumption',
      source: 'Highest clock 1.98 GHz (H100 SXM); the rest and all voltages are assumptions.',
    },
    fan: { status: 'assumption', source: 'Chosen for a rise of 16 K at 10.2 kW and 80 % speed.' },
    thermal: {
      status: 'assumption',
      source:
        'Mass of an 8U node of this class; heat capacity and effectiveness of the 2U server of VanGilder et al. 2013.',
    },
    liquid: { status: 'published', source: 'Air-cooled.' },
    chip: {
      status: 'assumption',
      source:
        'Slowdown and shutdown temperatures of this order are reported by the driver; heat sinks of 900 J/K each.',
    },
  },
};
