/**
 * Temperatures measured in the RISE SICS ICE datacentre, room POD 2, on 1 October 2019: means over three steady
 * windows of the sensor strips, the coolers and the meters. Published with the lattice-Boltzmann simulator
 * jsjolund/rafsine on GitHub (problems/ocp, commit e75bdcb); the means are our own arithmetic on those series.
 * The strips hang at 0.4, 1.2 and 2.0 m; the heights come from the author's plan for them, so they are less sure
 * than the temperatures.
 */

export const stripSides = ['front', 'rear'] as const;
export const stripHeights = ['bottom', 'middle', 'top'] as const;

/** Racks that each strip stands for. */
export const stripRacks = ['01-03', '04-06', '07-09', '10-12'] as const;
export type StripRacks = (typeof stripRacks)[number];

/** Bottom, middle and top of one strip, °C. */
type Strip = readonly [bottom: number, middle: number, top: number];

export interface Pod2Window {
  id: 'idle' | 'a' | 'b';
  name: string;
  /** Site document of the window, in public/sites. */
  file: string;
  /** Reading of the IT power meter, W. */
  itPowerW: number;
  /** Return air of the coolers, weighted with their fan signal, °C. */
  returnCelsius: number;
  strips: Readonly<Record<StripRacks, { front: Strip; rear: Strip }>>;
}

export const pod2Windows: readonly Pod2Window[] = [
  {
    id: 'idle',
    name: 'idle',
    file: 'pod2-idle.json',
    itPowerW: 27_633,
    returnCelsius: 24.72,
    strips: {
      '01-03': { front: [20.06, 18.44, 24.19], rear: [25.43, 24.55, 28.06] },
      '04-06': { front: [19.78, 18.4, 24.21], rear: [23.59, 23.35, 28.16] },
      '07-09': { front: [20.85, 18.52, 24.27], rear: [23.39, 23.29, 28.23] },
      '10-12': { front: [19.69, 18.53, 23.71], rear: [23.74, 23.77, 27.5] },
    },
  },
  {
    id: 'a',
    name: 'A: racks 4-6 and 10-12 loaded',
    file: 'pod2.json',
    itPowerW: 70_906,
    returnCelsius: 32.29,
    strips: {
      '01-03': { front: [19.11, 18.56, 25.45], rear: [26.03, 26.8, 29.84] },
      '04-06': { front: [19.31, 18.51, 25.74], rear: [39.89, 40.14, 37.61] },
      '07-09': { front: [17.97, 18.62, 23.45], rear: [23.02, 25.95, 28.8] },
      '10-12': { front: [21.47, 18.89, 27.63], rear: [38.34, 39.31, 41.31] },
    },
  },
  {
    id: 'b',
    name: 'B: racks 1-3 and 7-9 loaded',
    file: 'pod2-b.json',
    itPowerW: 71_412,
    returnCelsius: 31.98,
    strips: {
      '01-03': { front: [19.94, 18.76, 26.67], rear: [32.79, 39.53, 41.89] },
      '04-06': { front: [18.74, 18.46, 24.78], rear: [23.59, 25.54, 29.17] },
      '07-09': { front: [20.44, 18.51, 23.9], rear: [37.86, 37.66, 39.75] },
      '10-12': { front: [18.41, 18.37, 23.44], rear: [23.92, 25.69, 28.38] },
    },
  },
];
