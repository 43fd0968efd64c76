import type { ServerType } from './server-type';
import { SERVER_SLEEP, serverSleep } from './specpower';

const measured =
  'RISE SICS ICE POD 2, 1 October 2019 (public repository jsjolund/rafsine): 54 W idle and 284 W loaded a server, means of racks 4-6 over the steady windows';

export const ocpPod2: ServerType = {
  id: 'ocp-pod2',
  name: 'OCP server, three to a chassis (as in RISE POD 2)',
  kind: 'server',
  uSize: 2,
  serversPerUSize: 3,
  powerCurveW: [54, 77, 100, 123, 146, 169, 192, 215, 238, 261, 284],
  work: { unit: 'ssj_ops', peakPerSecond: null },
  pStates: [
    { hertz: 2.5e9, volts: 1.1 },
    { hertz: 2.0e9, volts: 1.0 },
    { hertz: 1.6e9, volts: 0.93 },
    { hertz: 1.2e9, volts: 0.86 },
  ],
  fan: { ratedAirflowM3s: 0.0548, ratedPowerW: 50.4, minSpeed: 0.17, nominalSpeed: 0.2 },
  ...serverSleep(54),
  massKg: 8,
  specificHeatJKgK: 400,
  effectiveness: 0.45,
  lambda: 0,
  liquidFraction: 0,
  status: 'assumption',
  source: `${measured}; straight line between the two, which was not measured`,
  figures: {
    power: { status: 'assumption', source: `${measured}; straight line between the two, which was not measured.` },
    work: { status: 'assumption', source: 'Its throughput was not measured: its load counts as a share of its peak.' },
    pStates: { status: 'assumption', source: 'Typical of server processors of 2014; not read from the machine.' },
    fan: {
      status: 'assumption',
      source:
        'Flow: table of the author of the public repository jsjolund/rafsine (0.010 m³/s at 50 W, 0.015 at 100 W) at idle and the measured 2090 rpm, in proportion to speed up to 11000 rpm; free delivery on the data sheet of its two PFR0812DHE fans would be more. Power: 25.2 W each at 11000 rpm (manufacturer).',
    },
    thermal: {
      status: 'assumption',
      source:
        'Mass 8 kg, 400 J/(kg K) and hA = 6 W/K from the public repository jsjolund/rafsine; effectiveness = hA / (rho cp Q) at 0.011 m³/s; all mass downstream of the heat.',
    },
    liquid: { status: 'published', source: 'Air-cooled.' },
    sleep: SERVER_SLEEP,
  },
};
