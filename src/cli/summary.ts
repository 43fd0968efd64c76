import type { SimulationReport } from '../engine/report';
import type { SimulationResult } from './result';
import { type Column, fixed, significant, textTable } from './text-table';

type Rack = SimulationReport['racks'][number];
type Unit = SimulationReport['coolingUnits'][number];
type Opening = SimulationReport['openings'][number];
type Probe = SimulationReport['probes'][number];

/** The table of racks is cut here, hottest inlets first; `--json` has them all. */
const MAX_RACK_ROWS = 40;

const idColumn = { heading: 'id', cell: ({ id }: { id: string }) => id, align: 'left' } as const;

const rackColumns: Column<Rack>[] = [
  idColumn,
  { heading: 'power kW', cell: (rack) => fixed(rack.powerW / 1000, 2) },
  { heading: 'air m³/s', cell: (rack) => fixed(rack.airflowM3s, 3) },
  { heading: 'inlet min °C', cell: (rack) => fixed(rack.inletCelsius.min, 1) },
  { heading: 'mean °C', cell: (rack) => fixed(rack.inletCelsius.mean, 1) },
  { heading: 'max °C', cell: (rack) => fixed(rack.inletCelsius.max, 1) },
  { heading: 'outlet °C', cell: (rack) => fixed(rack.outletCelsius.mean, 1) },
];

const unitColumns: Column<Unit>[] = [
  idColumn,
  { heading: 'air m³/s', cell: (unit) => fixed(unit.airflowM3s, 3) },
  { heading: 'supply °C', cell: (unit) => fixed(unit.supplyCelsius, 1) },
  { heading: 'return °C', cell: (unit) => fixed(unit.returnCelsius, 1) },
  { heading: 'heat kW', cell: (unit) => fixed(unit.heatW / 1000, 2) },
  { heading: 'power kW', cell: (unit) => fixed(unit.powerW / 1000, 2) },
];

const openingColumns: Column<Opening>[] = [
  idColumn,
  { heading: 'air into room m³/s', cell: (opening) => fixed(opening.airflowM3s, 3) },
  { heading: '°C', cell: (opening) => fixed(opening.celsius, 1) },
];

const probeColumns: Column<Probe>[] = [
  idColumn,
  { heading: '°C', cell: (probe) => fixed(probe.celsius, 1) },
  { heading: 'speed m/s', cell: (probe) => fixed(probe.speedMs, 2) },
];

function section<Row>(title: string, rows: readonly Row[], columns: readonly Column<Row>[]): string {
  return rows.length === 0 ? '' : `\n${title}\n${textTable(rows, columns)}`;
}

function rackSection(racks: readonly Rack[]): string {
  if (racks.length <= MAX_RACK_ROWS) return section('Racks', racks, rackColumns);
  const hottest = [...racks].sort((a, b) => b.inletCelsius.max - a.inletCelsius.max).slice(0, MAX_RACK_ROWS);
  return section(`Racks: the ${MAX_RACK_ROWS} hottest inlets of ${racks.length}; --json has all`, hottest, rackColumns);
}

const percent = (ratio: number, decimals: number): string =>
  Number.isFinite(ratio) ? `${fixed(ratio * 100, decimals)} %` : '—';
const kilowatts = (watts: number): string => (Number.isFinite(watts) ? `${fixed(watts / 1000, 2)} kW` : '—');
const kilowattHours = (joules: number): string => (Number.isFinite(joules) ? `${fixed(joules / 3.6e6, 3)} kWh` : '—');

/** The result as a person reads it: a head, the tables, the facility. A long dash is a number that the site cannot give. */
export function summaryText(result: SimulationResult): string {
  const { power, energy, mass, metrics, steady } = result;
  const run =
    steady === null
      ? `${result.simulatedSeconds} s simulated`
      : `steady state: ${steady.converged ? 'settled' : 'NOT settled'} after ${steady.iterations} iterations, ` +
        `${significant(steady.residualKelvin, 2)} K left`;
  const facts: [string, string][] = [
    ['IT power', kilowatts(power.itW)],
    ['of which server fans', kilowatts(power.serverFansW)],
    ['Cooling power', kilowatts(power.coolingW)],
    ['Losses', kilowatts(power.lossesW)],
    ['Facility power', kilowatts(power.facilityW)],
    ['IT energy', kilowattHours(energy.itJ)],
    ['Facility energy', kilowattHours(energy.facilityJ)],
    ['EER', Number.isFinite(metrics.eer) ? `${significant(metrics.eer)} ${result.workUnit ?? 'work'} per J` : '—'],
    ['PUE', fixed(metrics.pue, 3)],
    ['DCiE', percent(metrics.dcie, 1)],
    ['SHI / RHI', `${fixed(metrics.shi, 3)} / ${fixed(metrics.rhi, 3)}`],
    ['RCI high / low', `${fixed(metrics.rciHi, 1)} / ${fixed(metrics.rciLo, 1)} %`],
    ['RTI', `${fixed(metrics.rti, 1)} %`],
    ['Heat balance error', percent(energy.balanceError, 3)],
    ['Air balance error', percent(mass.balanceError, 5)],
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  return [
    `${result.site}\n${run}; ${result.cells} cells, ${result.steps} steps, seed ${result.seed}, ${fixed(result.wallSeconds, 1)} s on the clock\n`,
    rackSection(result.racks),
    section('Cooling units', result.coolingUnits, unitColumns),
    section('Openings', result.openings, openingColumns),
    section('Probes', result.probes, probeColumns),
    `\nFacility\n${facts.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('')}`,
  ].join('');
}
