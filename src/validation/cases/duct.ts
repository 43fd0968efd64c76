import { createEngine, type Engine, runSteady } from '../../engine/engine';
import { cellIndex } from '../../engine/kernels/mesh';
import { reportOf } from '../../engine/report';
import { advanceTick, transientSubsteps } from '../../engine/tick';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import type { CaseOptions, CaseResult, Figure, ResultRow, ValidationCase } from '../case';
import { centres } from '../plane/lines';
import { ductSite, loadRack } from '../rooms/sites';

const INLET_CELSIUS = 18;

/** Plug flow: a duct that is flushed with air a thousandth of a kelvin colder, so little that it does not sink. */
const FLUSHED = { length: 8, width: 1, height: 1.5 };
const FLUSH_M3S = 0.12;
const FLUSH_KELVIN = 1e-3;
const FLUSH_TURNS = 5;

/** Heat source: a rack in a duct, wide open at both ends. */
const HEATED = { length: 8, width: 1.2, height: 2.4 };
const HEATED_M3S = 1.5;
const RACK_W = 3000;
const RACK_M3S = 0.3;

interface Flush {
  readonly turns: number[];
  /** Share of the first temperature difference left at the outlet. */
  readonly share: number[];
  /** Mean time that air stays, as a multiple of volume over flow. */
  readonly residence: number;
  readonly outflowM3s: number;
  readonly restKelvin: number;
}

/** Flushes the duct; what leaves it over time tells how long air stays. */
function flush(cellSize: number, backend: CaseOptions['backend'], onProgress: (share: number) => void): Flush {
  const { length, width, height } = FLUSHED;
  // At 0 °C, where a thousandth of a kelvin is many digits away from rounding.
  const site = ductSite(FLUSHED, FLUSH_M3S, 0, {
    room: { width: length, depth: width, height, initialCelsius: FLUSH_KELVIN },
  });
  const engine = createEngine(site, { seed: 1, cellSize, backend });
  engine.settling.active = false;
  const turnSeconds = (length * width * height) / FLUSH_M3S;
  const ticks = Math.round(FLUSH_TURNS * turnSeconds);
  const turns = [0];
  const share = [1];
  let sum = 0;
  for (let n = 1; n <= ticks; n++) {
    advanceTick(engine);
    const left = reportOf(engine).openings[1]!.celsius / FLUSH_KELVIN;
    sum += left;
    turns.push(n / turnSeconds);
    share.push(left);
    if (n % 10 === 0) onProgress(n / ticks);
  }
  // The air steps count at their ends, the readings at the ends of ticks: half of the difference is missed.
  const missed = ((1 - 1 / transientSubsteps(engine)) / 2) * (1 - share[ticks]!);
  return {
    turns,
    share,
    residence: (sum + missed) / turnSeconds,
    outflowM3s: -reportOf(engine).openings[1]!.airflowM3s,
    restKelvin: largestDeparture(engine),
  };
}

/** Largest departure from the inlet's 0 °C over all cells, K. */
function largestDeparture(engine: Engine): number {
  const { mesh } = engine.room.grid;
  let worst = 0;
  for (let c = 0; c < mesh.size; c++) {
    if (!mesh.solid[c]) worst = Math.max(worst, Math.abs(engine.temperature[c]!));
  }
  return worst;
}

/** Mean temperature of each section across the duct. */
function sections(engine: Engine): { x: number[]; celsius: number[] } {
  const { mesh } = engine.room.grid;
  const celsius = Array.from({ length: mesh.nx }, (_, i) => {
    let sum = 0;
    let area = 0;
    for (let k = 0; k < mesh.nz; k++) {
      for (let j = 0; j < mesh.ny; j++) {
        const c = cellIndex(mesh, i, j, k);
        if (mesh.solid[c]) continue;
        const a = mesh.width[1][j + 1]! * mesh.width[2][k + 1]!;
        sum += a * engine.temperature[c]!;
        area += a;
      }
    }
    return sum / area;
  });
  return { x: centres(mesh.faces[0]), celsius };
}

function rowsOf(flushed: Flush, risen: number, exactRise: number): ResultRow[] {
  return [
    {
      quantity: { key: 'quantity.duct.outflow' },
      unit: 'm³/s',
      expected: FLUSH_M3S,
      simulated: flushed.outflowM3s,
      tolerance: 1e-6 * FLUSH_M3S,
      aim: null,
    },
    {
      quantity: { key: 'quantity.duct.residence' },
      unit: '',
      expected: 1,
      simulated: flushed.residence,
      tolerance: 5e-3,
      aim: 1e-3,
    },
    {
      quantity: { key: 'quantity.duct.rest' },
      unit: 'K',
      expected: 0,
      simulated: flushed.restKelvin,
      tolerance: 1e-6,
      aim: null,
    },
    {
      quantity: { key: 'quantity.duct.rise' },
      unit: 'K',
      expected: exactRise,
      simulated: risen,
      tolerance: 5e-3 * exactRise,
      aim: 1e-3 * exactRise,
    },
  ];
}

function flushFigure({ turns, share }: Flush): Figure {
  return {
    id: 'duct-flush',
    title: { key: 'figure.duct.flush' },
    x: { label: { key: 'axis.turns' }, unit: '', scale: 'linear' },
    y: { label: { key: 'axis.leftAtOutlet' }, unit: '', scale: 'linear' },
    series: [
      { label: { key: 'series.simulated' }, mark: 'line', x: turns, y: share },
      { label: { key: 'series.plug' }, mark: 'dashes', x: [0, 1, 1, FLUSH_TURNS], y: [1, 1, 0, 0] },
    ],
  };
}

function riseFigure(along: { x: number[]; celsius: number[] }, exactRise: number): Figure {
  const rise = along.celsius.map((celsius) => celsius - INLET_CELSIUS);
  return {
    id: 'duct-rise',
    title: { key: 'figure.duct.rise' },
    x: { label: { key: 'axis.alongDuct' }, unit: 'm', scale: 'linear' },
    y: { label: { key: 'axis.riseOfSection' }, unit: 'K', scale: 'linear' },
    series: [
      { label: { key: 'series.simulated' }, mark: 'line', x: along.x, y: rise },
      { label: { key: 'series.mixedRise' }, mark: 'dashes', x: [0, HEATED.length], y: [exactRise, exactRise] },
    ],
  };
}

function run({ quick, backend, onProgress }: CaseOptions): CaseResult {
  const flushed = flush(quick ? 0.25 : 0.15, backend, (share) => onProgress?.(0.6 * share));
  const site = ductSite(HEATED, HEATED_M3S, INLET_CELSIUS, { racks: [loadRack(3.5, 0.6, RACK_W, RACK_M3S)] });
  const engine = createEngine(site, { seed: 1, cellSize: quick ? 0.2 : 0.1, backend });
  runSteady(engine);
  onProgress?.(1);
  const exactRise = RACK_W / (AIR_HEAT_CAPACITY * HEATED_M3S);
  const report = reportOf(engine);
  return {
    rows: rowsOf(flushed, report.openings[1]!.celsius - INLET_CELSIUS, exactRise),
    figures: [flushFigure(flushed), riseFigure(sections(engine), exactRise)],
    cells: report.cells,
  };
}

export const duct: ValidationCase = { id: 'duct', run };
