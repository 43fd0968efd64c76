import type { ServerType } from './server-type';

/** Places of a SPECpower_ssj2008 result, read through the power models of CloudSim and a table of their throughput. */
const resultText = (result: string): string =>
  `SPECpower_ssj2008 result ${result} (spec.org), averaged active power by target load as in the power models of CloudSim`;

const workText = (result: string): string =>
  `${resultText(result)}; ssj_ops at 100 % target load from a public table of the same machines`;

/** What is published of a machine. */
interface Result {
  id: string;
  name: string;
  result: string;
  powerCurveW: number[];
  ssjOps: number;
  /** Clock of the processor, highest first, Hz, and voltages chosen for it. */
  pStates: ServerType['pStates'];
  pStateText: string;
}

/** Two bodies, of which mass, heat exchange and fans are taken: no result tells them. */
const bodies = {
  oneUnit: {
    uSize: 1,
    fan: { ratedAirflowM3s: 0.034, ratedPowerW: 72, minSpeed: 0.3, nominalSpeed: 0.5 },
    massKg: 9.9,
    specificHeatJKgK: 480,
    effectiveness: 0.81,
    lambda: 0.06,
    fanText:
      '17 L/s at half speed, as measured on a 1U server by VanGilder et al. 2013 (ASHRAE Trans. 119(2)); fan power chosen.',
    thermalText: 'Measured on another 1U server, Dell R210 (VanGilder et al. 2013, ASHRAE Trans. 119(2), table 1).',
  },
  smallOneUnit: {
    uSize: 1,
    fan: { ratedAirflowM3s: 0.02, ratedPowerW: 24, minSpeed: 0.3, nominalSpeed: 0.5 },
    massKg: 9.9,
    specificHeatJKgK: 480,
    effectiveness: 0.81,
    lambda: 0.06,
    fanText: 'Chosen for a rise of about 9 K at full load and half speed.',
    thermalText: 'Measured on another 1U server, Dell R210 (VanGilder et al. 2013, ASHRAE Trans. 119(2), table 1).',
  },
  tower: {
    uSize: 4,
    fan: { ratedAirflowM3s: 0.028, ratedPowerW: 16, minSpeed: 0.3, nominalSpeed: 0.5 },
    massKg: 20.2,
    specificHeatJKgK: 600,
    effectiveness: 0.81,
    lambda: 0.03,
    fanText: 'Chosen for a rise of about 8 K at full load and half speed.',
    thermalText:
      'Measured on a 2U server of like mass, Dell PowerEdge 2850 (VanGilder et al. 2013, ASHRAE Trans. 119(2), table 1).',
  },
} as const;

function machine(body: keyof typeof bodies, given: Result): ServerType {
  const { fanText, thermalText, fan, ...thermal } = bodies[body];
  const power = resultText(given.result);
  return {
    id: given.id,
    name: given.name,
    kind: 'server',
    serversPerUSize: 1,
    powerCurveW: given.powerCurveW,
    work: { unit: 'ssj_ops', peakPerSecond: given.ssjOps },
    pStates: given.pStates,
    fan: { ...fan },
    ...thermal,
    ...serverSleep(given.powerCurveW[0]!),
    liquidFraction: 0,
    status: 'published',
    source: power,
    figures: {
      power: { status: 'published', source: power },
      work: { status: 'published', source: workText(given.result) },
      pStates: { status: 'assumption', source: given.pStateText },
      fan: { status: 'assumption', source: fanText },
      thermal: { status: 'assumption', source: thermalText },
      liquid: { status: 'published', source: 'Air-cooled.' },
      sleep: SERVER_SLEEP,
    },
  };
}

/** Idle and sleep states of an ordinary server. */
export function serverSleep(idleW: number): Pick<ServerType, 'idleState' | 'sleepState' | 'standbyW'> {
  return {
    idleState: { powerW: Number((0.85 * idleW).toFixed(1)), wakeSeconds: 0.001 },
    sleepState: { powerW: 9, wakeSeconds: 20 },
    standbyW: 5,
  };
}

export const SERVER_SLEEP = {
  status: 'assumption',
  source:
    'Deepest idle state 15 % below active idle and ready within 1 ms; suspended to memory 9 W and 20 s to wake; 5 W standby. Round figures; many servers do not offer suspension.',
} as const;

const ladder = (hertz: readonly number[], volts: readonly number[]): ServerType['pStates'] =>
  hertz.map((value, n) => ({ hertz: value, volts: volts[n]! }));

/** Published machines besides those that have a file of their own. */
export const specpowerMachines: readonly ServerType[] = [
  machine('oneUnit', {
    id: 'ibm-x3550-m3-x5670',
    name: 'IBM System x3550 M3 (2 x Xeon X5670)',
    result: 'power_ssj2008-20100315-00239',
    powerCurveW: [66, 107, 120, 131, 143, 156, 173, 191, 211, 229, 247],
    ssjOps: 912_178,
    pStates: ladder([2.933e9, 2.667e9, 2.4e9, 2.0e9, 1.6e9], [1.2, 1.13, 1.07, 0.99, 0.92]),
    pStateText: 'Multiples of 133 MHz between 1.6 GHz and the 2.93 GHz of the Xeon X5670; voltages chosen.',
  }),
  machine('smallOneUnit', {
    id: 'ibm-x3250-x3480',
    name: 'IBM System x3250 (Xeon X3480)',
    result: 'power_ssj2008-20101001-00297',
    powerCurveW: [42.3, 46.7, 49.7, 55.4, 61.8, 69.3, 76.1, 87, 96.1, 106, 113],
    ssjOps: 320_730,
    pStates: ladder([3.067e9, 2.667e9, 2.133e9, 1.6e9, 1.2e9], [1.2, 1.12, 1.02, 0.93, 0.88]),
    pStateText: 'Multiples of 133 MHz between 1.2 GHz and the 3.07 GHz of the Xeon X3480; voltages chosen.',
  }),
  machine('smallOneUnit', {
    id: 'ibm-x3250-x3470',
    name: 'IBM System x3250 (Xeon X3470)',
    result: 'power_ssj2008-20091104-00213',
    powerCurveW: [41.6, 46.7, 52.3, 57.9, 65.4, 73, 80.7, 89.5, 99.6, 105, 113],
    ssjOps: 313_804,
    pStates: ladder([2.933e9, 2.533e9, 2.133e9, 1.6e9, 1.2e9], [1.2, 1.12, 1.04, 0.94, 0.88]),
    pStateText: 'Multiples of 133 MHz between 1.2 GHz and the 2.93 GHz of the Xeon X3470; voltages chosen.',
  }),
  machine('tower', {
    id: 'hp-ml110-g4',
    name: 'HP ProLiant ML110 G4 (Xeon 3040)',
    result: 'power_ssj2008-20110127-00342',
    powerCurveW: [86, 89.4, 92.6, 96, 99.5, 102, 106, 108, 112, 114, 117],
    ssjOps: 54_479,
    pStates: ladder([1.867e9, 1.6e9], [1.2, 1.15]),
    pStateText: 'Multiples 6 and 7 of the 266 MHz bus clock of the Xeon 3040; voltages chosen.',
  }),
  machine('tower', {
    id: 'hp-ml110-g3',
    name: 'HP ProLiant ML110 G3 (Pentium D 930)',
    result: 'power_ssj2008-20110127-00342 (as cited there; the same number stands with the G4)',
    powerCurveW: [105, 112, 118, 125, 131, 137, 147, 153, 157, 164, 169],
    ssjOps: 52_303,
    pStates: ladder([3.0e9, 2.4e9], [1.35, 1.2]),
    pStateText: '3.0 GHz and the 2.4 GHz of its lowest multiple; voltages chosen.',
  }),
];
