import { cellIndex } from '../../engine/kernels/mesh';
import type { CaseOptions, CaseResult, Figure, ResultRow, ValidationCase } from '../case';
import { centres, evenFaces, gradedFaces } from '../plane/lines';
import { createPlaneFlow, type PlaneFlow, stepPlaneFlow, wallHeat } from '../plane/plane-flow';
import { settlePlaneFlow } from '../plane/settle';

const PRANDTL = 0.71;

/**
 * Nusselt numbers of rolls of period 2 between plates at distance 1: asymptotic values of Wang, Wang, Lallemand & Luo
 * 2013, Comput. Math. Appl. 65:262-286, table 16, who give 1.212 and 2.661 of Clever & Busse 1974 beside them.
 */
const published = [
  { rayleigh: 2000, nusselt: 1.2105, cleverBusse: 1.212, dt: 1e-2, changeRate: 2e-3 },
  { rayleigh: 10_000, nusselt: 2.6551, cleverBusse: 2.661, dt: 4e-3, changeRate: 5e-3 },
] as const;

/** Onset of convection between rigid plates: Reid & Harris 1958, Phys. Fluids 1:102-110. */
const CRITICAL_RAYLEIGH = 1707.762;
const BELOW = 1650;
const ABOVE = 1760;

const NUSSELT_FLOOR = 0.01;
const ONSET_FLOOR = 0.02;

/** Conduction with a ripple of the given height and period 2, in a rectangle of 2 x 1 with free sides. */
function createRolls(rayleigh: number, cells: number, grading: number, ripple: number): PlaneFlow {
  const flow = createPlaneFlow({
    xFaces: evenFaces(2 * cells, 2),
    yFaces: gradedFaces(cells, grading),
    viscosity: PRANDTL,
    diffusivity: 1,
    buoyancy: rayleigh * PRANDTL,
    referenceTemperature: 0.5,
    lidSpeed: 0,
    slipSides: true,
    wallTemperature: { south: 1, north: 0 },
    advection: 'limited',
  });
  const x = centres(flow.setup.xFaces);
  const y = centres(flow.setup.yFaces);
  y.forEach((height, j) => {
    x.forEach((along, i) => {
      flow.temperature[cellIndex(flow.mesh, i, j, 0)] =
        1 - height + ripple * Math.cos(Math.PI * along) * Math.sin(Math.PI * height);
    });
  });
  return flow;
}

function largestSpeed(flow: PlaneFlow): number {
  let largest = 0;
  for (const component of flow.velocity) for (const value of component) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/** Growth rate of a small ripple, in diffusivity over height squared; negative where it dies. */
function growthRate(rayleigh: number, cells: number, onProgress: (share: number) => void): number {
  const steps = 900;
  const step = { dt: 2e-3, momentumSweeps: 10, heatSweeps: 10, pressureIterations: 3 };
  const flow = createRolls(rayleigh, cells, 0, 1e-4);
  let early = 0;
  for (let n = 1; n <= steps; n++) {
    stepPlaneFlow(flow, step);
    if (n === steps - 100) early = largestSpeed(flow);
    if (n % 50 === 0) onProgress(n / steps);
  }
  return Math.log(largestSpeed(flow) / early) / (100 * step.dt);
}

function nusseltRow(rayleigh: number, expected: number, simulated: number): ResultRow {
  return {
    quantity: { key: 'quantity.rolls.nusselt', values: { ra: rayleigh } },
    unit: '',
    expected,
    simulated,
    tolerance: NUSSELT_FLOOR * expected,
    aim: null,
  };
}

function nusseltFigure(simulated: readonly number[]): Figure {
  const x = published.map(({ rayleigh }) => rayleigh);
  return {
    id: 'rayleigh-benard-nusselt',
    title: { key: 'figure.rolls.nusselt' },
    x: { label: { key: 'axis.rayleigh' }, unit: '', scale: 'log' },
    y: { label: { key: 'axis.nusselt' }, unit: '', scale: 'linear' },
    series: [
      {
        label: { key: 'series.simulated' },
        mark: 'line',
        x: [BELOW, CRITICAL_RAYLEIGH, ...x],
        y: [1, 1, ...simulated],
      },
      { label: { key: 'series.wang' }, mark: 'points', x, y: published.map(({ nusselt }) => nusselt) },
      { label: { key: 'series.cleverBusse' }, mark: 'points', x, y: published.map(({ cleverBusse }) => cleverBusse) },
    ],
  };
}

function run({ quick, onProgress }: CaseOptions): CaseResult {
  const cells = quick ? 24 : 40;
  const tell = (part: number) => (share: number) => onProgress?.((part + share) / 4);
  const nusselt = published.map(({ rayleigh, dt, changeRate }, n) => {
    const flow = createRolls(rayleigh, cells, 1.2, 0.15);
    const step = { dt, momentumSweeps: 6, heatSweeps: 6, pressureIterations: 3 };
    settlePlaneFlow(flow, step, { changeRate, maxSteps: 3000 }, tell(n));
    return wallHeat(flow, 'south') / 2;
  });
  const below = growthRate(BELOW, cells, tell(2));
  const above = growthRate(ABOVE, cells, tell(3));
  const onset = BELOW + ((ABOVE - BELOW) * -below) / (above - below);
  return {
    rows: [
      ...published.map(({ rayleigh, nusselt: expected }, n) => nusseltRow(rayleigh, expected, nusselt[n]!)),
      {
        quantity: { key: 'quantity.rolls.onset' },
        unit: '',
        expected: CRITICAL_RAYLEIGH,
        simulated: onset,
        tolerance: ONSET_FLOOR * CRITICAL_RAYLEIGH,
        aim: null,
      },
      {
        quantity: { key: 'quantity.rolls.growth', values: { ra: BELOW } },
        unit: '',
        expected: null,
        simulated: below,
        tolerance: null,
        aim: null,
      },
      {
        quantity: { key: 'quantity.rolls.growth', values: { ra: ABOVE } },
        unit: '',
        expected: null,
        simulated: above,
        tolerance: null,
        aim: null,
      },
    ],
    figures: [nusseltFigure(nusselt)],
    cells: 2 * cells ** 2,
  };
}

export const rayleighBenard: ValidationCase = { id: 'rayleigh-benard', run };
