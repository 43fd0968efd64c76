import {
  dx, dy, dz, freeXY, freeXZ, freeYX, freeYZ, freeZX, freeZY, inverseDx, inverseDy, inverseDz, inverseWx, inverseWy,
  inverseWz, lossX, lossY, lossZ, ny, nz, openX, openY, openZ, planeBytes, pressure, rowBytes, splat, temperature, u, v,
  viscosity, w, wx, wy, wz,
} from './grid';
import { limitX, limitY, limitZ } from './limiter';
import { keepFour, packRow, rows } from './stencil';

/** Momentum that jets add at z faces, m⁴/s². */
export let jet: usize = 0;

/** Coefficient of the neighbour beyond a plane across the axis: diffusion through its open part, and inflow. */
@inline
function across(inflow: v128, free: v128, nuHere: v128, nuBeyond: v128, area: v128, inverseDistance: v128): v128 {
  const nu = f32x4.mul(f32x4.add(nuHere, nuBeyond), f32x4.splat(0.25));
  const diffusion = f32x4.mul(f32x4.mul(f32x4.mul(free, nu), area), inverseDistance);
  return f32x4.add(diffusion, f32x4.pmax(inflow, f32x4.splat(0)));
}

/** Flow through a plane across the axis: half of each of the two faces that make it up. */
@inline
function flow(speed: usize, left: usize, c: usize, wl: v128, wr: v128, halfWidth: v128): v128 {
  return f32x4.mul(f32x4.add(f32x4.mul(v128.load(speed + left), wl), f32x4.mul(v128.load(speed + c), wr)), halfWidth);
}

/** Viscosities of the two cells that meet at c, added. */
@inline
function nuPair(nu: usize, left: usize, c: usize): v128 {
  return f32x4.add(v128.load(nu + left), v128.load(nu + c));
}

/** Viscosity of walls by cell, which the k-epsilon model gives, m²/s; 0: it follows from the effective viscosity. */
export let wallFriction: usize = 0;

/** Constants of the zero-equation model and of the friction of smooth walls, as in the reference back end. */
const CHEN_XU: f32 = 0.03874;
const WALL_FRICTION: f32 = 0.02463845;

/** Viscosity at walls of the two cells that share a face, added: the power law of smooth walls. */
@inline
function wallPair(nuHere: v128, molecular: f32): v128 {
  const scaled = f32x4.sub(f32x4.mul(nuHere, f32x4.splat(0.5 / molecular)), f32x4.splat(1));
  const root = f32x4.sqrt(f32x4.mul(f32x4.pmax(scaled, f32x4.splat(0)), f32x4.splat(1 / CHEN_XU)));
  const friction = f32x4.mul(f32x4.mul(root, f32x4.sqrt(root)), f32x4.splat(WALL_FRICTION));
  return f32x4.mul(f32x4.pmax(friction, f32x4.splat(1)), f32x4.splat(2 * molecular));
}

/**
 * Four momentum cells: implicit Euler, upwind advection and diffusion in flux form, as in the reference back end.
 * a: along the axis, b and d: across it; s: byte strides; out: places of the row buffer.
 */
@inline
function assembleFour(
  c: usize, row: usize, rowBytes: usize, nu: usize, p: usize, source: usize, here: usize, acrossB: usize, acrossD: usize, open: usize, loss: usize, rub: usize, freeB: usize, freeD: usize,
  sa: usize, sb: usize, sd: usize, lowA: usize, highA: usize, lowB: usize, highB: usize, lowD: usize, highD: usize,
  wl: v128, wr: v128, inverseWl: v128, inverseWr: v128, delta: v128,
  wb: v128, inverseWb: v128, inverseUpB: v128, inverseDownB: v128,
  wd: v128, inverseWd: v128, inverseUpD: v128, inverseDownD: v128,
  inverseDt: v128, molecular: f32, buoyancy: f32, referenceCelsius: f32,
): void {
  const half = f32x4.splat(0.5);
  const zero = f32x4.splat(0);
  // Faces that are closed or carry a given flow keep their velocity. In many rooms a third of the fours holds nothing else.
  const solved = f32x4.gt(v128.load(open + c), zero);
  if (!v128.any_true(solved)) {
    keepFour(row, rowBytes, v128.load(here + c));
    return;
  }
  const left = c - sa;
  const area = f32x4.mul(wb, wd);
  const halfArea = f32x4.mul(area, half);
  const speed = v128.load(here + c);
  const nuL = v128.load(nu + left);
  const nuR = v128.load(nu + c);
  const nuHere = f32x4.add(nuL, nuR);

  const fluxHigh = f32x4.mul(f32x4.add(speed, v128.load(here + c + sa)), halfArea);
  const fluxLow = f32x4.mul(f32x4.add(v128.load(here + left), speed), halfArea);
  const aHigh = f32x4.add(f32x4.mul(f32x4.mul(nuR, area), inverseWr), f32x4.pmax(f32x4.neg(fluxHigh), zero));
  const aLow = f32x4.add(f32x4.mul(f32x4.mul(nuL, area), inverseWl), f32x4.pmax(fluxLow, zero));
  let sum = f32x4.add(aHigh, aLow);
  let net = f32x4.sub(fluxHigh, fluxLow);

  const two = f32x4.splat(2);
  const halfD = f32x4.mul(wd, half);
  const planeB = f32x4.mul(delta, wd);
  const freeUpB = v128.load(freeB + c + sb);
  const freeDownB = v128.load(freeB + c);
  const fluxUpB = flow(acrossB, left + sb, c + sb, wl, wr, halfD);
  const fluxDownB = flow(acrossB, left, c, wl, wr, halfD);
  const bHigh = across(f32x4.neg(fluxUpB), freeUpB, nuHere, nuPair(nu, left + sb, c + sb), planeB, inverseUpB);
  const bLow = across(fluxDownB, freeDownB, nuHere, nuPair(nu, left - sb, c - sb), planeB, inverseDownB);
  sum = f32x4.add(sum, f32x4.add(bHigh, bLow));
  net = f32x4.add(net, f32x4.sub(fluxUpB, fluxDownB));
  let wall = f32x4.mul(f32x4.sub(two, f32x4.add(freeUpB, freeDownB)), f32x4.mul(planeB, inverseWb));

  const halfB = f32x4.mul(wb, half);
  const planeD = f32x4.mul(delta, wb);
  const freeUpD = v128.load(freeD + c + sd);
  const freeDownD = v128.load(freeD + c);
  const fluxUpD = flow(acrossD, left + sd, c + sd, wl, wr, halfB);
  const fluxDownD = flow(acrossD, left, c, wl, wr, halfB);
  const dHigh = across(f32x4.neg(fluxUpD), freeUpD, nuHere, nuPair(nu, left + sd, c + sd), planeD, inverseUpD);
  const dLow = across(fluxDownD, freeDownD, nuHere, nuPair(nu, left - sd, c - sd), planeD, inverseDownD);
  sum = f32x4.add(sum, f32x4.add(dHigh, dLow));
  net = f32x4.add(net, f32x4.sub(fluxUpD, fluxDownD));
  wall = f32x4.add(wall, f32x4.mul(f32x4.sub(two, f32x4.add(freeUpD, freeDownD)), f32x4.mul(planeD, inverseWd)));
  if (v128.any_true(wall)) {
    const viscous = rub === 0
      ? wallPair(nuHere, molecular)
      : f32x4.mul(f32x4.pmax(v128.load(rub + left), v128.load(rub + c)), f32x4.splat(2));
    wall = f32x4.mul(wall, viscous);
  }

  // The loss K u|u|/2 linearised about the present velocity.
  const drag = f32x4.mul(f32x4.mul(v128.load(loss + c), f32x4.abs(speed)), area);
  const inertia = f32x4.mul(f32x4.mul(delta, area), inverseDt);
  const kept = f32x4.add(inertia, f32x4.pmax(net, zero));
  const diagonal = f32x4.add(f32x4.add(kept, sum), f32x4.add(wall, drag));
  const push = f32x4.sub(v128.load(p + left), v128.load(p + c));
  const carried = f32x4.add(kept, f32x4.mul(f32x4.splat(0.5), drag));
  let load = f32x4.add(f32x4.mul(carried, speed), f32x4.mul(area, push));
  if (buoyancy !== 0) {
    const reference = f32x4.splat(referenceCelsius);
    const warm = f32x4.add(
      f32x4.mul(f32x4.sub(v128.load(temperature + left), reference), wl),
      f32x4.mul(f32x4.sub(v128.load(temperature + c), reference), wr),
    );
    load = f32x4.add(load, f32x4.mul(f32x4.mul(halfArea, f32x4.splat(buoyancy)), warm));
  }
  if (source !== 0) load = f32x4.add(load, v128.load(source + c));

  const inverse = v128.and(f32x4.div(f32x4.splat(1), diagonal), solved);
  v128.store(row + lowA, f32x4.mul(aLow, inverse));
  v128.store(row + highA, f32x4.mul(aHigh, inverse));
  v128.store(row + lowB, f32x4.mul(bLow, inverse));
  v128.store(row + highB, f32x4.mul(bHigh, inverse));
  v128.store(row + lowD, f32x4.mul(dLow, inverse));
  v128.store(row + highD, f32x4.mul(dHigh, inverse));
  v128.store(row + rowBytes * 6, v128.bitselect(f32x4.mul(load, inverse), speed, solved));
}

/** Fills the stencil of u in one plane. */
export function assembleX(k: i32, dt: f32, limited: bool, molecular: f32): void {
  // Addresses in locals: the compiler reads a global again at every use.
  const row = rowBytes;
  const plane = planeBytes;
  const buffer = rows;
  const nu = viscosity;
  const p = pressure;
  const here = u;
  const acrossB = v;
  const acrossD = w;
  const open = openX;
  const loss = lossX;
  const rub = wallFriction;
  const freeB = freeXY;
  const freeD = freeXZ;
  const inverseDt = f32x4.splat(1 / dt);
  const source = limited ? limitX(k) : 0;
  for (let j = 1; j <= ny; j++) {
    const start = plane * <usize>k + row * <usize>j;
    for (let i: usize = 0; i < row; i += 16) {
      assembleFour(
        start + i, buffer + i, row, nu, p, source, here, acrossB, acrossD, open, loss, rub, freeB, freeD, 4, row, plane,
        0, row, row * 2, row * 3, row * 4, row * 5,
        v128.load(wx + i - 4), v128.load(wx + i), v128.load(inverseWx + i - 4), v128.load(inverseWx + i),
        v128.load(dx + i),
        splat(wy, j), splat(inverseWy, j), splat(inverseDy, j + 1), splat(inverseDy, j),
        splat(wz, k), splat(inverseWz, k), splat(inverseDz, k + 1), splat(inverseDz, k),
        inverseDt, molecular, 0, 0,
      );
    }
    packRow(j, k);
  }
}

/** Fills the stencil of v in one plane. */
export function assembleY(k: i32, dt: f32, limited: bool, molecular: f32): void {
  // Addresses in locals: the compiler reads a global again at every use.
  const row = rowBytes;
  const plane = planeBytes;
  const buffer = rows;
  const nu = viscosity;
  const p = pressure;
  const here = v;
  const acrossB = u;
  const acrossD = w;
  const open = openY;
  const loss = lossY;
  const rub = wallFriction;
  const freeB = freeYX;
  const freeD = freeYZ;
  const inverseDt = f32x4.splat(1 / dt);
  const source = limited ? limitY(k) : 0;
  for (let j = 1; j <= ny; j++) {
    const start = plane * <usize>k + row * <usize>j;
    for (let i: usize = 0; i < row; i += 16) {
      assembleFour(
        start + i, buffer + i, row, nu, p, source, here, acrossB, acrossD, open, loss, rub, freeB, freeD, row, 4, plane,
        row * 2, row * 3, 0, row, row * 4, row * 5,
        splat(wy, j - 1), splat(wy, j), splat(inverseWy, j - 1), splat(inverseWy, j),
        splat(dy, j),
        v128.load(wx + i), v128.load(inverseWx + i), v128.load(inverseDx + i, 4), v128.load(inverseDx + i),
        splat(wz, k), splat(inverseWz, k), splat(inverseDz, k + 1), splat(inverseDz, k),
        inverseDt, molecular, 0, 0,
      );
    }
    packRow(j, k);
  }
}

/** Fills the stencil of w in one plane; `buoyancy` g beta, m/(s² K). */
export function assembleZ(
  k: i32, dt: f32, limited: bool, molecular: f32, buoyancy: f32, referenceCelsius: f32,
): void {
  // Addresses in locals: the compiler reads a global again at every use.
  const row = rowBytes;
  const plane = planeBytes;
  const buffer = rows;
  const nu = viscosity;
  const p = pressure;
  const here = w;
  const acrossB = u;
  const acrossD = v;
  const open = openZ;
  const loss = lossZ;
  const rub = wallFriction;
  const freeB = freeZX;
  const freeD = freeZY;
  const inverseDt = f32x4.splat(1 / dt);
  const source = limited ? limitZ(k, jet) : jet;
  for (let j = 1; j <= ny; j++) {
    const start = plane * <usize>k + row * <usize>j;
    for (let i: usize = 0; i < row; i += 16) {
      assembleFour(
        start + i, buffer + i, row, nu, p, source, here, acrossB, acrossD, open, loss, rub, freeB, freeD, plane, 4, row,
        row * 4, row * 5, 0, row, row * 2, row * 3,
        splat(wz, k - 1), splat(wz, k), splat(inverseWz, k - 1), splat(inverseWz, k),
        splat(dz, k),
        v128.load(wx + i), v128.load(inverseWx + i), v128.load(inverseDx + i, 4), v128.load(inverseDx + i),
        splat(wy, j), splat(inverseWy, j), splat(inverseDy, j + 1), splat(inverseDy, j),
        inverseDt, molecular, buoyancy, referenceCelsius,
      );
    }
    packRow(j, k);
  }
}
