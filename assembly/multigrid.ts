import { addProduct, total } from './dot';
import { isOdd, Level, rowOf } from './level';
import { pack, unpack } from './packing';
import { partialOf, setPartial, sumPartials } from './partials';
import { firstPlane, fork, lastPlane, task } from './team';
import { wave } from './wave';

/** Address of the level descriptors, finest first, each of LEVEL_BYTES. */
export let levels: usize = 0;
export let levelCount: i32 = 0;
const LEVEL_BYTES: usize = 64;

/**
 * Gauss-Seidel sweeps each way. A second one costs little, for the plane is still at hand when the wave comes back to it,
 * and saves half of the iterations. On the coarsest level they stand for an exact solve.
 */
const SWEEPS: i32 = 2;
const COARSEST_SWEEPS: i32 = 8;

@inline
export function levelAt(index: i32): Level {
  return changetype<Level>(levels + <usize>index * LEVEL_BYTES);
}

/** First half sweep of a plane from x = 0: the other colour adds nothing yet. */
function startRed(level: Level, k: i32): void {
  const start = level.halfPlane * <usize>k;
  const end = start + level.halfPlane;
  const x = level.x;
  const b = level.b;
  const inverse = level.inverse;
  for (let at = start; at < end; at += 16) {
    v128.store(x + at, f32x4.mul(v128.load(inverse + at), v128.load(b + at)));
  }
}

/** x = (sum g x_nb + b) / sum g on one colour of a plane. Returns the dot product of x and b there when asked to. */
function smooth(level: Level, colour: i32, k: i32, measure: bool): f64 {
  const halfRow = level.halfRow;
  const halfPlane = level.halfPlane;
  const gx = level.gx;
  const gy = level.gy;
  const gz = level.gz;
  const x = level.x;
  const b = level.b;
  const inverse = level.inverse;
  let dot = f64x2.splat(0);
  for (let j = 1; j <= level.ny; j++) {
    let own = rowOf(level, colour, j, k);
    let other = rowOf(level, 1 - colour, j, k);
    let low = isOdd(colour, j, k) ? other : other - 4;
    const end = own + halfRow;
    while (own < end) {
      const load = v128.load(b + own);
      let sum = f32x4.add(load, f32x4.mul(v128.load(gx + own), v128.load(x + low)));
      let more = f32x4.mul(v128.load(gx + low, 4), v128.load(x + low, 4));
      sum = f32x4.add(sum, f32x4.mul(v128.load(gy + own), v128.load(x + other - halfRow)));
      more = f32x4.add(more, f32x4.mul(v128.load(gy + other + halfRow), v128.load(x + other + halfRow)));
      sum = f32x4.add(sum, f32x4.mul(v128.load(gz + own), v128.load(x + other - halfPlane)));
      more = f32x4.add(more, f32x4.mul(v128.load(gz + other + halfPlane), v128.load(x + other + halfPlane)));
      const value = f32x4.mul(f32x4.add(sum, more), v128.load(inverse + own));
      v128.store(x + own, value);
      if (measure) dot = addProduct(dot, value, load);
      own += 16;
      other += 16;
      low += 16;
    }
  }
  return measure ? total(dot) : 0;
}

/** - A x of four cells of one colour; differences first, for single precision. */
@inline
export function negativeImage(
  x: usize, own: usize, other: usize, low: usize, gx: usize, gy: usize, gz: usize, tie: usize, halfRow: usize, halfPlane: usize,
): v128 {
  const here = v128.load(x + own);
  let sum = f32x4.mul(v128.load(gx + own), f32x4.sub(v128.load(x + low), here));
  let more = f32x4.mul(v128.load(gx + low, 4), f32x4.sub(v128.load(x + low, 4), here));
  sum = f32x4.add(sum, f32x4.mul(v128.load(gy + own), f32x4.sub(v128.load(x + other - halfRow), here)));
  more = f32x4.add(more, f32x4.mul(v128.load(gy + other + halfRow), f32x4.sub(v128.load(x + other + halfRow), here)));
  sum = f32x4.add(sum, f32x4.mul(v128.load(gz + own), f32x4.sub(v128.load(x + other - halfPlane), here)));
  more = f32x4.add(more, f32x4.mul(v128.load(gz + other + halfPlane), f32x4.sub(v128.load(x + other + halfPlane), here)));
  return f32x4.sub(f32x4.add(sum, more), f32x4.mul(v128.load(tie + own), here));
}

/** Adds the red residuals of one fine row to a coarse row in natural order: even i = 2 I, odd i = 2 I - 1. */
function addRow(fine: Level, j: i32, k: i32, target: usize, first: bool): void {
  const halfRow = fine.halfRow;
  const halfPlane = fine.halfPlane;
  const gx = fine.gx;
  const gy = fine.gy;
  const gz = fine.gz;
  const tie = fine.tie;
  const x = fine.x;
  const b = fine.b;
  const shift: usize = isOdd(0, j, k) ? 4 : 0;
  let own = rowOf(fine, 0, j, k) - shift;
  let other = rowOf(fine, 1, j, k) - shift;
  const low = shift - 4;
  const end = own + halfRow;
  while (own < end) {
    let sum = f32x4.add(negativeImage(x, own, other, other + low, gx, gy, gz, tie, halfRow, halfPlane), v128.load(b + own));
    if (!first) sum = f32x4.add(sum, v128.load(target));
    v128.store(target, sum);
    own += 16;
    other += 16;
    target += 16;
  }
}

/** Stages on the way down: red and black in turns from x = 0. */
function stageDown(h: i32, k: i32): void {
  const level = levelAt(task().level);
  if (h === 0) startRed(level, k);
  else smooth(level, h & 1, k, false);
}

/** Sums the residual over the children of each coarse cell. After a black half sweep that of black cells is zero. */
function restrictResidual(part: i32, parts: i32): void {
  const fine = levelAt(task().level);
  const coarse = levelAt(task().level + 1);
  const rowBytes = coarse.halfRow * 2;
  const planeBytes = coarse.halfPlane * 2;
  const first = firstPlane(coarse.nz, part, parts);
  const last = lastPlane(coarse.nz, part, parts);
  for (let k = first; k <= last; k++) {
    const upper = 2 * k <= fine.nz;
    for (let j = 1; j <= coarse.ny; j++) {
      const further = 2 * j <= fine.ny;
      const target = coarse.natural + rowBytes * <usize>j + planeBytes * <usize>k;
      addRow(fine, 2 * j - 1, 2 * k - 1, target, true);
      if (further) addRow(fine, 2 * j, 2 * k - 1, target, false);
      if (upper) addRow(fine, 2 * j - 1, 2 * k, target, false);
      if (upper && further) addRow(fine, 2 * j, 2 * k, target, false);
    }
  }
  pack(coarse.natural, coarse.b, coarse.halfRow, coarse.ny + 2, first, last, coarse.halfSize);
}

function unpackCoarse(part: i32, parts: i32): void {
  const coarse = levelAt(task().level + 1);
  const first = firstPlane(coarse.nz, part, parts);
  const last = lastPlane(coarse.nz, part, parts);
  unpack(coarse.x, coarse.natural, coarse.halfRow, coarse.ny + 2, first, last, coarse.halfSize);
}

/** Adds the coarse answer to the red cells of a plane; the black half sweep that follows does not read black ones. */
function prolong(coarse: Level, fine: Level, k: i32): void {
  const zero = f32x4.splat(0);
  for (let j = 1; j <= fine.ny; j++) {
    const parents: usize = 2 * (coarse.halfRow * <usize>((j + 1) >> 1) + coarse.halfPlane * <usize>((k + 1) >> 1));
    const shift: usize = isOdd(0, j, k) ? 4 : 0;
    let own = rowOf(fine, 0, j, k);
    const end = own + fine.halfRow;
    let source = coarse.natural + parents + shift;
    while (own < end) {
      const air = f32x4.ne(v128.load(fine.inverse + own), zero);
      v128.store(fine.x + own, f32x4.add(v128.load(fine.x + own), v128.and(v128.load(source), air)));
      own += 16;
      source += 16;
    }
  }
}

/** Stages on the way up: the coarse answer, then black and red in turns; at the end the dot product of x and b. */
function stageUp(h: i32, k: i32): void {
  const index = task().level;
  const level = levelAt(index);
  if (h === 0) {
    if (index < levelCount - 1) prolong(levelAt(index + 1), level, k);
    return;
  }
  const measured = index === 0 && h >= 2 * SWEEPS - 1;
  const dot = smooth(level, h & 1, k, measured);
  if (measured) setPartial(k, h === 2 * SWEEPS ? partialOf(k) + dot : dot);
}

/** Cells of a level, below which handing out its planes costs more than it gains. */
const SHARED_CELLS: usize = 4096;

@inline
function isSmall(level: Level): bool {
  return level.halfSize >> 1 < SHARED_CELLS;
}

function coarsest(level: Level): void {
  for (let n = SWEEPS; n < COARSEST_SWEEPS; n++) {
    for (let k = 1; k <= level.nz; k++) smooth(level, 0, k, false);
    for (let k = 1; k <= level.nz; k++) smooth(level, 1, k, false);
  }
  for (let n = SWEEPS; n < COARSEST_SWEEPS; n++) {
    for (let k = 1; k <= level.nz; k++) smooth(level, 1, k, false);
    for (let k = 1; k <= level.nz; k++) smooth(level, 0, k, false);
  }
}

/** One symmetric V-cycle from x = 0, right-hand side in `b`. Returns the dot product of x and b on the finest level. */
export function cycle(index: i32): f64 {
  const level = levelAt(index);
  const alone = isSmall(level);
  task().level = index;
  wave(stageDown, 2 * SWEEPS, level.nz, alone);
  if (index === levelCount - 1) coarsest(level);
  else {
    if (alone) restrictResidual(0, 1);
    else fork(restrictResidual);
    cycle(index + 1);
    task().level = index;
    if (alone) unpackCoarse(0, 1);
    else fork(unpackCoarse);
  }
  wave(stageUp, 1 + 2 * SWEEPS, level.nz, alone);
  return index === 0 ? sumPartials(level.nz) : 0;
}
