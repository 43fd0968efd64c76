import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { SimulationReport } from '../engine/report';

type Field = string | number | null;

interface Series {
  file: string;
  header: string[];
  rows(report: SimulationReport): Field[][];
}

/** One file a kind of thing; every heading says its unit. Metrics without a unit say what divides what. */
const series: readonly Series[] = [
  {
    file: 'facility.csv',
    header: [
      'simulated_s',
      'it_W',
      'server_fans_W',
      'cooling_W',
      'losses_W',
      'facility_W',
      'it_energy_J',
      'facility_energy_J',
      'eer_work_per_J',
      'pue_ratio',
      'shi_ratio',
      'rhi_ratio',
      'rci_hi_percent',
      'rci_lo_percent',
      'rti_percent',
      'inlet_min_C',
      'inlet_mean_C',
      'inlet_max_C',
      'energy_balance_error_ratio',
      'mass_balance_error_ratio',
    ],
    rows: ({ simulatedSeconds, power, energy, mass, metrics, racks }) => [
      [
        simulatedSeconds,
        power.itW,
        power.serverFansW,
        power.coolingW,
        power.lossesW,
        power.facilityW,
        energy.itJ,
        energy.facilityJ,
        metrics.eer,
        metrics.pue,
        metrics.shi,
        metrics.rhi,
        metrics.rciHi,
        metrics.rciLo,
        metrics.rti,
        Math.min(...racks.map((rack) => rack.inletCelsius.min)),
        racks.reduce((sum, rack) => sum + rack.inletCelsius.mean, 0) / racks.length,
        Math.max(...racks.map((rack) => rack.inletCelsius.max)),
        energy.balanceError,
        mass.balanceError,
      ],
    ],
  },
  {
    file: 'racks.csv',
    header: [
      'simulated_s',
      'rack',
      'power_W',
      'airflow_m3_s',
      'inlet_min_C',
      'inlet_mean_C',
      'inlet_max_C',
      'outlet_mean_C',
    ],
    rows: ({ simulatedSeconds, racks }) =>
      racks.map(({ id, powerW, airflowM3s, inletCelsius, outletCelsius }) => [
        simulatedSeconds,
        id,
        powerW,
        airflowM3s,
        inletCelsius.min,
        inletCelsius.mean,
        inletCelsius.max,
        outletCelsius.mean,
      ]),
  },
  {
    file: 'units.csv',
    header: ['simulated_s', 'unit', 'airflow_m3_s', 'supply_C', 'return_C', 'heat_W', 'power_W'],
    rows: ({ simulatedSeconds, coolingUnits }) =>
      coolingUnits.map(({ id, airflowM3s, supplyCelsius, returnCelsius, heatW, powerW }) => [
        simulatedSeconds,
        id,
        airflowM3s,
        supplyCelsius,
        returnCelsius,
        heatW,
        powerW,
      ]),
  },
  {
    file: 'probes.csv',
    header: ['simulated_s', 'probe', 'temperature_C', 'speed_m_s'],
    rows: ({ simulatedSeconds, probes }) =>
      probes.map(({ id, celsius, speedMs }) => [simulatedSeconds, id, celsius, speedMs]),
  },
];

/** Text of one CSV field (RFC 4180); an unknown number is an empty field. */
export function csvField(value: Field): string {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '';
  if (typeof value === 'number') return String(value);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const csvLine = (fields: readonly Field[]): string => `${fields.map(csvField).join(',')}\n`;

/** Writes reports as they come into the CSV files of a folder; `close` when done. */
export function openTimeSeries(folder: string): { write(report: SimulationReport): void; close(): void } {
  mkdirSync(folder, { recursive: true });
  const files = series.map(({ file, header, rows }) => {
    const descriptor = openSync(join(folder, file), 'w');
    writeSync(descriptor, csvLine(header));
    return { descriptor, rows };
  });
  return {
    write(report) {
      for (const { descriptor, rows } of files) {
        const text = rows(report).map(csvLine).join('');
        if (text !== '') writeSync(descriptor, text);
      }
    },
    close() {
      for (const { descriptor } of files) closeSync(descriptor);
    },
  };
}
