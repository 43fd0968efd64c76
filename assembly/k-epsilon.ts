import {
  air, inverseDx, inverseDy, inverseDz, inverseWx, inverseWy, inverseWz, ny, nz, openX, openY, openZ, planeBytes, rowBytes,
  splat, u, v, viscosity, w, wallDistance, wx, wy, wz,
} from './grid';
import { packPlane, unpackPlanes } from './planes';
import { inflow, neighbour } from './scalar';
import { keepFour, packRow, relaxPlane, rows } from './stencil';
import { packedHeat } from './steps';
import { dismiss, firstPlane, fork, gather, lastPlane, task } from './team';
import { wave } from './wave';

/** k, m²/s²; epsilon, m²/s³; production of k, m²/s³; viscosity of the walls of a cell, m²/s, 0 where it has none. */
export let energy: usize = 0;
export let dissipation: usize = 0;
export let production: usize = 0;
export let friction: usize = 0;
/** Inflow into each cell, m³/s, times the k and the epsilon that it carries. */
export let inflowEnergy: usize = 0;
export let inflowDissipation: usize = 0;

/** Constants of the model, as in the reference back end. */
const C_MU: f32 = 0.09;
const C_MU_14: f32 = 0.5477226;
const C_EPSILON_1: f32 = 1.44;
const C_EPSILON_2: f32 = 1.92;
const INVERSE_SIGMA_EPSILON: f32 = 1 / 1.3;
const KAPPA: f32 = 0.41;
const SEAM_SPEED: f32 = 0.02;
const WALL_E: f32 = 9.8;
const LEAST_ENERGY: f32 = 1e-8;
const LEAST_DISSIPATION: f32 = 1e-9;

@inline
function both(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

/** Natural logarithm of numbers of at least 1, to 1e-6: the exponent, and the series of the area tangent for the rest. */
@inline
function logarithm(x: v128): v128 {
  const exponent = f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_s(x, 23), i32x4.splat(127)));
  const one = f32x4.splat(1);
  const mantissa = v128.or(v128.and(x, i32x4.splat(0x7fffff)), one);
  const s = f32x4.div(f32x4.sub(mantissa, one), f32x4.add(mantissa, one));
  const q = f32x4.mul(s, s);
  let series = f32x4.add(f32x4.splat(<f32>(2.0 / 7.0)), f32x4.mul(q, f32x4.splat(<f32>(2.0 / 9.0))));
  series = f32x4.add(f32x4.splat(<f32>(2.0 / 5.0)), f32x4.mul(q, series));
  series = f32x4.add(f32x4.splat(<f32>(2.0 / 3.0)), f32x4.mul(q, series));
  series = f32x4.add(f32x4.splat(2), f32x4.mul(q, series));
  return f32x4.add(f32x4.mul(exponent, f32x4.splat(0.6931472)), f32x4.mul(s, series));
}

/** One component in the middle of a cell, twice. */
@inline
function middle(speed: usize, c: usize, step: usize): v128 {
  return f32x4.add(v128.load(speed + c), v128.load(speed + c + step));
}

/**
 * Twice a component at a face over that in the cell: between the two cells, with `share` of the way, where the face is open;
 * behind a closed one the air is at rest, but where it leaves through it.
 */
@inline
function beyond(near: v128, here: v128, open: v128, leaving: v128, share: v128): v128 {
  const zero = f32x4.splat(0);
  const between = f32x4.mul(f32x4.sub(near, here), share);
  const closed = v128.andnot(f32x4.neg(here), f32x4.gt(leaving, zero));
  return v128.bitselect(between, closed, f32x4.gt(open, zero));
}

/** 1 where a face is a wall: closed, and with no more air through it than comes through seams. */
@inline
function wallAt(open: v128, speed: v128): v128 {
  const zero = f32x4.splat(0);
  return v128.and(v128.and(f32x4.eq(open, zero), f32x4.lt(f32x4.abs(speed), f32x4.splat(SEAM_SPEED))), f32x4.splat(1));
}

/** Production of k, and what walls say of it, of epsilon and of friction. */
function feedPart(part: i32, parts: i32): void {
  const molecular = task().molecular;
  const sx: usize = 4;
  const sy = rowBytes;
  const sz = planeBytes;
  const speedX = u;
  const speedY = v;
  const speedZ = w;
  const freeX = openX;
  const freeY = openY;
  const freeZ = openZ;
  const isAir = air;
  const nu = viscosity;
  const half = f32x4.splat(0.5);
  const quarter = f32x4.splat(0.25);
  const zero = f32x4.splat(0);
  const nuMolecular = f32x4.splat(molecular);
  const last = lastPlane(nz, part, parts);
  for (let k = firstPlane(nz, part, parts); k <= last; k++) {
    const awayZ = splat(inverseWz, k);
    const upZ = f32x4.mul(f32x4.mul(splat(wz, k), half), splat(inverseDz, k + 1));
    const downZ = f32x4.mul(f32x4.mul(splat(wz, k), half), splat(inverseDz, k));
    for (let j = 1; j <= ny; j++) {
      const start = sz * <usize>k + sy * <usize>j;
      const awayY = splat(inverseWy, j);
      const upY = f32x4.mul(f32x4.mul(splat(wy, j), half), splat(inverseDy, j + 1));
      const downY = f32x4.mul(f32x4.mul(splat(wy, j), half), splat(inverseDy, j));
      for (let i: usize = 0; i < sy; i += 16) {
        const c = start + i;
        if (!v128.any_true(v128.load(isAir + c))) continue;
        const awayX = v128.load(inverseWx + i);
        const halfX = f32x4.mul(v128.load(wx + i), half);
        const upX = f32x4.mul(halfX, v128.load(inverseDx + i, 4));
        const downX = f32x4.mul(halfX, v128.load(inverseDx + i));
        const uLow = v128.load(speedX + c);
        const uHigh = v128.load(speedX + c, 4);
        const vLow = v128.load(speedY + c);
        const vHigh = v128.load(speedY + c + sy);
        const wLow = v128.load(speedZ + c);
        const wHigh = v128.load(speedZ + c + sz);
        const openLowX = v128.load(freeX + c);
        const openHighX = v128.load(freeX + c, 4);
        const openLowY = v128.load(freeY + c);
        const openHighY = v128.load(freeY + c + sy);
        const openLowZ = v128.load(freeZ + c);
        const openHighZ = v128.load(freeZ + c + sz);
        const hereU = both(uLow, uHigh);
        const hereV = both(vLow, vHigh);
        const hereW = both(wLow, wHigh);

        // Rates of strain; those across hold twice their value, as `here` does.
        const outX = f32x4.neg(uLow);
        const outY = f32x4.neg(vLow);
        const outZ = f32x4.neg(wLow);
        const uy = f32x4.mul(f32x4.sub(
          beyond(middle(speedX, c + sy, sx), hereU, openHighY, vHigh, upY),
          beyond(middle(speedX, c - sy, sx), hereU, openLowY, outY, downY)), awayY);
        const uz = f32x4.mul(f32x4.sub(
          beyond(middle(speedX, c + sz, sx), hereU, openHighZ, wHigh, upZ),
          beyond(middle(speedX, c - sz, sx), hereU, openLowZ, outZ, downZ)), awayZ);
        const vx = f32x4.mul(f32x4.sub(
          beyond(middle(speedY, c + sx, sy), hereV, openHighX, uHigh, upX),
          beyond(middle(speedY, c - sx, sy), hereV, openLowX, outX, downX)), awayX);
        const vz = f32x4.mul(f32x4.sub(
          beyond(middle(speedY, c + sz, sy), hereV, openHighZ, wHigh, upZ),
          beyond(middle(speedY, c - sz, sy), hereV, openLowZ, outZ, downZ)), awayZ);
        const wxRate = f32x4.mul(f32x4.sub(
          beyond(middle(speedZ, c + sx, sz), hereW, openHighX, uHigh, upX),
          beyond(middle(speedZ, c - sx, sz), hereW, openLowX, outX, downX)), awayX);
        const wyRate = f32x4.mul(f32x4.sub(
          beyond(middle(speedZ, c + sy, sz), hereW, openHighY, vHigh, upY),
          beyond(middle(speedZ, c - sy, sz), hereW, openLowY, outY, downY)), awayY);
        const xx = f32x4.mul(f32x4.sub(uHigh, uLow), awayX);
        const yy = f32x4.mul(f32x4.sub(vHigh, vLow), awayY);
        const zz = f32x4.mul(f32x4.sub(wHigh, wLow), awayZ);
        const xy = f32x4.add(uy, vx);
        const xz = f32x4.add(uz, wxRate);
        const yz = f32x4.add(vz, wyRate);
        const straight = f32x4.add(f32x4.mul(xx, xx), f32x4.add(f32x4.mul(yy, yy), f32x4.mul(zz, zz)));
        const across = f32x4.add(f32x4.mul(xy, xy), f32x4.add(f32x4.mul(xz, xz), f32x4.mul(yz, yz)));
        const square = f32x4.add(f32x4.add(straight, straight), f32x4.mul(across, quarter));
        let fed = f32x4.mul(f32x4.sub(v128.load(nu + c), nuMolecular), square);

        const wallsX = f32x4.add(wallAt(openLowX, uLow), wallAt(openHighX, uHigh));
        const wallsY = f32x4.add(wallAt(openLowY, vLow), wallAt(openHighY, vHigh));
        const wallsZ = f32x4.add(wallAt(openLowZ, wLow), wallAt(openHighZ, wHigh));
        const count = v128.and(f32x4.add(wallsX, f32x4.add(wallsY, wallsZ)), f32x4.gt(v128.load(isAir + c), zero));
        let rub = zero;
        if (v128.any_true(count)) {
          const atWall = f32x4.gt(count, zero);
          const one = f32x4.splat(1);
          const inverseCount = f32x4.div(one, f32x4.pmax(count, one));
          const uu = f32x4.mul(hereU, hereU);
          const vv = f32x4.mul(hereV, hereV);
          const ww = f32x4.mul(hereW, hereW);
          const ax = f32x4.mul(wallsX, awayX);
          const ay = f32x4.mul(wallsY, awayY);
          const az = f32x4.mul(wallsZ, awayZ);
          // Means over the walls of 1 / y = 2 / width and, `here` being twice the speed, of |V_t| / y².
          const inverse = f32x4.mul(f32x4.mul(f32x4.add(ax, f32x4.add(ay, az)), f32x4.splat(2)), inverseCount);
          const rateX = f32x4.mul(f32x4.mul(ax, awayX), f32x4.sqrt(f32x4.add(vv, ww)));
          const rateY = f32x4.mul(f32x4.mul(ay, awayY), f32x4.sqrt(f32x4.add(uu, ww)));
          const rateZ = f32x4.mul(f32x4.mul(az, awayZ), f32x4.sqrt(f32x4.add(uu, vv)));
          const rate = f32x4.mul(f32x4.mul(f32x4.add(rateX, f32x4.add(rateY, rateZ)), f32x4.splat(2)), inverseCount);
          const shear = f32x4.mul(f32x4.sqrt(v128.load(energy + c)), f32x4.splat(C_MU_14));
          const reach = f32x4.mul(f32x4.pmax(inverse, f32x4.splat(1e-6)), nuMolecular);
          const yPlus = f32x4.pmax(f32x4.div(shear, reach), one);
          const law = f32x4.div(f32x4.mul(yPlus, f32x4.splat(KAPPA)), logarithm(f32x4.mul(yPlus, f32x4.splat(WALL_E))));
          rub = v128.and(f32x4.mul(f32x4.pmax(law, one), nuMolecular), atWall);
          const shearOver = f32x4.mul(shear, f32x4.splat(1 / KAPPA));
          fed = v128.bitselect(f32x4.mul(f32x4.mul(rub, rate), shearOver), fed, atWall);
          const lost = f32x4.mul(f32x4.mul(f32x4.mul(shear, shear), shearOver), inverse);
          const kept = v128.load(dissipation + c);
          v128.store(dissipation + c,
            v128.bitselect(f32x4.pmax(lost, f32x4.splat(LEAST_DISSIPATION)), kept, atWall));
        }
        v128.store(friction + c, rub);
        v128.store(production + c, fed);
      }
    }
  }
}

/**
 * Fills the stencil of k or of epsilon in one plane: implicit Euler, upwind, sinks on the diagonal. Epsilon keeps its value
 * in cells at walls.
 */
function assemble(k: i32, dt: f32, ofEnergy: bool): void {
  const speedX = u;
  const speedY = v;
  const speedZ = w;
  const freeX = openX;
  const freeY = openY;
  const freeZ = openZ;
  const nu = viscosity;
  const row = rowBytes;
  const plane = planeBytes;
  const buffer = rows;
  const isAir = air;
  const flowIn = inflow;
  const field = ofEnergy ? energy : dissipation;
  const flowValue = ofEnergy ? inflowEnergy : inflowDissipation;
  const rub = friction;
  const fedBy = production;
  const gapX = inverseDx;
  const inverseDt = f32x4.splat(1 / dt);
  // The diffusivity is molecular + slope (viscosity - molecular).
  const slope: f32 = ofEnergy ? 1 : INVERSE_SIGMA_EPSILON;
  const factor = f32x4.splat(slope);
  const twice = f32x4.splat(2 * task().molecular * (1 - slope));
  const sink = f32x4.splat(ofEnergy ? 1 : C_EPSILON_2);
  const zero = f32x4.splat(0);
  for (let j = 1; j <= ny; j++) {
    const start = plane * <usize>k + row * <usize>j;
    const widthY = splat(wy, j);
    const widthZ = splat(wz, k);
    const areaX = f32x4.mul(widthY, widthZ);
    for (let i: usize = 0; i < row; i += 16) {
      const c = start + i;
      const kept = v128.load(field + c);
      let solved = f32x4.gt(v128.load(isAir + c), zero);
      if (!ofEnergy) solved = v128.and(solved, f32x4.eq(v128.load(rub + c), zero));
      if (!v128.any_true(solved)) {
        keepFour(buffer + i, row, kept);
        continue;
      }
      const widthX = v128.load(wx + i);
      const areaY = f32x4.mul(widthX, widthZ);
      const areaZ = f32x4.mul(widthX, widthY);
      const here = f32x4.add(f32x4.mul(v128.load(nu + c), factor), twice);
      const near = nu + c;
      const lowX = neighbour(v128.load(freeX + c), v128.load(speedX + c),
        f32x4.add(here, f32x4.mul(v128.load(near - 4), factor)), areaX, v128.load(gapX + i));
      const highX = neighbour(v128.load(freeX + c, 4), f32x4.neg(v128.load(speedX + c, 4)),
        f32x4.add(here, f32x4.mul(v128.load(near, 4), factor)), areaX, v128.load(gapX + i, 4));
      const lowY = neighbour(v128.load(freeY + c), v128.load(speedY + c),
        f32x4.add(here, f32x4.mul(v128.load(near - row), factor)), areaY, splat(inverseDy, j));
      const highY = neighbour(v128.load(freeY + c + row), f32x4.neg(v128.load(speedY + c + row)),
        f32x4.add(here, f32x4.mul(v128.load(near + row), factor)), areaY, splat(inverseDy, j + 1));
      const lowZ = neighbour(v128.load(freeZ + c), v128.load(speedZ + c),
        f32x4.add(here, f32x4.mul(v128.load(near - plane), factor)), areaZ, splat(inverseDz, k));
      const highZ = neighbour(v128.load(freeZ + c + plane), f32x4.neg(v128.load(speedZ + c + plane)),
        f32x4.add(here, f32x4.mul(v128.load(near + plane), factor)), areaZ, splat(inverseDz, k + 1));

      const volume = f32x4.mul(areaX, widthX);
      const inertia = f32x4.mul(volume, inverseDt);
      const rate = f32x4.mul(f32x4.div(v128.load(dissipation + c), v128.load(energy + c)), volume);
      let diagonal = f32x4.add(f32x4.add(lowX, highX), f32x4.add(lowY, highY));
      diagonal = f32x4.add(diagonal, f32x4.add(f32x4.add(lowZ, highZ), inertia));
      diagonal = f32x4.add(diagonal, f32x4.add(v128.load(flowIn + c), f32x4.mul(sink, rate)));
      const source = ofEnergy ? volume : f32x4.mul(rate, f32x4.splat(C_EPSILON_1));
      const load = f32x4.add(
        f32x4.add(f32x4.mul(inertia, kept), v128.load(flowValue + c)),
        f32x4.mul(source, v128.load(fedBy + c)),
      );
      const inverse = v128.and(f32x4.div(f32x4.splat(1), diagonal), solved);
      const out = buffer + i;
      v128.store(out, f32x4.mul(lowX, inverse));
      v128.store(out + row, f32x4.mul(highX, inverse));
      v128.store(out + row * 2, f32x4.mul(lowY, inverse));
      v128.store(out + row * 3, f32x4.mul(highY, inverse));
      v128.store(out + row * 4, f32x4.mul(lowZ, inverse));
      v128.store(out + row * 5, f32x4.mul(highZ, inverse));
      v128.store(out + row * 6, v128.bitselect(f32x4.mul(load, inverse), kept, solved));
    }
    packRow(j, k);
  }
}

function stageDissipation(h: i32, k: i32): void {
  if (h > 0) {
    relaxPlane(packedHeat, (h - 1) & 1, k);
    return;
  }
  packPlane(dissipation, packedHeat, k);
  assemble(k, task().dt, false);
}

function stageEnergy(h: i32, k: i32): void {
  if (h > 0) {
    relaxPlane(packedHeat, (h - 1) & 1, k);
    return;
  }
  packPlane(energy, packedHeat, k);
  assemble(k, task().dt, true);
}

function unpackDissipation(part: i32, parts: i32): void {
  unpackPlanes(packedHeat, dissipation, part, parts);
}

function unpackEnergy(part: i32, parts: i32): void {
  unpackPlanes(packedHeat, energy, part, parts);
}

/** nu + nu_t, eddies no longer than the way to the nearest solid; k and epsilon stay above what is followed. */
function viscosityPart(part: i32, parts: i32): void {
  const molecular = f32x4.splat(task().molecular);
  const leastEnergy = f32x4.splat(LEAST_ENERGY);
  const leastDissipation = f32x4.splat(LEAST_DISSIPATION);
  const last = lastPlane(nz, part, parts);
  for (let k = firstPlane(nz, part, parts); k <= last; k++) {
    let c = planeBytes * <usize>k + rowBytes;
    const end = c + rowBytes * <usize>ny;
    while (c < end) {
      const fluctuation = f32x4.pmax(v128.load(energy + c), leastEnergy);
      const lost = f32x4.pmax(v128.load(dissipation + c), leastDissipation);
      v128.store(energy + c, fluctuation);
      v128.store(dissipation + c, lost);
      const longest = f32x4.mul(v128.load(wallDistance + c), f32x4.splat(C_MU_14));
      const most = f32x4.mul(f32x4.sqrt(fluctuation), longest);
      const square = f32x4.mul(f32x4.mul(fluctuation, fluctuation), f32x4.splat(C_MU));
      v128.store(viscosity + c, f32x4.add(molecular, f32x4.pmin(f32x4.div(square, lost), most)));
      c += 16;
    }
  }
}

/** One step of k and epsilon, as in the reference back end; with `dt` 0 only walls and viscosity follow them. */
export function stepKEpsilon(dt: f32, sweeps: i32, molecular: f32): void {
  gather();
  const job = task();
  job.serial++;
  job.dt = dt;
  job.molecular = molecular;
  fork(feedPart);
  if (dt > 0) {
    const stages = 2 * sweeps + 1;
    wave(stageDissipation, stages, nz, false);
    fork(unpackDissipation);
    wave(stageEnergy, stages, nz, false);
    fork(unpackEnergy);
  }
  fork(viscosityPart);
  dismiss();
}
