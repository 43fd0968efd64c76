import type { ServerType } from './server-type';
import { SERVER_SLEEP, serverSleep } from './specpower';

const specResult =
  'SPECpower_ssj2008 result power_ssj2008-20110124-00339 (spec.org, 2011 Q1), as used by Beloglazov and Buyya 2012';

export const hpMl110G5: ServerType = {
  id: 'hp-ml110-g5',
  name: 'HP ProLiant ML110 G5 (Xeon 3075)',
  kind: 'server',
  uSize: 4,
  serversPerUSize: 1,
  powerCurveW: [93.7, 97, 101, 105, 110, 116, 121, 125, 129, 133, 135],
  work: { unit: 'ssj_ops', peakPerSecond: 98_472 },
  pStates: [
    { hertz: 2.667e9, volts: 1.25 },
    { hertz: 2.333e9, volts: 1.2 },
    { hertz: 2.0e9, volts: 1.15 },
  ],
  fan: { ratedAirflowM3s: 0.028, ratedPowerW: 16, minSpeed: 0.3, nominalSpeed: 0.5 },
  ...serverSleep(93.7),
  massKg: 20.2,
  specificHeatJKgK: 600,
  effectiveness: 0.81,
  lambda: 0.03,
  liquidFraction: 0,
  status: 'published',
  source: specResult,
  figures: {
    power: { status: 'published', source: specResult },
    work: {
      status: 'published',
      source: `${specResult}; ssj_ops at 100 % target load from a public table of the same machines`,
    },
    pStates: {
      status: 'assumption',
      source: 'Multiples 6, 7 and 8 of the 333 MHz bus clock of the Xeon 3075; voltages chosen.',
    },
    fan: { status: 'assumption', source: 'Chosen for a rise of about 8 K at full load and half speed.' },
    thermal: {
      status: 'assumption',
      source:
        'Measured on a 2U server of like mass, Dell PowerEdge 2850 (VanGilder et al. 2013, ASHRAE Trans. 119(2), table 1).',
    },
    liquid: { status: 'published', source: 'Air-cooled.' },
    sleep: SERVER_SLEEP,
  },
};
