/**
 * Means over the steady windows of 1 October 2019, RISE SICS ICE POD 2 (public repository jsjolund/rafsine, commit
 * e75bdcb, problems/ocp). Cooler flow is the total of each window from the heat balance of the room air
 * (heat out / (rho cp (return - supply))).
 */
export interface Pod2Window {
  file: string;
  name: string;
  load: string;
  /** IT meter of the pod, W. */
  itMeterW: number;
  /** Flow of the four coolers together, m³/s. */
  coolerAirflowM3s: number;
  /** Racks 1-12: sum of the power that the servers report, W, and mean fan speed, rpm. */
  racks: readonly (readonly [powerW: number, fanRpm: number])[];
  /** Coolers 1-4: fan signal, %, and measured discharge temperature, °C. */
  coolers: readonly (readonly [fanSignalPercent: number, dischargeCelsius: number])[];
}

export const POD2_WINDOWS: readonly Pod2Window[] = [
  {
    file: 'pod2.json',
    name: 'POD 2, window A',
    load: 'racks 4-6 and 10-12 loaded',
    itMeterW: 70906,
    coolerAirflowM3s: 3.68,
    racks: [
      [2007, 1917.5],
      [1940, 1900],
      [1946, 1911.8],
      [8499, 2199.6],
      [8498, 2196.7],
      [8635, 2221.7],
      [1945, 1910.7],
      [1576, 2093.3],
      [1594, 2100],
      [9205, 2147.1],
      [8561, 2228.9],
      [8529, 2230.2],
    ],
    coolers: [
      [42.38, 16.39],
      [41.56, 16.56],
      [49.43, 16.74],
      [36.73, 16.65],
    ],
  },
  {
    file: 'pod2-b.json',
    name: 'POD 2, window B',
    load: 'racks 1-3 and 7-9 loaded',
    itMeterW: 71412,
    coolerAirflowM3s: 3.87,
    racks: [
      [9237, 2133.3],
      [9251, 2114.9],
      [9244, 2150.9],
      [1575, 2093.3],
      [1626, 2086.7],
      [1633, 2087],
      [9214, 2163.9],
      [8511, 2195.7],
      [8430, 2198.4],
      [1976, 1906.6],
      [1609, 2093.3],
      [1595, 2100],
    ],
    coolers: [
      [38.75, 16.34],
      [46.44, 16.67],
      [41.22, 16.47],
      [50.2, 17.17],
    ],
  },
  {
    file: 'pod2-idle.json',
    name: 'POD 2, idle',
    load: 'all racks idle',
    itMeterW: 27633,
    coolerAirflowM3s: 2.97,
    racks: [
      [2020, 1920.2],
      [1949, 1905.6],
      [1969, 1911.8],
      [1624, 2093.3],
      [1652, 2086.7],
      [1620, 2086.7],
      [1941, 1910],
      [1601, 2096.7],
      [1595, 2100],
      [1948, 1913.5],
      [1591, 2093.3],
      [1594, 2100],
    ],
    coolers: [
      [35.58, 16.68],
      [36.13, 16.73],
      [32.92, 16.52],
      [41.09, 17.28],
    ],
  },
];
