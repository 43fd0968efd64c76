import {
  freeXY, freeXZ, freeYX, freeYZ, freeZX, freeZY, ny, nz, openX, openY, openZ, planeBytes, rowBytes, splat, temperature, u,
  v, w, wx, wy, wz,
} from './grid';
import { task } from './team';

/**
 * Deferred correction from first-order upwind to van Leer's bounded second order, as in the reference back end: through
 * each face goes |F| ahead behind / (ahead + behind) more, where the differences ahead and behind have the same sign.
 * Work space of one thread: faces across z of two planes, the gain of one plane, five rows of faces.
 */
export let limiter: usize = 0;

/** Axis of the equation: 0, 1, 2 for momentum, 3 for heat. Literals only, so that each call is compiled for its own. */
const HEAT = 3;

@inline
function widthAt(axis: i32, i: usize, j: i32, k: i32): v128 {
  if (axis === 0) return v128.load(wx + i);
  if (axis === 1) return splat(wy, j);
  return splat(wz, k);
}

/** Width of the cell one below along the axis. */
@inline
function widthBelow(axis: i32, i: usize, j: i32, k: i32): v128 {
  if (axis === 0) return v128.load(wx + i - 4);
  if (axis === 1) return splat(wy, j - 1);
  return splat(wz, k - 1);
}

@inline
function strideOf(axis: i32): usize {
  if (axis === 0) return 4;
  if (axis === 1) return rowBytes;
  return planeBytes;
}

@inline
function openOf(axis: i32): usize {
  if (axis === 0) return openX;
  if (axis === 1) return openY;
  return openZ;
}

@inline
function speedOf(axis: i32): usize {
  if (axis === 0) return u;
  if (axis === 1) return v;
  return w;
}

@inline
function fieldOf(equation: i32): usize {
  if (equation === HEAT) return temperature;
  return speedOf(equation);
}

@inline
function freeOf(equation: i32, cross: i32): usize {
  if (equation === 0) return cross === 1 ? freeXY : freeXZ;
  if (equation === 1) return cross === 0 ? freeYX : freeYZ;
  return cross === 0 ? freeZX : freeZY;
}

/** Least openness around the face at c across which a momentum cell looks: 1 where nothing is in the way. */
@inline
function clearance(open: usize, free: usize, c: usize, s: usize): v128 {
  return f32x4.pmin(f32x4.pmin(v128.load(open + c - s), v128.load(open + c)), v128.load(free + c));
}

/** Corrections through the low faces along `cross` of one row of cells. */
@inline
function faceRow(equation: i32, cross: i32, j: i32, k: i32, out: usize): void {
  const s = strideOf(cross);
  const x = fieldOf(equation);
  const speed = speedOf(cross);
  const own: i32 = equation === HEAT ? cross : equation;
  const open = openOf(own);
  const sa = strideOf(own);
  const free: usize = equation === own && equation !== cross ? freeOf(equation, cross) : 0;
  const first: i32 = cross === 0 ? 1 : 0;
  const second: i32 = cross === 2 ? 1 : 2;
  // The axis that is neither the equation's nor the face's.
  const third: i32 = 3 - own - cross;
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const half = f32x4.splat(0.5);
  const row = rowBytes;
  const start = planeBytes * <usize>k + row * <usize>j;
  for (let i: usize = 0; i < row; i += 16) {
    const c = start + i;
    let clear: v128;
    if (equation === HEAT) clear = f32x4.ge(v128.load(open + c), one);
    else if (own === cross) clear = f32x4.ge(f32x4.pmin(v128.load(open + c - s), v128.load(open + c)), one);
    else clear = f32x4.ge(clearance(open, free, c, s), one);
    if (!v128.any_true(clear)) {
      v128.store(out + i, zero);
      continue;
    }
    const low = v128.load(x + c - s);
    const here = v128.load(x + c);
    let flow: v128;
    if (own === cross) {
      const area = f32x4.mul(widthAt(first, i, j, k), widthAt(second, i, j, k));
      if (equation === HEAT) flow = f32x4.mul(v128.load(speed + c), area);
      else flow = f32x4.mul(f32x4.add(low, here), f32x4.mul(area, half));
    } else {
      const both = f32x4.add(
        f32x4.mul(v128.load(speed + c - sa), widthBelow(own, i, j, k)),
        f32x4.mul(v128.load(speed + c), widthAt(own, i, j, k)),
      );
      flow = f32x4.mul(both, f32x4.mul(widthAt(third, i, j, k), half));
    }
    const positive = f32x4.gt(flow, zero);
    // Along its own axis a momentum cell looks no further upstream.
    if (equation === HEAT) {
      const upstream = v128.bitselect(v128.load(open + c - s), v128.load(open + c + s), positive);
      clear = v128.and(clear, f32x4.ge(upstream, one));
    } else if (own !== cross) {
      const upstream = v128.bitselect(clearance(open, free, c - s, s), clearance(open, free, c + s, s), positive);
      clear = v128.and(clear, f32x4.ge(upstream, one));
    }
    const ahead = f32x4.sub(here, low);
    const behind = v128.bitselect(
      f32x4.sub(low, v128.load(x + c - s - s)),
      f32x4.sub(v128.load(x + c + s), here),
      positive,
    );
    const product = f32x4.mul(ahead, behind);
    const gain = f32x4.mul(f32x4.abs(flow), f32x4.div(product, f32x4.add(ahead, behind)));
    v128.store(out + i, v128.and(gain, v128.and(clear, f32x4.gt(product, zero))));
  }
}

/** Corrections through the low faces along z of a plane; none at the room's floor and ceiling. */
@inline
function facePlane(equation: i32, k: i32, out: usize): void {
  if (k === 1 || k > nz) {
    memory.fill(out, 0, planeBytes);
    return;
  }
  for (let j = 1; j <= ny; j++) faceRow(equation, 2, j, k, out + rowBytes * <usize>j);
}

/** Which faces along z the two planes of the work space hold, by their parity: equation + 4 k, in one step. */
let heldEven: i32 = -1;
let heldOdd: i32 = -1;
let heldStep: i32 = -1;

@inline
function heldPlane(equation: i32, k: i32): usize {
  const step = task().serial;
  if (heldStep !== step) {
    heldEven = -1;
    heldOdd = -1;
    heldStep = step;
  }
  const key = equation + 4 * k;
  const at = limiter + (<usize>k & 1) * planeBytes;
  if ((k & 1) === 0) {
    if (heldEven !== key) facePlane(equation, k, at);
    heldEven = key;
  } else {
    if (heldOdd !== key) facePlane(equation, k, at);
    heldOdd = key;
  }
  return at;
}

/**
 * Net correction of every cell of a plane, added to `source` (0 for none). Returns an address to which a cell's natural
 * offset is added, as to that of a field.
 */
@inline
function limit(equation: i32, k: i32, source: usize): usize {
  const row = rowBytes;
  const plane = planeBytes;
  const lowZ = heldPlane(equation, k);
  const highZ = heldPlane(equation, k + 1);
  const gain = limiter + plane * 2;
  const faceX = gain + plane;
  let lowY = faceX + row + 64;
  let highY = lowY + row;
  memory.fill(lowY, 0, row);
  const base = plane * <usize>k;
  for (let j = 1; j <= ny; j++) {
    faceRow(equation, 0, j, k, faceX);
    if (j < ny) faceRow(equation, 1, j + 1, k, highY);
    else memory.fill(highY, 0, row);
    const start = row * <usize>j;
    for (let i: usize = 0; i < row; i += 16) {
      const at = start + i;
      let sum = f32x4.sub(v128.load(faceX + i), v128.load(faceX + i, 4));
      sum = f32x4.add(sum, f32x4.sub(v128.load(lowY + i), v128.load(highY + i)));
      sum = f32x4.add(sum, f32x4.sub(v128.load(lowZ + at), v128.load(highZ + at)));
      if (source !== 0) sum = f32x4.add(sum, v128.load(source + base + at));
      v128.store(gain + at, sum);
    }
    const swap = lowY;
    lowY = highY;
    highY = swap;
  }
  return gain - base;
}

export function limitX(k: i32): usize {
  return limit(0, k, 0);
}

export function limitY(k: i32): usize {
  return limit(1, k, 0);
}

/** With the momentum of jets. */
export function limitZ(k: i32, jets: usize): usize {
  return limit(2, k, jets);
}

export function limitHeat(k: i32): usize {
  return limit(3, k, 0);
}
