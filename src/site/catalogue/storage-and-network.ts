import type { ServerType } from './server-type';

/** A box whose power hardly follows what the servers ask of it. */
function support(given: {
  id: string;
  name: string;
  kind: 'storage' | 'switch';
  uSize: number;
  idleW: number;
  peakW: number;
  massKg: number;
  fan: ServerType['fan'];
  powerText: string;
}): ServerType {
  const { idleW, peakW, powerText, ...own } = given;
  return {
    ...own,
    serversPerUSize: 1,
    powerCurveW: Array.from({ length: 11 }, (_, tenth) => Number((idleW + ((peakW - idleW) * tenth) / 10).toFixed(2))),
    work: { unit: 'none', peakPerSecond: null },
    pStates: [{ hertz: 1e9, volts: 1 }],
    psuClass: 'platinum',
    specificHeatJKgK: 600,
    effectiveness: 0.81,
    lambda: 0.03,
    liquidFraction: 0,
    status: 'assumption',
    source: powerText,
    figures: {
      power: { status: 'assumption', source: powerText },
      work: { status: 'published', source: 'It serves the servers and does no computing of its own.' },
      pStates: { status: 'published', source: 'It has one speed.' },
      fan: { status: 'assumption', source: 'Chosen for a rise of 10 to 15 K at full load.' },
      thermal: {
        status: 'assumption',
        source: 'Mass of such a box; heat capacity and effectiveness of the 2U server of VanGilder et al. 2013.',
      },
      liquid: { status: 'published', source: 'Air-cooled.' },
      psu: { status: 'assumption', source: 'Supplies of this class are usual.' },
    },
  };
}

export const storageAndNetwork: readonly ServerType[] = [
  support({
    id: 'storage-4u-60-disks',
    name: 'Storage shelf, 60 hard disks',
    kind: 'storage',
    uSize: 4,
    idleW: 480,
    peakW: 760,
    massKg: 80,
    fan: { ratedAirflowM3s: 0.09, ratedPowerW: 120, minSpeed: 0.3, nominalSpeed: 0.6 },
    powerText:
      '60 disks of 5.5 W idle and 9 W busy, expanders and fans: figures of this class (from memory, to be checked).',
  }),
  support({
    id: 'storage-2u-24-flash',
    name: 'Storage shelf, 24 flash drives',
    kind: 'storage',
    uSize: 2,
    idleW: 260,
    peakW: 560,
    massKg: 25,
    fan: { ratedAirflowM3s: 0.06, ratedPowerW: 90, minSpeed: 0.3, nominalSpeed: 0.6 },
    powerText:
      '24 drives of 5 W idle and 14 W busy, controllers and fans: figures of this class (from memory, to be checked).',
  }),
  support({
    id: 'switch-1u-32x400g',
    name: 'Network switch, 32 x 400 Gbit/s',
    kind: 'switch',
    uSize: 1,
    idleW: 420,
    peakW: 650,
    massKg: 12,
    fan: { ratedAirflowM3s: 0.06, ratedPowerW: 70, minSpeed: 0.35, nominalSpeed: 0.6 },
    powerText:
      'Typical power of switches of this class with optics (from memory, to be checked); it hardly follows traffic.',
  }),
  support({
    id: 'switch-1u-48x10g',
    name: 'Top-of-rack switch, 48 x 10 Gbit/s',
    kind: 'switch',
    uSize: 1,
    idleW: 130,
    peakW: 180,
    massKg: 9,
    fan: { ratedAirflowM3s: 0.022, ratedPowerW: 20, minSpeed: 0.35, nominalSpeed: 0.6 },
    powerText: 'Typical power of switches of this class (from memory, to be checked); it hardly follows traffic.',
  }),
];
