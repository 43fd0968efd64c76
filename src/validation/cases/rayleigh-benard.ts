import { cellIndex } from '../../engine/kernels/mesh';
import type { CaseOptions, CaseResult, Figure, ResultRow, ValidationCase } from '../case';
import { centres, evenFaces, gradedFaces } from '../plane/lines';
import { createPlaneFlow, largestSpeed, type PlaneFlow, stepPlaneFlow, wallHeat } from '../plane/plane-flow';
import { settlePlaneFlow } from '../plane/settle';

const PRANDTL = 0.71;

/**
 * Nusselt numbers of rolls of period 2 between plates at distance 1: asymptotic values of Wang, Wang, Lallemand & Luo
 * 2013, Comput. Math. Appl. 65:262-286, table 16, who give 1.212 and 2.661 of Clever & Busse 1974 beside them.
 */
const published = [
  { rayleigh: 2000, nusselt: 1.2105, cleverBusse: 1.212, dt: 1e-2, changeRate: 5e-3 },
  { rayleigh: 10_000, nusselt: 2.6551, cleverBusse: 2.661, dt: 4e-3, changeRate: 2e-2 },
] as const;

/** Onset of convection between rigid plates: Reid & Harris 1958, Phys. Fluids 1:102-110. */
const CRITICAL_RAYLEIGH = 1707.762;
const BELOW = 1650;
const ABOVE = 1760;

const NUSSELT_FLOOR = 0.01;
const ONSET_FLOOR = 0.02;

/** Conduction with a ripple of the given height and period 2, in a rectangle of 2 x 1 with free sides. */
function createRolls(
  rayleigh: number,
  cells: number,
  grading: number,
  ripple: number,
  backend: CaseOptions['backend'],
): PlaneFlow {
  const flow = createPlaneFlow({
    xFaces: evenFaces(2 * cells, 2),
    zFaces: gradedFaces(cells, grading),
    viscosity: PRANDTL,
    diffusivity: 1,
    buoyancy: rayleigh * PRANDTL,
    referenceTemperature: 0.5,
    lidSpeed: 0,
    slipSides: true,
    wallTemperature: { south: 1, north: 0 },
    advection: 'limited',
    backend,
  });
  const x = centres(flow.setup.xFaces);
  const z = centres(flow.setup.zFaces);
  z.forEach((height, k) => {
    x.forEach((along, i) => {
      flow.kernels.temperature[cellIndex(flow.mesh, i, 0, k)] =
        1 - height + ripple * Math.cos(Math.PI * along) * Math.sin(Math.PI * height);
    });
  });
  return flow;
}

interface RippleRun {
  readonly time: number[];
  /** Fastest air, in diffusivity over height. */
  readonly speed: number[];
  /** Growth rate at the end; negative where the ripple dies. */
  readonly rate: number;
}

/** Follows a small ripple: the air next to the sides lags a little, so the sign of the rate counts, not its size. */
function followRipple(
  rayleigh: number,
  cells: number,
  backend: CaseOptions['backend'],
  onProgress: (share: number) => void,
): RippleRun {
  const steps = 1000;
  const every = 20;
  const step = { dt: 2e-3, momentumSweeps: 10, heatSweeps: 10, pressureIterations: 3 };
  const flow = createRolls(rayleigh, cells, 0, 2e-3, backend);
  const time: number[] = [];
  const speed: number[] = [];
  for (let n = 1; n <= steps; n++) {
    stepPlaneFlow(flow, step);
    if (n % every !== 0) continue;
    time.push(n * step.dt);
    speed.push(largestSpeed(flow));
    onProgress(n / steps);
  }
  const last = time.length - 1;
  const early = last - 5;
  return { time, speed, rate: Math.log(speed[last]! / speed[early]!) / (time[last]! - time[early]!) };
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

function rippleFigure(below: RippleRun, above: RippleRun): Figure {
  const line = (ra: number, { time, speed }: RippleRun) => ({
    label: { key: 'series.ra', values: { ra } },
    mark: 'line' as const,
    x: time,
    y: speed,
  });
  return {
    id: 'rayleigh-benard-onset',
    title: { key: 'figure.rolls.onset' },
    x: { label: { key: 'axis.diffusionTime' }, unit: '', scale: 'linear' },
    y: { label: { key: 'axis.rippleSpeed' }, unit: '', scale: 'log' },
    series: [line(BELOW, below), line(ABOVE, above)],
  };
}

function run({ quick, backend, onProgress }: CaseOptions): CaseResult {
  const cells = quick ? 24 : 40;
  const tell = (part: number) => (share: number) => onProgress?.((part + share) / 4);
  const nusselt = published.map(({ rayleigh, dt, changeRate }, n) => {
    const flow = createRolls(rayleigh, cells, 1.2, 0.15, backend);
    const step = { dt, momentumSweeps: 6, heatSweeps: 6, pressureIterations: 3 };
    settlePlaneFlow(flow, step, { changeRate, maxSteps: 3000 }, tell(n));
    return wallHeat(flow, 'south') / 2;
  });
  const below = followRipple(BELOW, cells, backend, tell(2));
  const above = followRipple(ABOVE, cells, backend, tell(3));
  const rows = published.map(
    ({ rayleigh, nusselt: expected }, n): ResultRow => ({
      quantity: { key: 'quantity.rolls.nusselt', values: { ra: rayleigh } },
      unit: '',
      expected,
      simulated: nusselt[n]!,
      tolerance: NUSSELT_FLOOR * expected,
      aim: null,
    }),
  );
  rows.push({
    quantity: { key: 'quantity.rolls.onset' },
    unit: '',
    expected: CRITICAL_RAYLEIGH,
    simulated: BELOW + ((ABOVE - BELOW) * -below.rate) / (above.rate - below.rate),
    tolerance: ONSET_FLOOR * CRITICAL_RAYLEIGH,
    aim: null,
  });
  return { rows, figures: [nusseltFigure(nusselt), rippleFigure(below, above)], cells: 2 * cells ** 2 };
}

export const rayleighBenard: ValidationCase = { id: 'rayleigh-benard', run };
