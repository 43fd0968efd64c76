import { describe, expect, it } from 'vitest';
import { createMesh, forEachCell, type Mesh } from './mesh';
import { createPoissonSolver, setConductance, solvePoisson } from './multigrid';

function uniform(n: number, length: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, i) => (i * length) / n);
}

/** Unit-mobility conductances of every open face. */
function conductances(mesh: Mesh): [Float64Array, Float64Array, Float64Array] {
  const g: [Float64Array, Float64Array, Float64Array] = [
    new Float64Array(mesh.size),
    new Float64Array(mesh.size),
    new Float64Array(mesh.size),
  ];
  forEachCell(mesh, (c, i, j, k) => {
    const w = [mesh.width[0][i]!, mesh.width[1][j]!, mesh.width[2][k]!];
    const below = [mesh.width[0][i - 1]!, mesh.width[1][j - 1]!, mesh.width[2][k - 1]!];
    for (const axis of [0, 1, 2] as const) {
      const area = (w[0]! * w[1]! * w[2]!) / w[axis]!;
      g[axis][c] = mesh.open[axis][c]! > 0 ? area / ((w[axis]! + below[axis]!) / 2) : 0;
    }
  });
  return g;
}

/** Error and iterations for the known solution cos(pi x / a) cos(pi y / b) cos(pi z / c) of a closed box. */
function solveCosine(n: number): { error: number; iterations: number } {
  const size = [3, 2, 1] as const;
  const mesh = createMesh(uniform(n, size[0]), uniform(n, size[1]), uniform(n, size[2]));
  const solver = createPoissonSolver(mesh);
  setConductance(solver, conductances(mesh), null);
  const exact = new Float64Array(mesh.size);
  const b = new Float64Array(mesh.size);
  const factor = -(Math.PI ** 2) * size.reduce((sum, length) => sum + 1 / length ** 2, 0);
  forEachCell(mesh, (c, i, j, k) => {
    const at = [i, j, k].map((m, axis) => (mesh.faces[axis]![m - 1]! + mesh.faces[axis]![m]!) / 2);
    exact[c] = at.reduce((product, x, axis) => product * Math.cos((Math.PI * x) / size[axis]!), 1);
    b[c] = factor * exact[c]! * mesh.width[0][i]! * mesh.width[1][j]! * mesh.width[2][k]!;
  });
  const x = new Float64Array(mesh.size);
  const report = { iterations: 0, reduction: 1 };
  solvePoisson(solver, b, x, 1e-10, 60, report);
  let error = 0;
  forEachCell(mesh, (c) => {
    error = Math.max(error, Math.abs(x[c]! - exact[c]!));
  });
  return { error, iterations: report.iterations };
}

describe('poisson solver', () => {
  it('converges with second order on a closed box', () => {
    const coarse = solveCosine(16);
    const fine = solveCosine(32);
    expect(coarse.error).toBeLessThan(0.012);
    expect(coarse.error / fine.error).toBeGreaterThan(3.5);
  });

  it('takes at most 50 iterations to 1e-10, whatever the size', () => {
    expect(solveCosine(16).iterations).toBeLessThanOrEqual(50);
    expect(solveCosine(32).iterations).toBeLessThanOrEqual(50);
  });

  it('keeps regions behind closed panels apart, each with its own mean', () => {
    const mesh = createMesh(uniform(8, 2), uniform(4, 1), uniform(4, 1));
    for (let k = 1; k <= 4; k++) {
      for (let j = 1; j <= 4; j++) mesh.open[0][5 + mesh.stride[1] * j + mesh.stride[2] * k] = 0;
    }
    const solver = createPoissonSolver(mesh);
    expect(solver.regions).toBe(2);
    setConductance(solver, conductances(mesh), null);
    const b = new Float64Array(mesh.size);
    // A dipole in the left half only: the right half must stay at rest.
    b[1 + mesh.stride[1] + mesh.stride[2]] = 1;
    b[4 + mesh.stride[1] * 4 + mesh.stride[2] * 4] = -1;
    const x = new Float64Array(mesh.size);
    solvePoisson(solver, b, x, 1e-9, 60, { iterations: 0, reduction: 1 });
    forEachCell(mesh, (c, i) => {
      if (i >= 5) expect(Math.abs(x[c]!)).toBeLessThan(1e-12);
    });
    expect(x[1 + mesh.stride[1] + mesh.stride[2]]!).toBeLessThan(-0.5);
  });
});
