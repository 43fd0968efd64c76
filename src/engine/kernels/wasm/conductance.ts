import { AXES, type Axis, type Mesh } from '../mesh';
import type { PoissonSolver } from '../multigrid';
import type { FreeFace } from '../projection';
import type { Velocity } from '../velocity';
import { type Box, boxOf, packedIndex } from './layout';

/** A multigrid level in the kernels' memory, packed. */
export interface WasmLevel {
  readonly box: Box;
  readonly g: readonly [Float32Array, Float32Array, Float32Array];
  readonly tie: Float32Array;
  readonly inverse: Float32Array;
}

/** What changes of a level from step to step: conductances beside leaking faces, ties of cells at free openings. */
interface LevelUpdate {
  readonly faces: { axis: Axis; target: number; children: readonly number[]; ratio: number }[];
  readonly ties: { target: number; children: readonly number[] }[];
  /** Cells whose diagonal follows: packed index of the cell, then of its low and high faces along x, y, z. */
  readonly cells: Int32Array;
}

interface LeakingFace {
  readonly axis: Axis;
  readonly face: number;
  readonly packed: number;
  /** Area over centre distance, m, and K / distance, 1/m. */
  readonly conductance: number;
  readonly lossRate: number;
}

/**
 * Conductances of the pressure equation divided by the time step: geometry, but for faces with losses and free
 * openings, whose mobility 1 / (1 + dt K |u| / d) follows the flow as it was when the momentum step began. Only those, and what they touch, are redone in a step.
 */
export interface ConductanceUpdates {
  readonly leaking: readonly LeakingFace[];
  readonly levels: readonly LevelUpdate[];
  readonly freeMobility: Float64Array;
  /** Speeds at leaking faces and free openings when the momentum step began, m/s. */
  readonly speed: Float64Array;
  readonly freeSpeed: Float64Array;
}

/** Notes the speeds at which losses are linearised, before the momentum step. */
export function noteSpeeds(updates: ConductanceUpdates, freeFaces: readonly FreeFace[], velocity: Velocity): void {
  const { leaking, speed, freeSpeed } = updates;
  for (let n = 0; n < leaking.length; n++) speed[n] = Math.abs(velocity[leaking[n]!.axis][leaking[n]!.face]!);
  for (let n = 0; n < freeFaces.length; n++) {
    freeSpeed[n] = Math.abs(velocity[freeFaces[n]!.axis][freeFaces[n]!.face]!);
  }
}

const CELL_WORDS = 7;

function position(stride: readonly [number, number, number], c: number): [number, number, number] {
  const k = Math.floor(c / stride[2]);
  const j = Math.floor((c - k * stride[2]) / stride[1]);
  return [c - k * stride[2] - j * stride[1], j, k];
}

/** Key of a face or cell of a level while the lists are built. */
const key = (axis: number, at: readonly number[]) => `${axis}:${at.join(',')}`;

export function createConductanceUpdates(
  mesh: Mesh,
  solver: PoissonSolver,
  freeFaces: readonly FreeFace[],
): ConductanceUpdates {
  const boxes = solver.levels.map(boxOf);
  const leaking: LeakingFace[] = [];
  let faces = new Map<string, { axis: Axis; at: [number, number, number] }>();
  for (const axis of AXES) {
    const loss = mesh.loss[axis];
    const open = mesh.open[axis];
    for (let c = 0; c < loss.length; c++) {
      if (loss[c] === 0 || open[c] === 0) continue;
      const at = position(mesh.stride, c);
      const width = mesh.width[axis];
      const distance = (width[at[axis] - 1]! + width[at[axis]]!) / 2;
      let area = 1;
      for (const other of AXES) if (other !== axis) area *= mesh.width[other][at[other]]!;
      leaking.push({
        axis,
        face: c,
        packed: packedIndex(boxes[0]!, ...at),
        conductance: area / distance,
        lossRate: loss[c]! / distance,
      });
      faces.set(key(axis, at), { axis, at });
    }
  }
  let tied = new Map(
    freeFaces.map((free) => [key(3, position(mesh.stride, free.cell)), position(mesh.stride, free.cell)]),
  );
  const levels: LevelUpdate[] = [];
  boxes.forEach((box, l) => {
    const update: LevelUpdate = { faces: [], ties: [], cells: new Int32Array(0) };
    if (l > 0) {
      const fineBox = boxes[l - 1]!;
      const coarseFaces: typeof faces = new Map();
      for (const { axis, at } of faces.values()) {
        // Only odd fine faces lie on a coarse face.
        if (at[axis] % 2 === 0) continue;
        const parent = at.map((n) => (n + 1) >> 1) as [number, number, number];
        if (parent[axis] >= 2) coarseFaces.set(key(axis, parent), { axis, at: parent });
      }
      for (const { axis, at } of coarseFaces.values()) {
        update.faces.push({
          axis,
          target: packedIndex(box, ...at),
          children: childFaces(fineBox, axis, at),
          ratio:
            centreDistance(solver.levels[l - 1]!.width[axis], 2 * at[axis] - 1) /
            centreDistance(solver.levels[l]!.width[axis], at[axis]),
        });
      }
      const coarseTied: typeof tied = new Map();
      for (const at of tied.values()) {
        const parent = at.map((n) => (n + 1) >> 1) as [number, number, number];
        coarseTied.set(key(3, parent), parent);
      }
      for (const at of coarseTied.values()) {
        update.ties.push({ target: packedIndex(box, ...at), children: childCells(fineBox, at) });
      }
      faces = coarseFaces;
      tied = coarseTied;
    }
    levels.push({ ...update, cells: touchedCells(box, [...faces.values()], [...tied.values()]) });
  });
  return {
    leaking,
    levels,
    freeMobility: new Float64Array(freeFaces.length),
    speed: new Float64Array(leaking.length),
    freeSpeed: new Float64Array(freeFaces.length),
  };
}

function centreDistance(width: Float64Array, index: number): number {
  return (width[index - 1]! + width[index]!) / 2;
}

function childFaces(fine: Box, axis: Axis, at: readonly number[]): number[] {
  const result: number[] = [];
  const counts = [fine.nx, fine.ny, fine.nz];
  const [b, d] = axis === 0 ? [1, 2] : axis === 1 ? [0, 2] : [0, 1];
  for (const stepD of [1, 0]) {
    for (const stepB of [1, 0]) {
      const child = [0, 0, 0];
      child[axis] = 2 * at[axis]! - 1;
      child[b!] = 2 * at[b!]! - stepB;
      child[d!] = 2 * at[d!]! - stepD;
      if (child[b!]! <= counts[b!]! && child[d!]! <= counts[d!]!)
        result.push(packedIndex(fine, child[0]!, child[1]!, child[2]!));
    }
  }
  return result;
}

function childCells(fine: Box, at: readonly number[]): number[] {
  const result: number[] = [];
  for (let n = 0; n < 8; n++) {
    const [i, j, k] = [2 * at[0]! - (n & 1), 2 * at[1]! - ((n >> 1) & 1), 2 * at[2]! - (n >> 2)];
    if (i <= fine.nx && j <= fine.ny && k <= fine.nz) result.push(packedIndex(fine, i, j, k));
  }
  return result;
}

function touchedCells(
  box: Box,
  faces: readonly { axis: Axis; at: readonly number[] }[],
  tied: readonly (readonly number[])[],
): Int32Array {
  const cells = new Map<string, readonly number[]>();
  for (const at of tied) cells.set(key(3, at), at);
  for (const { axis, at } of faces) {
    const low = at.map((n, a) => (a === axis ? n - 1 : n));
    cells.set(key(3, at), at);
    cells.set(key(3, low), low);
  }
  const words: number[] = [];
  for (const [i, j, k] of cells.values()) {
    const at = (a: number, b: number, c: number) => packedIndex(box, i! + a, j! + b, k! + c);
    words.push(at(0, 0, 0), at(0, 0, 0), at(1, 0, 0), at(0, 0, 0), at(0, 1, 0), at(0, 0, 0), at(0, 0, 1));
  }
  return Int32Array.from(words);
}

/** Brings conductances, ties and diagonals to the mobility that the noted speeds give. `natural`: finest faces, unpacked. */
export function updateConductance(
  updates: ConductanceUpdates,
  levels: readonly WasmLevel[],
  natural: readonly [Float32Array, Float32Array, Float32Array],
  freeFaces: readonly FreeFace[],
  freePacked: Int32Array,
  dt: number,
): void {
  const { leaking, freeMobility, speed, freeSpeed } = updates;
  if (leaking.length === 0 && freeFaces.length === 0) return;
  const finest = levels[0]!;
  for (let n = 0; n < leaking.length; n++) {
    const { axis, face, packed, conductance, lossRate } = leaking[n]!;
    const g = conductance / (1 + dt * lossRate * speed[n]!);
    natural[axis][face] = g;
    finest.g[axis][packed] = g;
  }
  for (let n = 0; n < freeFaces.length; n++) finest.tie[freePacked[n]!] = 0;
  for (let n = 0; n < freeFaces.length; n++) {
    const { loss, area, distance } = freeFaces[n]!;
    freeMobility[n] = 1 / (1 + (dt * loss * freeSpeed[n]!) / distance);
    finest.tie[freePacked[n]!]! += (freeMobility[n]! * area) / distance;
  }
  for (let l = 0; l < levels.length; l++) {
    const level = levels[l]!;
    const update = updates.levels[l]!;
    if (l > 0) {
      const fine = levels[l - 1]!;
      for (let n = 0; n < update.faces.length; n++) {
        const { axis, target, children, ratio } = update.faces[n]!;
        level.g[axis][target] = sumOf(fine.g[axis], children) * ratio;
      }
      for (let n = 0; n < update.ties.length; n++)
        level.tie[update.ties[n]!.target] = sumOf(fine.tie, update.ties[n]!.children);
    }
    invertTouched(level, update.cells);
  }
}

function sumOf(values: Float32Array, places: readonly number[]): number {
  let sum = 0;
  for (let n = 0; n < places.length; n++) sum += values[places[n]!]!;
  return sum;
}

function invertTouched(level: WasmLevel, cells: Int32Array): void {
  const [gx, gy, gz] = level.g;
  for (let n = 0; n < cells.length; n += CELL_WORDS) {
    const c = cells[n]!;
    const sum =
      gx[cells[n + 1]!]! +
      gx[cells[n + 2]!]! +
      gy[cells[n + 3]!]! +
      gy[cells[n + 4]!]! +
      gz[cells[n + 5]!]! +
      gz[cells[n + 6]!]! +
      level.tie[c]!;
    level.inverse[c] = sum > 0 ? 1 / sum : 0;
  }
}
