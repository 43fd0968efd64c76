import { describe, expect, it } from 'vitest';
import type { AirConstants, RoomKernels, TurbulenceModel } from './backend';
import { createKernels } from './create-kernels';
import { AXES, createMesh, forEachCell, type Mesh } from './mesh';
import type { FreeFace } from './projection';

const CONSTANTS: AirConstants = {
  viscosity: 1.5e-5,
  diffusivity: 2.1e-5,
  turbulentPrandtl: 0.9,
  turbulence: 'zero-equation',
  buoyancy: 9.81 / 293,
  referenceCelsius: 20,
};

/** Numbers between -1 and 1 that look random; the same every time. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state / 2 ** 31;
  };
}

function uneven(n: number, seed: number): Float64Array {
  const next = noise(seed);
  const faces = new Float64Array(n + 1);
  for (let i = 1; i <= n; i++) faces[i] = faces[i - 1]! + 0.2 + 0.05 * next();
  return faces;
}

/** A room of uneven cells with a solid block, a leaking panel, a closed panel; odd counts so that coarse levels have rests. */
function awkwardMesh(): Mesh {
  const mesh = createMesh(uneven(19, 1), uneven(14, 2), uneven(11, 3));
  const at = (i: number, j: number, k: number) => i + mesh.stride[1] * j + mesh.stride[2] * k;
  forEachCell(mesh, (c, i, j, k) => {
    if (i >= 6 && i <= 8 && j >= 4 && j <= 7 && k <= 6) {
      mesh.solid[c] = 1;
      for (const axis of AXES) {
        mesh.open[axis][c] = 0;
        mesh.open[axis][c + mesh.stride[axis]] = 0;
      }
    }
  });
  for (let k = 1; k <= 9; k++) {
    for (let j = 1; j <= 14; j++) {
      mesh.open[0][at(13, j, k)] = j < 8 ? 0.05 : 0;
      mesh.loss[0][at(13, j, k)] = j < 8 ? 900 : 0;
    }
  }
  return mesh;
}

/** An opening to the outside over part of the low y wall. */
function openings(mesh: Mesh): FreeFace[] {
  const faces: FreeFace[] = [];
  for (let i = 15; i <= 18; i++) {
    const cell = i + mesh.stride[1] + mesh.stride[2] * 2;
    const area = mesh.width[0][i]! * mesh.width[2][2]!;
    faces.push({ face: cell, axis: 1, cell, inward: 1, area, distance: mesh.width[1][1]! / 2, loss: 2.7 });
  }
  return faces;
}

/** Air in disorder: every open face and air cell of both back ends holds the same noise, in single precision. */
function stir(mesh: Mesh, all: readonly RoomKernels[]): void {
  const next = noise(7);
  forEachCell(mesh, (c) => {
    const values = AXES.map((axis) => Math.fround(mesh.open[axis][c]! > 0 ? 0.5 * next() : 0));
    const energy = 0.01 * (1.1 + next());
    const [pressure, celsius, inflow, jet, exchange] = [
      0.1 * next(),
      25 + 5 * next(),
      0.01 * (1 + next()),
      0.01 * next(),
      0.002,
    ];
    for (const kernels of all) {
      for (const axis of AXES) kernels.velocity[axis][c] = values[axis]!;
      kernels.pressure[c] = Math.fround(pressure);
      kernels.temperature[c] = Math.fround(celsius);
      kernels.inflow[c] = Math.fround(inflow);
      kernels.inflowValue[c] = Math.fround(inflow * 18);
      kernels.jet[c] = Math.fround(jet);
      kernels.turbulentEnergy[c] = Math.fround(energy);
      kernels.dissipation[c] = Math.fround(energy * 0.7);
      kernels.inflowEnergy[c] = Math.fround(inflow * 0.004);
      kernels.inflowDissipation[c] = Math.fround(inflow * 0.002);
      kernels.exchange[c] = exchange;
      kernels.exchangeValue[c] = exchange * 12;
    }
  });
}

function pair(
  free = false,
  turbulence: TurbulenceModel = 'zero-equation',
): { mesh: Mesh; reference: RoomKernels; wasm: RoomKernels } {
  const mesh = awkwardMesh();
  const faces = free ? openings(mesh) : [];
  const constants = { ...CONSTANTS, turbulence };
  const reference = createKernels('reference', mesh, faces, constants);
  const wasm = createKernels('wasm', mesh, faces, constants);
  stir(mesh, [reference, wasm]);
  return { mesh, reference, wasm };
}

/** Largest difference of two fields over all cells and faces. */
function gap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = 0;
  for (let n = 0; n < a.length; n++) most = Math.max(most, Math.abs(a[n]! - b[n]!));
  return most;
}

const velocityGap = (a: RoomKernels, b: RoomKernels) =>
  Math.max(...AXES.map((axis) => gap(a.velocity[axis], b.velocity[axis])));

describe('backend-parity: WebAssembly against reference on noise with solids, panels and openings', () => {
  it('is there, and is used', () => {
    const { wasm } = pair();
    expect(wasm.backend).toBe('wasm');
  });

  it('viscosity agrees to 1e-6 of its size', () => {
    const { mesh, reference, wasm } = pair();
    reference.stepTurbulence(0.6, 4);
    wasm.stepTurbulence(0.6, 4);
    let most = 0;
    forEachCell(mesh, (c) => {
      most = Math.max(most, Math.abs(wasm.viscosity[c]! / reference.viscosity[c]! - 1));
    });
    expect(most).toBeLessThan(1e-6);
  });

  it('k and epsilon agree to 1e-5 of their size over three steps, and with them viscosity and friction of walls', () => {
    const { mesh, reference, wasm } = pair(false, 'k-epsilon');
    for (const kernels of [reference, wasm]) {
      for (let n = 0; n < 3; n++) kernels.stepTurbulence(0.6, 4);
    }
    for (const field of ['turbulentEnergy', 'dissipation', 'viscosity'] as const) {
      let most = 0;
      forEachCell(mesh, (c) => {
        if (!mesh.solid[c]) most = Math.max(most, Math.abs(wasm[field][c]! / reference[field][c]! - 1));
      });
      expect(most).toBeLessThan(1e-5);
    }
    // The disorder has fed it: it is not what it started from.
    expect(Math.max(...reference.turbulentEnergy)).toBeGreaterThan(0.03);
    // Friction alone is left to differ.
    wasm.viscosity.set(reference.viscosity);
    for (const kernels of [reference, wasm]) kernels.stepMomentum(0.6, 4, false);
    expect(velocityGap(reference, wasm)).toBeLessThan(2e-6);
  });

  for (const limited of [false, true]) {
    it(`momentum agrees to 2e-6 m/s${limited ? ' with limited advection' : ''}`, () => {
      const { reference, wasm } = pair();
      for (const kernels of [reference, wasm]) {
        kernels.stepTurbulence(0.6, 4);
        kernels.stepMomentum(0.6, 4, limited);
      }
      expect(velocityGap(reference, wasm)).toBeLessThan(2e-6);
      expect(Math.max(...reference.velocity[2])).toBeGreaterThan(0.1);
    });

    it(`heat agrees to 2e-5 K${limited ? ' with limited advection' : ''}`, () => {
      const { reference, wasm } = pair();
      for (const kernels of [reference, wasm]) {
        kernels.stepTurbulence(0.6, 4);
        kernels.stepHeat(0.6, 6, limited);
      }
      expect(gap(reference.temperature, wasm.temperature)).toBeLessThan(2e-5);
    });
  }

  for (const free of [false, true]) {
    it(`projection leaves the same velocity to 5e-6 m/s ${free ? 'with an opening' : 'in a closed room'}`, () => {
      const { mesh, reference, wasm } = pair(free);
      const reports = [reference, wasm].map((kernels) => {
        const report = { iterations: 0, reduction: 1 };
        // Losses count at the speeds with which the momentum step begins.
        kernels.stepMomentum(0.6, 4, false);
        kernels.project(0.6, 1e-6, 60, report);
        return report;
      });
      expect(velocityGap(reference, wasm)).toBeLessThan(5e-6);
      let pressure = 0;
      forEachCell(mesh, (c) => {
        if (!mesh.solid[c]) pressure = Math.max(pressure, Math.abs(reference.pressure[c]! - wasm.pressure[c]!));
      });
      expect(pressure).toBeLessThan(1e-5);
      expect(wasm.massImbalance()).toBeLessThan(5e-5);
      expect(Math.abs(reports[1]!.iterations - reports[0]!.iterations)).toBeLessThanOrEqual(1);
    });
  }
});

describe('backend-parity: rooms in two sealed parts', () => {
  it('each part keeps its own mean pressure, and the velocity is the same to 5e-6 m/s', () => {
    const mesh = awkwardMesh();
    for (let k = 1; k <= mesh.nz; k++) {
      for (let j = 1; j <= mesh.ny; j++) {
        const c = 13 + mesh.stride[1] * j + mesh.stride[2] * k;
        mesh.open[0][c] = 0;
        mesh.loss[0][c] = 0;
      }
    }
    const both = (['reference', 'wasm'] as const).map((backend) => createKernels(backend, mesh, [], CONSTANTS));
    expect(both.map(({ regions }) => regions.count)).toEqual([2, 2]);
    stir(mesh, both);
    for (const kernels of both) {
      kernels.pressure.fill(0);
      kernels.project(0.6, 1e-6, 60, { iterations: 0, reduction: 1 });
      const sums = [0, 0, 0];
      forEachCell(mesh, (c) => {
        sums[kernels.regions.label[c]!]! += kernels.pressure[c]!;
      });
      for (const sum of sums.slice(1)) expect(Math.abs(sum)).toBeLessThan(2e-3);
    }
    expect(velocityGap(both[0]!, both[1]!)).toBeLessThan(5e-6);
    expect(both[1]!.massImbalance()).toBeLessThan(5e-5);
  });
});

describe('backend-parity: what is measured on the fields', () => {
  it('mass imbalance and heat content agree to 1e-6, and both see a number that is not finite', () => {
    const { mesh, reference, wasm } = pair();
    expect(wasm.massImbalance() / reference.massImbalance()).toBeCloseTo(1, 6);
    expect(wasm.heatContent() / reference.heatContent()).toBeCloseTo(1, 6);
    const cell = 3 + mesh.stride[1] * 3 + mesh.stride[2] * 3;
    for (const kernels of [reference, wasm]) {
      expect(kernels.isFinite()).toBe(true);
      kernels.temperature[cell] = Number.POSITIVE_INFINITY;
      expect(kernels.isFinite()).toBe(false);
      kernels.temperature[cell] = 20;
      kernels.pressure[cell] = Number.NaN;
      expect(kernels.isFinite()).toBe(false);
    }
  });
});
