import type { ServerType } from './server-type';

/** What racks of the NVL72 class have in common, however their power and work are counted: clocks, and fans for the air share. */
export const nvl72Clocks: ServerType['pStates'] = [
  { hertz: 1.965e9, volts: 1.05 },
  { hertz: 1.7e9, volts: 0.94 },
  { hertz: 1.4e9, volts: 0.83 },
  { hertz: 1.1e9, volts: 0.75 },
  { hertz: 0.7e9, volts: 0.7 },
];

export const nvl72Fan: ServerType['fan'] = {
  ratedAirflowM3s: 1.17,
  ratedPowerW: 1500,
  minSpeed: 0.3,
  nominalSpeed: 0.8,
};

/** Liquid-cooled chips; how much of their resistance is fixed and what heat they hold differs with what counts as a chip. */
export const nvl72Chip = {
  cooling: 'liquid',
  targetCelsius: 75,
  throttleCelsius: 87,
  shutdownCelsius: 95,
  leakageShare: 0.15,
  leakagePerKelvin: 0.015,
  coolantCelsius: 40,
} as const;

export const nvl72Mass = {
  massKg: 1360,
  specificHeatJKgK: 600,
  effectiveness: 0.81,
  lambda: 0.03,
  liquidFraction: 0.871,
} as const;

/** Where those figures come from. */
export const nvl72Sources = {
  thermal: {
    status: 'assumption',
    source:
      'Mass of a filled rack as given by its makers; heat capacity and effectiveness of the 2U server of VanGilder et al. 2013.',
  },
  chip: {
    status: 'assumption',
    source: 'Cold plates in water of 40 °C that hold 75 °C at full load; limits as for the air-cooled nodes.',
  },
} as const;
