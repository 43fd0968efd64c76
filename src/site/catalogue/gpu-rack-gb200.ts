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
  pStates: [
    { hertz: 1.965e9, volts: 1.05 },
    { hertz: 1.7e9, volts: 0.94 },
    { hertz: 1.4e9, volts: 0.83 },
    { hertz: 1.1e9, volts: 0.75 },
    { hertz: 0.7e9, volts: 0.7 },
  ],
  fan: { ratedAirflowM3s: 1.17, ratedPowerW: 1500, minSpeed: 0.3, nominalSpeed: 0.8 },
  chip: {
    cooling: 'liquid',
    targetCelsius: 75,
    throttleCelsius: 87,
    shutdownCelsius: 95,
    fixedResistanceShare: 0.9,
    heatCapacityJK: 72 * 600,
    leakageShare: 0.15,
    leakagePerKelvin: 0.015,
    coolantCelsius: 40,
  },
  standbyW: 1500,
  psuClass: 'titanium',
  massKg: 1360,
  specificHeatJKgK: 600,
  effectiveness: 0.81,
  lambda: 0.03,
  liquidFraction: 0.871,
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
    thermal: {
      status: 'assumption',
      source:
        'Mass of a filled rack as given by its makers; heat capacity and effectiveness of the 2U server of VanGilder et al. 2013.',
    },
    liquid: { status: 'assumption', source: '115 of 132 kW by liquid and 17 by air: figures in circulation.' },
    chip: {
      status: 'assumption',
      source: 'Cold plates in water of 40 °C that hold 75 °C at full load; limits as for the air-cooled nodes.',
    },
    sleep: { status: 'assumption', source: 'It does not sleep; 1.5 kW standby.' },
    psu: { status: 'assumption', source: 'Power shelves of 96.5 % and 900 W fixed.' },
  },
};
