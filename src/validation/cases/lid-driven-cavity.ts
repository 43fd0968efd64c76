import type { CaseOptions, CaseResult, Figure, ResultRow, ValidationCase } from '../case';
import { evenFaces, interpolate } from '../plane/lines';
import { createPlaneFlow, type PlaneFlow } from '../plane/plane-flow';
import { middleU, middleW, type Profile } from '../plane/profiles';
import { settlePlaneFlow } from '../plane/settle';
import { type GhiaProfiles, ghiaProfiles } from './ghia-1982';

/** Cells along each side, and the root mean square error allowed on each middle line, in lid speeds. */
const setups = {
  100: { cells: 64, quickCells: 40, tolerance: 0.01, dt: 0.05, changeRate: 2e-5 },
  1000: { cells: 64, quickCells: 64, tolerance: 0.03, dt: 0.1, changeRate: 2e-5 },
} as const;

const MAX_STEPS = 4000;

/**
 * The lid is the east wall here and moves along z, where the kernels take sources of momentum: the problem of the paper
 * mirrored at the diagonal, so that its u is w and its x is z.
 */
function solve(
  reynolds: 100 | 1000,
  cells: number,
  options: CaseOptions,
  onProgress: (share: number) => void,
): PlaneFlow {
  const { dt, changeRate } = setups[reynolds];
  const faces = evenFaces(cells, 1);
  const flow = createPlaneFlow({
    xFaces: faces,
    zFaces: faces,
    viscosity: 1 / reynolds,
    diffusivity: 0,
    buoyancy: 0,
    referenceTemperature: 0,
    lidSpeed: 1,
    slipSides: false,
    wallTemperature: {},
    advection: 'limited',
    backend: options.backend,
  });
  const step = { dt, momentumSweeps: 4, heatSweeps: 0, pressureIterations: 4 };
  settlePlaneFlow(flow, step, { changeRate, maxSteps: MAX_STEPS }, onProgress);
  return flow;
}

function rmsError(points: GhiaProfiles['u'], profile: Profile): number {
  const squares = points.map(([at, value]) => (interpolate(profile.at, profile.value, at) - value) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

function profileFigure(component: 'u' | 'v', reynolds: number, points: GhiaProfiles['u'], profile: Profile): Figure {
  return {
    id: `lid-driven-cavity-re${reynolds}-${component}`,
    title: { key: `figure.lid.${component}`, values: { re: reynolds } },
    x: { label: { key: component === 'u' ? 'axis.heightOfSide' : 'axis.acrossSide' }, unit: '', scale: 'linear' },
    y: { label: { key: `axis.${component}OverLid` }, unit: '', scale: 'linear' },
    series: [
      { label: { key: 'series.simulated' }, mark: 'line', x: profile.at, y: profile.value },
      {
        label: { key: 'series.ghia' },
        mark: 'points',
        x: points.map(([at]) => at),
        y: points.map(([, value]) => value),
      },
    ],
  };
}

function compare(profiles: GhiaProfiles, flow: PlaneFlow): { rows: ResultRow[]; figures: Figure[] } {
  const { reynolds } = profiles;
  const { tolerance } = setups[reynolds];
  const lines = { u: middleW(flow), v: middleU(flow) };
  const components = ['u', 'v'] as const;
  return {
    rows: components.map((component) => ({
      quantity: { key: `quantity.lid.${component}`, values: { re: reynolds } },
      unit: '',
      expected: 0,
      simulated: rmsError(profiles[component], lines[component]),
      tolerance,
      aim: null,
    })),
    figures: components.map((component) => profileFigure(component, reynolds, profiles[component], lines[component])),
  };
}

function run(options: CaseOptions): CaseResult {
  const parts = ghiaProfiles.map((profiles, n) => {
    const { cells, quickCells } = setups[profiles.reynolds];
    const flow = solve(profiles.reynolds, options.quick ? quickCells : cells, options, (share) =>
      options.onProgress?.((n + share) / ghiaProfiles.length),
    );
    return compare(profiles, flow);
  });
  return {
    rows: parts.flatMap(({ rows }) => rows),
    figures: parts.flatMap(({ figures }) => figures),
    cells: setups[1000].cells ** 2,
  };
}

export const lidDrivenCavity: ValidationCase = { id: 'lid-driven-cavity', run };
