import { createKernels } from '../../engine/kernels/create-kernels';
import { cellIndex, createMesh, forEachCell, type Mesh } from '../../engine/kernels/mesh';
import type { CaseOptions, CaseResult, Figure, ResultRow, ValidationCase } from '../case';
import { evenFaces } from '../plane/lines';

type Advection = 'upwind' | 'limited';

/** Both components of a unit speed at 45 degrees. */
const SPEED = Math.SQRT1_2;

/**
 * Upwind at 45 degrees smears like a diffusivity of u h / (2 sqrt 2): the leading error u_i h / 2 of each direction,
 * the same along both; equals the rule of de Vahl Davis & Mallinson 1976, Comput. Fluids 4:29-43, at that angle.
 */
const UPWIND_SHARE = Math.SQRT1_2 / 2;

/** Constant of the zero-equation model and the turbulent Prandtl number: what the numeric diffusivity is set beside. */
const TURBULENT_SHARE = 0.03874 / 0.9;

interface Front {
  /** Distance across the front, in sides; and the value there. */
  readonly across: number[];
  readonly value: number[];
  /** Numeric diffusivity over speed and cell size. */
  readonly diffusivityShare: number;
}

/** A step from 1 (from the west) to 0 (from below) carried at 45 degrees through a square without diffusion. */
function carryStep(cells: number, advection: Advection, backend: CaseOptions['backend']): Front {
  const faces = evenFaces(cells, 1);
  const mesh = createMesh(faces, Float64Array.of(0, 1), faces);
  const constants = {
    viscosity: 0,
    diffusivity: 0,
    turbulentPrandtl: 1,
    turbulence: 'zero-equation',
    buoyancy: 0,
    referenceCelsius: 0,
  } as const;
  const kernels = createKernels(backend, mesh, [], constants);
  forEachCell(mesh, (c) => {
    for (const axis of [0, 2] as const) if (mesh.open[axis][c]! > 0) kernels.velocity[axis][c] = SPEED;
  });
  const flow = SPEED / cells;
  for (let n = 0; n < cells; n++) {
    kernels.inflow[cellIndex(mesh, 0, 0, n)]! += flow;
    kernels.inflow[cellIndex(mesh, n, 0, 0)]! += flow;
  }
  for (let step = 0; step < 5 * cells; step++) {
    kernels.inflowValue.fill(0);
    for (let n = 0; n < cells; n++) kernels.inflowValue[cellIndex(mesh, 0, 0, n)] = flow;
    kernels.stepHeat(1 / cells, 6, advection === 'limited');
  }
  return frontOf(mesh, cells, kernels.temperature);
}

/**
 * The front on the falling diagonal. An error function of deviation sigma has an integral of T (1 - T) of
 * sigma / sqrt(pi), and D = u sigma² / (2 s) at the distance s from the corner.
 */
function frontOf(mesh: Mesh, cells: number, value: ArrayLike<number>): Front {
  const across: number[] = [];
  const profile: number[] = [];
  let integral = 0;
  for (let i = 0; i < cells; i++) {
    const j = cells - 1 - i;
    const here = value[cellIndex(mesh, i, 0, j)]!;
    across.push(((j - i) / cells) * Math.SQRT1_2);
    profile.push(here);
    integral += here * (1 - here) * (Math.SQRT2 / cells);
  }
  const deviation = integral * Math.sqrt(Math.PI);
  const diffusivity = deviation ** 2 / (2 * Math.SQRT1_2);
  return { across, value: profile, diffusivityShare: diffusivity * cells };
}

function figureOf(coarse: Record<Advection, Front>, fine: Record<Advection, Front>, cells: number): Figure {
  const near = (front: Front) => front.across.map((_, n) => n).filter((n) => Math.abs(front.across[n]!) < 0.36);
  const line = (advection: Advection, front: Front, count: number, mark: 'line' | 'dashes') => {
    const shown = near(front);
    return {
      label: { key: `series.${advection}`, values: { cells: count } },
      mark,
      x: shown.map((n) => front.across[n]!),
      y: shown.map((n) => front.value[n]!),
    };
  };
  return {
    id: 'oblique-step',
    title: { key: 'figure.oblique' },
    x: { label: { key: 'axis.acrossFront' }, unit: '', scale: 'linear' },
    y: { label: { key: 'axis.scalar' }, unit: '', scale: 'linear' },
    series: [
      line('upwind', coarse.upwind, cells, 'dashes'),
      line('upwind', fine.upwind, 2 * cells, 'line'),
      line('limited', coarse.limited, cells, 'dashes'),
      line('limited', fine.limited, 2 * cells, 'line'),
      { label: { key: 'series.exact' }, mark: 'dashes', x: [-0.36, 0, 0, 0.36], y: [0, 0, 1, 1] },
    ],
  };
}

function rowsOf(coarse: Record<Advection, Front>, fine: Record<Advection, Front>, cells: number): ResultRow[] {
  const reported = (key: string, simulated: number, values?: Record<string, number>): ResultRow => ({
    quantity: { key: `quantity.oblique.${key}`, ...(values && { values }) },
    unit: '',
    expected: null,
    simulated,
    tolerance: null,
    aim: null,
  });
  const width = (front: Front, count: number) => Math.sqrt(front.diffusivityShare / count);
  return [
    {
      quantity: { key: 'quantity.oblique.upwind', values: { cells: 2 * cells } },
      unit: 'u h',
      expected: UPWIND_SHARE,
      simulated: fine.upwind.diffusivityShare,
      tolerance: 0.02 * UPWIND_SHARE,
      aim: null,
    },
    {
      quantity: { key: 'quantity.oblique.halving' },
      unit: '',
      expected: Math.SQRT1_2,
      simulated: width(fine.upwind, 2 * cells) / width(coarse.upwind, cells),
      tolerance: 0.02,
      aim: null,
    },
    {
      quantity: { key: 'quantity.oblique.limited', values: { cells: 2 * cells } },
      unit: 'u h',
      expected: 0,
      simulated: fine.limited.diffusivityShare,
      tolerance: 0.1 * UPWIND_SHARE,
      aim: null,
    },
    reported('halvingLimited', width(fine.limited, 2 * cells) / width(coarse.limited, cells)),
    reported('wallCellsUpwind', fine.upwind.diffusivityShare / TURBULENT_SHARE),
    reported('wallCellsLimited', fine.limited.diffusivityShare / TURBULENT_SHARE),
  ];
}

function run({ quick, backend, onProgress }: CaseOptions): CaseResult {
  const cells = quick ? 32 : 64;
  const solve = (count: number, from: number): Record<Advection, Front> => {
    const upwind = carryStep(count, 'upwind', backend);
    onProgress?.(from + 0.1);
    return { upwind, limited: carryStep(count, 'limited', backend) };
  };
  const coarse = solve(cells, 0);
  onProgress?.(0.2);
  const fine = solve(2 * cells, 0.5);
  return {
    rows: rowsOf(coarse, fine, cells),
    figures: [figureOf(coarse, fine, cells)],
    cells: 4 * cells ** 2,
  };
}

export const obliqueStep: ValidationCase = { id: 'oblique-step', run };
