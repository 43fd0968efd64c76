import type { ServerType } from './server-type';
import { SERVER_SLEEP, serverSleep } from './specpower';

const specResult = 'SPECpower_ssj2008 result power_ssj2008-20110406-00368 (spec.org, 2011 Q2)';

export const ibmX3550M3: ServerType = {
  id: 'ibm-x3550-m3',
  name: 'IBM System x3550 M3 (2 x Xeon X5675)',
  kind: 'server',
  uSize: 1,
  serversPerUSize: 1,
  powerCurveW: [58.4, 98, 109, 118, 128, 140, 153, 170, 189, 205, 222],
  work: { unit: 'ssj_ops', peakPerSecond: 890_651 },
  pStates: [
    { hertz: 3.067e9, volts: 1.2 },
    { hertz: 2.8e9, volts: 1.15 },
    { hertz: 2.4e9, volts: 1.07 },
    { hertz: 2.0e9, volts: 0.99 },
    { hertz: 1.6e9, volts: 0.92 },
  ],
  fan: { ratedAirflowM3s: 0.034, ratedPowerW: 72, minSpeed: 0.3, nominalSpeed: 0.5 },
  ...serverSleep(58.4),
  massKg: 9.9,
  specificHeatJKgK: 480,
  effectiveness: 0.81,
  lambda: 0.06,
  liquidFraction: 0,
  status: 'published',
  source: specResult,
  figures: {
    power: { status: 'published', source: specResult },
    work: { status: 'published', source: `${specResult}, ssj_ops at 100 % target load` },
    pStates: {
      status: 'assumption',
      source:
        'Multiples of 133 MHz between the 1.6 GHz and 3.07 GHz of the Xeon X5675; voltages chosen inside its VID range.',
    },
    fan: {
      status: 'assumption',
      source:
        '17 L/s at half speed, as measured on a 1U server by VanGilder et al. 2013 (ASHRAE Trans. 119(2)); fan power chosen.',
    },
    thermal: {
      status: 'assumption',
      source: 'Measured on another 1U server, Dell R210 (VanGilder et al. 2013, ASHRAE Trans. 119(2), table 1).',
    },
    liquid: { status: 'published', source: 'Air-cooled.' },
    sleep: SERVER_SLEEP,
  },
};
