import { addProduct, total } from './dot';
import {
  inverseWx, inverseWy, inverseWz, ny, nz, planeBytes, pressure, rowBytes, splat, u, v, w, wx, wy, wz,
} from './grid';
import { isOdd, Level, rowOf } from './level';
import { cycle, levelAt, negativeImage } from './multigrid';
import { unpack } from './packing';
import { setPartial, sumPartials } from './partials';
import { rows } from './stencil';
import { dismiss, firstPlane, fork, gather, lastPlane, task } from './team';
import { wave } from './wave';

/** Search direction, its image and the answer of the conjugate gradients, packed like the finest level. */
export let direction: usize = 0;
export let image: usize = 0;
export let answer: usize = 0;
/** The answer in natural order, m² (pressure correction over density times the time step). */
export let correction: usize = 0;
/** Conductance of each face in natural order, m. */
export let conductanceX: usize = 0;
export let conductanceY: usize = 0;
export let conductanceZ: usize = 0;
/** Connected air region of each cell, packed, from 1; sums and numbers of cells of the regions, 64-bit floats. */
export let regions: i32 = 0;
export let labels: usize = 0;
export let regionSums: usize = 0;
export let regionCells: usize = 0;

/** Norm of the residual at the start and at the end of the last solve, m³/s. */
export let startNorm: f64 = 0;
export let endNorm: f64 = 0;

function divergencePart(part: i32, parts: i32): void {
  const level = levelAt(0);
  const zero = f32x4.splat(0);
  const last = lastPlane(nz, part, parts);
  for (let k = firstPlane(nz, part, parts); k <= last; k++) {
    for (let j = 1; j <= ny; j++) {
      const start = planeBytes * <usize>k + rowBytes * <usize>j;
      const widthY = splat(wy, j);
      const widthZ = splat(wz, k);
      const areaX = f32x4.mul(widthY, widthZ);
      for (let i: usize = 0; i < rowBytes; i += 16) {
        const c = start + i;
        const widthX = v128.load(wx + i);
        const x = f32x4.mul(f32x4.sub(v128.load(u + c), v128.load(u + c, 4)), areaX);
        const y = f32x4.mul(f32x4.sub(v128.load(v + c), v128.load(v + c + rowBytes)), f32x4.mul(widthX, widthZ));
        const z = f32x4.mul(f32x4.sub(v128.load(w + c), v128.load(w + c + planeBytes)), f32x4.mul(widthX, widthY));
        v128.store(rows + i, f32x4.add(f32x4.add(x, y), z));
      }
      const odd = isOdd(0, j, k);
      let even = rowOf(level, odd ? 1 : 0, j, k);
      let uneven = rowOf(level, odd ? 0 : 1, j, k);
      for (let i: usize = 0; i < rowBytes; i += 32) {
        const a = v128.load(rows + i);
        const b = v128.load(rows + i, 16);
        const airEven = f32x4.ne(v128.load(level.inverse + even), zero);
        const airOdd = f32x4.ne(v128.load(level.inverse + uneven), zero);
        v128.store(level.b + even, v128.and(v128.shuffle<f32>(a, b, 0, 2, 4, 6), airEven));
        v128.store(level.b + uneven, v128.and(v128.shuffle<f32>(a, b, 1, 3, 5, 7), airOdd));
        even += 16;
        uneven += 16;
      }
    }
  }
}

/** Minus the net outflow of each cell into the right-hand side of the finest level; 0 where no face is open. */
export function setDivergence(): void {
  gather();
  fork(divergencePart);
  dismiss();
}

/** Where the cells of one colour of a plane begin; both colours are looked at, ghosts included: they hold zeros. */
@inline
function planeOf(level: Level, colour: i32, k: i32): usize {
  return <usize>colour * level.halfSize + level.halfPlane * <usize>k;
}

/** Right-hand side: sums of the planes. */
function sumRight(part: i32, parts: i32): void {
  sumField(levelAt(0).b, part, parts);
}

function sumAnswer(part: i32, parts: i32): void {
  sumField(answer, part, parts);
}

function sumField(x: usize, part: i32, parts: i32): void {
  const level = levelAt(0);
  const one = f32x4.splat(1);
  const last = lastPlane(nz, part, parts);
  for (let k = firstPlane(nz, part, parts); k <= last; k++) {
    let sum = f64x2.splat(0);
    for (let colour = 0; colour < 2; colour++) {
      const start = planeOf(level, colour, k);
      for (let at = start; at < start + level.halfPlane; at += 16) sum = addProduct(sum, v128.load(x + at), one);
    }
    setPartial(k, total(sum));
  }
}

/** Takes the mean off the right-hand side, forms the square norm of what is left, and clears the answer. */
function startRight(part: i32, parts: i32): void {
  const level = levelAt(0);
  const b = level.b;
  const mean = f32x4.splat(task().factor);
  const zero = f32x4.splat(0);
  const last = lastPlane(nz, part, parts);
  for (let k = firstPlane(nz, part, parts); k <= last; k++) {
    let sum = f64x2.splat(0);
    for (let colour = 0; colour < 2; colour++) {
      const start = planeOf(level, colour, k);
      for (let at = start; at < start + level.halfPlane; at += 16) {
        const air = f32x4.ne(v128.load(level.inverse + at), zero);
        const value = f32x4.sub(v128.load(b + at), v128.and(mean, air));
        v128.store(b + at, value);
        v128.store(answer + at, zero);
        sum = addProduct(sum, value, value);
      }
    }
    setPartial(k, total(sum));
  }
}

/** Takes the mean off the answer and puts it in natural order. */
function finishAnswer(part: i32, parts: i32): void {
  const level = levelAt(0);
  const mean = f32x4.splat(task().factor);
  const zero = f32x4.splat(0);
  const first = firstPlane(nz, part, parts);
  const last = lastPlane(nz, part, parts);
  for (let k = first; k <= last; k++) {
    for (let colour = 0; colour < 2; colour++) {
      const start = planeOf(level, colour, k);
      for (let at = start; at < start + level.halfPlane; at += 16) {
        const air = f32x4.ne(v128.load(level.inverse + at), zero);
        v128.store(answer + at, f32x4.sub(v128.load(answer + at), v128.and(mean, air)));
      }
    }
  }
  unpack(answer, correction, level.halfRow, ny + 2, first, last, level.halfSize);
}

/** Where all air hangs together and nothing ties its pressure to the outside: cells of that one region, else 0. */
@inline
function cellsOfOneRegion(): f64 {
  return regions === 1 ? load<f64>(regionCells, 8) : 0;
}

/** Takes the mean out of each of several sealed regions, where pressure is known up to a constant only. */
function removeRegionMeans(level: Level, x: usize): void {
  const cells = level.halfSize >> 1;
  for (let r = 0; r <= regions; r++) store<f64>(regionSums + (<usize>r << 3), 0);
  for (let n: usize = 0; n < cells; n++) {
    const sum = regionSums + (<usize>load<i32>(labels + (n << 2)) << 3);
    store<f64>(sum, load<f64>(sum) + <f64>load<f32>(x + (n << 2)));
  }
  for (let r = 0; r <= regions; r++) {
    const at = <usize>r << 3;
    const count = load<f64>(regionCells + at);
    store<f64>(regionSums + at, count > 0 ? load<f64>(regionSums + at) / count : 0);
  }
  for (let n: usize = 0; n < cells; n++) {
    const mean = load<f64>(regionSums + (<usize>load<i32>(labels + (n << 2)) << 3));
    const at = x + (n << 2);
    store<f32>(at, <f32>(<f64>load<f32>(at) - mean));
  }
}

/** direction = z + beta direction in a plane, z the answer of the V-cycle. */
function turn(level: Level, k: i32, beta: f32): void {
  const factor = f32x4.splat(beta);
  const x = level.x;
  for (let colour = 0; colour < 2; colour++) {
    const start = planeOf(level, colour, k);
    const end = start + level.halfPlane;
    for (let at = start; at < end; at += 16) {
      v128.store(direction + at, f32x4.add(v128.load(x + at), f32x4.mul(factor, v128.load(direction + at))));
    }
  }
}

/** image = A direction in a plane. Returns their dot product. */
function applyOperator(level: Level, k: i32): f64 {
  const halfRow = level.halfRow;
  const halfPlane = level.halfPlane;
  const gx = level.gx;
  const gy = level.gy;
  const gz = level.gz;
  const tie = level.tie;
  const x = direction;
  const result = image;
  let dot = f64x2.splat(0);
  for (let colour = 0; colour < 2; colour++) {
    for (let j = 1; j <= level.ny; j++) {
      let own = rowOf(level, colour, j, k);
      let other = rowOf(level, 1 - colour, j, k);
      const low: usize = isOdd(colour, j, k) ? 0 : -4;
      const end = own + halfRow;
      while (own < end) {
        const value = f32x4.neg(negativeImage(x, own, other, other + low, gx, gy, gz, tie, halfRow, halfPlane));
        v128.store(result + own, value);
        dot = addProduct(dot, value, v128.load(x + own));
        own += 16;
        other += 16;
      }
    }
  }
  return total(dot);
}

/** Stages of one search direction: its plane, then its image with their dot product. */
function stageDirection(h: i32, k: i32): void {
  const level = levelAt(0);
  if (h === 0) turn(level, k, task().factor);
  else setPartial(k, applyOperator(level, k));
}

/** answer += alpha direction, residual -= alpha image, and the square norm of the residual. */
function advance(part: i32, parts: i32): void {
  const level = levelAt(0);
  const b = level.b;
  const factor = f32x4.splat(task().factor);
  const last = lastPlane(nz, part, parts);
  for (let k = firstPlane(nz, part, parts); k <= last; k++) {
    let sum = f64x2.splat(0);
    for (let colour = 0; colour < 2; colour++) {
      const start = planeOf(level, colour, k);
      const end = start + level.halfPlane;
      for (let at = start; at < end; at += 16) {
        v128.store(answer + at, f32x4.add(v128.load(answer + at), f32x4.mul(factor, v128.load(direction + at))));
        const left = f32x4.sub(v128.load(b + at), f32x4.mul(factor, v128.load(image + at)));
        v128.store(b + at, left);
        sum = addProduct(sum, left, left);
      }
    }
    setPartial(k, total(sum));
  }
}

/**
 * Single precision holds no smaller share of a residual: going on would work on rounding, and where nothing moves
 * make wind of it.
 */
const LEAST_REDUCTION: f64 = 1e-7;

/**
 * Conjugate gradients with one V-cycle as preconditioner, from zero, until the norm of the residual falls to
 * `tolerance`, m³/s. The residual lives in the right-hand side of the finest level. Returns the iterations.
 */
export function solve(tolerance: f64, maxIterations: i32): i32 {
  gather();
  const level = levelAt(0);
  const job = task();
  const cells = cellsOfOneRegion();
  job.factor = 0;
  if (cells > 0) {
    fork(sumRight);
    job.factor = <f32>(sumPartials(nz) / cells);
  } else if (regions > 1) removeRegionMeans(level, level.b);
  fork(startRight);
  startNorm = sqrt(sumPartials(nz));
  endNorm = startNorm;
  const enough = max(tolerance, startNorm * LEAST_REDUCTION);
  let rho: f64 = 0;
  let iteration = 0;
  while (iteration < maxIterations && endNorm > enough) {
    const rhoNew = cycle(0);
    if (!(rhoNew > 0)) break;
    job.factor = iteration === 0 ? 0 : <f32>(rhoNew / rho);
    rho = rhoNew;
    wave(stageDirection, 2, nz, false);
    const curvature = sumPartials(nz);
    if (!(curvature > 0)) break;
    job.factor = <f32>(rho / curvature);
    fork(advance);
    endNorm = sqrt(sumPartials(nz));
    iteration++;
  }
  job.factor = 0;
  if (cells > 0) {
    fork(sumAnswer);
    job.factor = <f32>(sumPartials(nz) / cells);
  } else if (regions > 1) removeRegionMeans(level, answer);
  fork(finishAnswer);
  dismiss();
  return iteration;
}

function correctPart(part: i32, parts: i32): void {
  const inverseDt = f32x4.splat(1 / task().dt);
  const last = lastPlane(nz, part, parts);
  for (let k = firstPlane(nz, part, parts); k <= last; k++) {
    for (let j = 1; j <= ny; j++) {
      const start = planeBytes * <usize>k + rowBytes * <usize>j;
      const inverseY = splat(inverseWy, j);
      const inverseZ = splat(inverseWz, k);
      const inverseAreaX = f32x4.mul(inverseY, inverseZ);
      for (let i: usize = 0; i < rowBytes; i += 16) {
        const c = start + i;
        const inverseX = v128.load(inverseWx + i);
        const q = v128.load(correction + c);
        const gradientX = f32x4.mul(f32x4.sub(q, v128.load(correction + c - 4)), f32x4.mul(v128.load(conductanceX + c), inverseAreaX));
        const gradientY = f32x4.mul(
          f32x4.sub(q, v128.load(correction + c - rowBytes)),
          f32x4.mul(v128.load(conductanceY + c), f32x4.mul(inverseX, inverseZ)),
        );
        const gradientZ = f32x4.mul(
          f32x4.sub(q, v128.load(correction + c - planeBytes)),
          f32x4.mul(v128.load(conductanceZ + c), f32x4.mul(inverseX, inverseY)),
        );
        v128.store(u + c, f32x4.sub(v128.load(u + c), gradientX));
        v128.store(v + c, f32x4.sub(v128.load(v + c), gradientY));
        v128.store(w + c, f32x4.sub(v128.load(w + c), gradientZ));
        v128.store(pressure + c, f32x4.add(v128.load(pressure + c), f32x4.mul(q, inverseDt)));
      }
    }
  }
}

/** u -= g (q - q_low) / area at every open face, p += q / dt. */
export function correct(dt: f32): void {
  gather();
  task().dt = dt;
  fork(correctPart);
  dismiss();
}
