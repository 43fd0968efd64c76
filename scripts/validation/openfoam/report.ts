import type { TurbulenceModel } from '../../../src/engine/kernels/backend';
import type { Figure, Series } from '../../../src/validation/case';
import {
  type Difference,
  difference,
  type SimulatedRoom,
  simulateRoom,
} from '../../../src/validation/openfoam/compare';
import type { ComparisonRoom } from '../../../src/validation/openfoam/comparison-room';
import type { FoamResult, FoamRun } from '../../../src/validation/openfoam/result';
import { comparisonRooms } from '../../../src/validation/openfoam/rooms';
import { markdownTable, signed } from '../../../src/validation/table';
import { REPORT_INTRO, REPORT_LESSONS } from './report-intro';
import { shippedResult } from './run-rooms';

export interface OpenFoamPart {
  readonly text: string;
  readonly figures: readonly Figure[];
}

const CELL_METRES = 0.1;
/** What the project asks of itself, K. */
const FLOOR_KELVIN = 0.8;
const AIM_KELVIN = 0.5;

interface Compared {
  readonly room: ComparisonRoom;
  readonly foam: FoamRun;
  /** OpenFOAM with first-order upwind too; null: not run. */
  readonly foamUpwind: FoamRun | null;
  readonly zeroEquation: SimulatedRoom;
  readonly upwind: SimulatedRoom;
  readonly limited: SimulatedRoom;
  readonly result: FoamResult;
}

const verdict = (kelvin: number): string => (kelvin <= AIM_KELVIN ? 'aim' : kelvin <= FLOOR_KELVIN ? 'pass' : 'MISS');
const kelvin = (value: number): string => value.toFixed(2);

function runOf({ runs }: FoamResult, advection: FoamRun['advection'], cellMetres: number): FoamRun | null {
  return runs.find((run) => run.advection === advection && run.cellMetres === cellMetres) ?? null;
}

function compareAll(): Compared[] {
  return comparisonRooms.flatMap((room): Compared[] => {
    const result = shippedResult(room);
    const foam = result === null ? null : runOf(result, 'second-order', CELL_METRES);
    if (result === null || foam === null) return [];
    const simulate = (advection: 'upwind' | 'limited', turbulence: TurbulenceModel = 'k-epsilon') =>
      simulateRoom(room, { cellSize: CELL_METRES, backend: 'wasm', advection, turbulence });
    return [
      {
        room,
        result,
        foam,
        foamUpwind: runOf(result, 'upwind', CELL_METRES),
        zeroEquation: simulate('upwind', 'zero-equation'),
        upwind: simulate('upwind'),
        limited: simulate('limited'),
      },
    ];
  });
}

const kind = ({ heldOut }: ComparisonRoom): string => (heldOut ? 'held out' : '');

function agreementTable(
  compared: readonly Compared[],
  ours: 'upwind' | 'limited' | 'zeroEquation',
  theirs: 'foam' | 'foamUpwind',
): string {
  return markdownTable(
    ['Room', '', 'worst rack K', 'RMS chassis K', 'worst chassis K', 'worst return K', 'verdict'],
    compared.flatMap((one) => {
      const foam = one[theirs];
      if (foam === null) return [];
      const d = difference(one[ours], one[ours], foam);
      return [
        [
          one.room.title,
          kind(one.room),
          kelvin(d.worstRackKelvin),
          kelvin(d.rmsChassisKelvin),
          kelvin(d.worstChassisKelvin),
          kelvin(d.worstReturnKelvin),
          verdict(d.worstRackKelvin),
        ],
      ];
    }),
  );
}

/** What OpenFOAM's own answer depends on: scheme, grid, and how far its run is from rest. */
function contextTable(compared: readonly Compared[]): string {
  const cell = (d: Difference | null) =>
    d === null ? '—' : `${kelvin(d.worstRackKelvin)} / ${kelvin(d.rmsChassisKelvin)}`;
  return markdownTable(
    [
      'Room',
      'limited for linear upwind',
      'upwind for linear upwind',
      'cells of 0.15 m for 0.1 m',
      'spread of its means',
    ],
    compared.map(({ room, foam, result, upwind }) => {
      const change = (run: FoamRun | null) => (run === null ? null : difference(upwind, run, foam));
      return [
        room.title,
        cell(change(runOf(result, 'limited', CELL_METRES))),
        cell(change(runOf(result, 'upwind', CELL_METRES))),
        cell(change(runOf(result, 'second-order', 0.15))),
        kelvin(Math.max(...foam.inletSpreadKelvin)),
      ];
    }),
  );
}

function rackTable({ room, foam, foamUpwind, upwind, limited }: Compared): string {
  const alike = foamUpwind === null ? null : difference(upwind, upwind, foamUpwind);
  const differences = [alike, difference(upwind, upwind, foam), difference(limited, limited, foam)];
  const racks = room.site.racks.map(({ id, contents }, rack) => {
    const from = upwind.rackStart[rack]!;
    const inlets = contents.map((_, n) => foam.inletCelsius[from + n]!.toFixed(1)).join(' ');
    return [id, inlets, ...differences.map((d) => (d === null ? '—' : signed(d.rackKelvin[rack]!, 2)))];
  });
  return markdownTable(
    [
      'Rack',
      'OpenFOAM, second order, chassis from below °C',
      'upwind less OpenFOAM upwind K',
      'upwind less second order K',
      'limited less second order K',
    ],
    racks,
  );
}

function figuresOf({ room, foam, upwind, limited }: Compared): Figure[] {
  const temperature = { unit: '°C', scale: 'linear' } as const;
  const span = [Math.min(...foam.inletCelsius), Math.max(...foam.inletCelsius)];
  const inlets: Figure = {
    id: `openfoam-${room.id}-inlets`,
    title: { key: `${room.title}: chassis inlets` },
    x: { label: { key: 'OpenFOAM' }, ...temperature },
    y: { label: { key: 'Isotherm' }, ...temperature },
    series: [
      { label: { key: 'equal' }, mark: 'dashes', x: span, y: span },
      { label: { key: 'upwind' }, mark: 'points', x: foam.inletCelsius, y: upwind.inletCelsius },
      { label: { key: 'limited' }, mark: 'points', x: foam.inletCelsius, y: limited.inletCelsius },
    ],
  };
  const series = room.profiles.flatMap(({ name }, n): Series[] => [
    {
      label: { key: `OpenFOAM, ${name}` },
      mark: 'points',
      x: foam.profiles[n]!.celsius,
      y: foam.profiles[n]!.heightMetres,
    },
    {
      label: { key: `Isotherm, ${name}` },
      mark: 'line',
      x: upwind.profiles[n]!.celsius,
      y: upwind.profiles[n]!.heightMetres,
    },
  ]);
  const profiles: Figure = {
    id: `openfoam-${room.id}-profiles`,
    title: { key: `${room.title}, by height` },
    x: { label: { key: 'temperature' }, ...temperature },
    y: { label: { key: 'height' }, unit: 'm', scale: 'linear' },
    series,
  };
  return [inlets, profiles];
}

/** The first room once more in double precision: all others take as long. */
function backEnds(one: Compared | undefined): string {
  if (one === undefined) return '';
  const reference = simulateRoom(one.room, { cellSize: CELL_METRES, backend: 'reference', advection: 'upwind' });
  const { worstChassisKelvin } = difference(one.upwind, one.upwind, reference);
  return `All tables are of the WebAssembly back end. In double precision the first room's chassis differ from it by ${worstChassisKelvin.toPrecision(1)} K at most.`;
}

/** The report on all rooms that have a result of OpenFOAM; the engine's side is computed now. */
export function openFoamReport(figureFolder: string): OpenFoamPart {
  const compared = compareAll();
  const figures = compared.flatMap(figuresOf);
  const rooms = compared.map(
    (one) => `### ${one.room.title}

\`${one.room.id}\`, ${one.room.site.racks.length} racks, ${one.foam.cells} cells of air${one.room.heldOut ? ', held out' : ''}. ${one.upwind.converged ? '' : 'With upwind our run did not come to rest. '}${one.limited.converged ? '' : 'With the limited scheme our run did not come to rest: its numbers are those of its last state.'}

${rackTable(one)}

${figuresOf(one)
  .map(({ id, title }) => `![${title.key}](${figureFolder}/${id}.svg)`)
  .join('\n\n')}`,
  );
  const text = `${REPORT_INTRO}
## Agreement

Racks are means over their chassis by flow. Floor ${FLOOR_KELVIN} K at the worst rack, aim ${AIM_KELVIN} K; RMS over chassis ${FLOOR_KELVIN} K.

### The same scheme in both

First-order upwind in the engine (its default) and in OpenFOAM: the same equations on the same cells.

${agreementTable(compared, 'upwind', 'foamUpwind')}

The same with the engine's zero-equation model, which was its default until November 2026:

${agreementTable(compared, 'zeroEquation', 'foamUpwind')}

### Against OpenFOAM's second order

The engine's default, first-order upwind:

${agreementTable(compared, 'upwind', 'foam')}

The engine's limited second order:

${agreementTable(compared, 'limited', 'foam')}

${backEnds(compared[0])}

## What OpenFOAM's own answer depends on

Worst rack / RMS over chassis, K, between two runs of OpenFOAM; and how far the means over parts of its averaging lie
from their mean, K, at the least steady chassis. A dash: not run.

${contextTable(compared)}

${REPORT_LESSONS}
## Room by room

${rooms.join('\n\n')}
`;
  return { text, figures };
}
