import type { CaseOptions, CaseResult, Figure, ResultRow, ValidationCase } from '../case';
import { gradedFaces } from '../plane/lines';
import { createPlaneFlow, type PlaneFlow, type PlaneFlowSetup, wallHeat } from '../plane/plane-flow';
import { middleU, middleW, peakOf } from '../plane/profiles';
import { settlePlaneFlow } from '../plane/settle';
import { type PublishedCavity, publishedCavities } from './heated-cavity-published';

const PRANDTL = 0.71;

/** Grid and time step by Rayleigh number, in units of side and diffusivity. */
interface Solve {
  readonly cells: number;
  readonly quickCells: number;
  readonly grading: number;
  readonly dt: number;
  readonly changeRate: number;
}
const solves: readonly Solve[] = [
  { cells: 40, quickCells: 24, grading: 0, dt: 5e-3, changeRate: 5e-3 },
  { cells: 48, quickCells: 32, grading: 1, dt: 5e-3, changeRate: 5e-3 },
  { cells: 64, quickCells: 40, grading: 1.2, dt: 2e-3, changeRate: 1e-1 },
  { cells: 80, quickCells: 48, grading: 1.5, dt: 5e-4, changeRate: 5 },
];

/** Ra 1e6 again with what rooms have: even cells, first-order upwind. Reported, not judged. */
const variants = [
  { key: 'gradedUpwind', grading: 1.5, advection: 'upwind' },
  { key: 'evenLimited', grading: 0, advection: 'limited' },
  { key: 'evenUpwind', grading: 0, advection: 'upwind' },
] as const;

const MAX_STEPS = 6000;
const FLOOR = 0.03;
const AIM = 0.01;

function solve(
  rayleigh: number,
  cells: number,
  setup: Solve,
  advection: PlaneFlowSetup['advection'],
  backend: CaseOptions['backend'],
  onProgress: (share: number) => void,
): PlaneFlow {
  const faces = gradedFaces(cells, setup.grading);
  const flow = createPlaneFlow({
    xFaces: faces,
    zFaces: faces,
    viscosity: PRANDTL,
    diffusivity: 1,
    buoyancy: rayleigh * PRANDTL,
    referenceTemperature: 0.5,
    lidSpeed: 0,
    slipSides: false,
    wallTemperature: { west: 1, east: 0 },
    advection,
    backend,
  });
  const step = { dt: setup.dt, momentumSweeps: 4, heatSweeps: 4, pressureIterations: 3 };
  settlePlaneFlow(flow, step, { changeRate: setup.changeRate, maxSteps: MAX_STEPS }, onProgress);
  return flow;
}

function rowsOf(published: PublishedCavity, flow: PlaneFlow): ResultRow[] {
  const row = (key: string, expected: number, simulated: number): ResultRow => ({
    quantity: { key: `quantity.cavity.${key}`, values: { ra: published.rayleigh.toExponential().replace('+', '') } },
    unit: '',
    expected,
    simulated,
    tolerance: FLOOR * expected,
    aim: AIM * expected,
  });
  return [
    row('nusselt', published.nusselt, wallHeat(flow, 'west')),
    row('uMax', published.uMax, peakOf(middleU(flow))),
    row('vMax', published.vMax, peakOf(middleW(flow))),
  ];
}

function nusseltFigure(simulated: readonly number[]): Figure {
  const x = publishedCavities.map(({ rayleigh }) => rayleigh);
  return {
    id: 'heated-cavity-nusselt',
    title: { key: 'figure.cavity.nusselt' },
    x: { label: { key: 'axis.rayleigh' }, unit: '', scale: 'log' },
    y: { label: { key: 'axis.nusselt' }, unit: '', scale: 'log' },
    series: [
      { label: { key: 'series.simulated' }, mark: 'line', x, y: simulated },
      { label: { key: 'series.wang' }, mark: 'points', x, y: publishedCavities.map(({ nusselt }) => nusselt) },
      {
        label: { key: 'series.deVahlDavis' },
        mark: 'points',
        x,
        y: publishedCavities.map(({ deVahlDavisNusselt }) => deVahlDavisNusselt),
      },
    ],
  };
}

/** v along the horizontal middle line at the highest Rayleigh number: the two thin boundary layers. */
function layersFigure(flow: PlaneFlow, { rayleigh, vMax }: PublishedCavity): Figure {
  const profile = middleW(flow);
  return {
    id: 'heated-cavity-layers',
    title: { key: 'figure.cavity.layers', values: { ra: rayleigh.toExponential().replace('+', '') } },
    x: { label: { key: 'axis.acrossSide' }, unit: '', scale: 'linear' },
    y: { label: { key: 'axis.vOverDiffusion' }, unit: '', scale: 'linear' },
    series: [
      { label: { key: 'series.simulated' }, mark: 'line', x: profile.at, y: profile.value },
      { label: { key: 'series.leQuere' }, mark: 'points', x: [0.038, 0.962], y: [vMax, -vMax] },
    ],
  };
}

function run({ quick, backend, onProgress }: CaseOptions): CaseResult {
  const runs = publishedCavities.length + (quick ? 0 : variants.length);
  const flows = publishedCavities.map((published, n) => {
    const setup = solves[n]!;
    const cells = quick ? setup.quickCells : setup.cells;
    return solve(published.rayleigh, cells, setup, 'limited', backend, (share) => onProgress?.((n + share) / runs));
  });
  const rows = publishedCavities.flatMap((published, n) => rowsOf(published, flows[n]!));
  const last = publishedCavities.length - 1;
  if (!quick) {
    variants.forEach(({ key, grading, advection }, n) => {
      const setup = { ...solves[last]!, grading };
      const flow = solve(1e6, setup.cells, setup, advection, backend, (share) =>
        onProgress?.((last + 1 + n + share) / runs),
      );
      const [nusselt] = rowsOf(publishedCavities[last]!, flow);
      const quantity = { ...nusselt!.quantity, key: `quantity.cavity.${key}` };
      rows.push({ ...nusselt!, quantity, tolerance: null, aim: null });
    });
  }
  return {
    rows,
    figures: [
      nusseltFigure(flows.map((flow) => wallHeat(flow, 'west'))),
      layersFigure(flows[last]!, publishedCavities[last]!),
    ],
    cells: (quick ? solves[last]!.quickCells : solves[last]!.cells) ** 2,
  };
}

export const heatedCavity: ValidationCase = { id: 'heated-cavity', run };
