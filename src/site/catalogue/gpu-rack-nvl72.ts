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
    fixedResistanceShare: 0.3,
    heatCapacityJK: 43_200,
    leakageShare: 0.15,
    leakagePerKelvin: 0.015,
    coolantCelsius: 40,
  },
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
      source: '72 GPUs deliver 72 GPU-seconds a second at full load, by definition of the unit.',
    },
    pStates: { status: 'assumption', source: 'Clocks and voltages chosen to resemble GPUs of this generation.' },
    fan: { status: 'assumption', source: 'Chosen for a rise of 15 K of the 17 kW in air at 80 % speed.' },
    thermal: {
      status: 'assumption',
      source:
        'Mass of a filled rack as given by its makers; heat capacity and effectiveness of the 2U server of VanGilder et al. 2013.',
    },
    liquid: { status: 'assumption', source: '115 of 132 kW, as under power.' },
    chip: {
      status: 'assumption',
      source: 'Cold plates in water of 40 °C that hold 75 °C at full load; limits as for the air-cooled nodes.',
    },
  },
};
