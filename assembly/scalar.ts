import {
  air, inverseDx, inverseDy, inverseDz, ny, nz, openX, openY, openZ, planeBytes, rowBytes, splat, temperature, u, v,
  viscosity, w, wx, wy, wz,
} from './grid';
import { limitHeat } from './limiter';
import { keepFour, packRow, rows } from './stencil';

/** Inflow into each cell through given faces, m³/s, and that times the value it carries; exchange with surfaces alike. */
export let inflow: usize = 0;
export let inflowValue: usize = 0;
export let exchange: usize = 0;
export let exchangeValue: usize = 0;

/** Coefficient of one neighbour: diffusion and inflow through an open face. */
@inline
export function neighbour(open: v128, inward: v128, alphaSum: v128, area: v128, inverseDistance: v128): v128 {
  const zero = f32x4.splat(0);
  const diffusion = f32x4.mul(f32x4.mul(open, alphaSum), f32x4.mul(area, f32x4.mul(inverseDistance, f32x4.splat(0.5))));
  return f32x4.add(diffusion, v128.and(f32x4.pmax(f32x4.mul(inward, area), zero), f32x4.gt(open, zero)));
}

/**
 * Fills the stencil of the temperature in one plane: implicit Euler, upwind advection and diffusion in flux form with the
 * inflows on the diagonal, as in the reference back end. Diffusivity is offset + slope * viscosity, m²/s.
 */
export function assembleHeat(k: i32, dt: f32, limited: bool, offset: f32, slope: f32): void {
  // Addresses in locals: the compiler reads a global again at every use.
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
  const celsius = temperature;
  const isAir = air;
  const flowIn = inflow;
  const flowValue = inflowValue;
  const wall = exchange;
  const wallValue = exchangeValue;
  const gapX = inverseDx;
  const inverseDt = f32x4.splat(1 / dt);
  const twice = f32x4.splat(2 * offset);
  const factor = f32x4.splat(slope);
  const gain: usize = limited ? limitHeat(k) : 0;
  for (let j = 1; j <= ny; j++) {
    const start = plane * <usize>k + row * <usize>j;
    const widthY = splat(wy, j);
    const widthZ = splat(wz, k);
    const areaX = f32x4.mul(widthY, widthZ);
    for (let i: usize = 0; i < row; i += 16) {
      const c = start + i;
      const kept = v128.load(celsius + c);
      const solved = f32x4.gt(v128.load(isAir + c), f32x4.splat(0));
      if (!v128.any_true(solved)) {
        keepFour(buffer + i, row, kept);
        continue;
      }
      const widthX = v128.load(wx + i);
      const areaY = f32x4.mul(widthX, widthZ);
      const areaZ = f32x4.mul(widthX, widthY);
      const here = f32x4.add(f32x4.mul(v128.load(nu + c), factor), twice);
      const beyond = nu + c;
      const lowX = neighbour(v128.load(freeX + c), v128.load(speedX + c),
        f32x4.add(here, f32x4.mul(v128.load(beyond - 4), factor)), areaX, v128.load(gapX + i));
      const highX = neighbour(v128.load(freeX + c, 4), f32x4.neg(v128.load(speedX + c, 4)),
        f32x4.add(here, f32x4.mul(v128.load(beyond, 4), factor)), areaX, v128.load(gapX + i, 4));
      const lowY = neighbour(v128.load(freeY + c), v128.load(speedY + c),
        f32x4.add(here, f32x4.mul(v128.load(beyond - row), factor)), areaY, splat(inverseDy, j));
      const highY = neighbour(v128.load(freeY + c + row), f32x4.neg(v128.load(speedY + c + row)),
        f32x4.add(here, f32x4.mul(v128.load(beyond + row), factor)), areaY, splat(inverseDy, j + 1));
      const lowZ = neighbour(v128.load(freeZ + c), v128.load(speedZ + c),
        f32x4.add(here, f32x4.mul(v128.load(beyond - plane), factor)), areaZ, splat(inverseDz, k));
      const highZ = neighbour(v128.load(freeZ + c + plane), f32x4.neg(v128.load(speedZ + c + plane)),
        f32x4.add(here, f32x4.mul(v128.load(beyond + plane), factor)), areaZ, splat(inverseDz, k + 1));

      const inertia = f32x4.mul(f32x4.mul(areaX, widthX), inverseDt);
      let diagonal = f32x4.add(f32x4.add(lowX, highX), f32x4.add(lowY, highY));
      diagonal = f32x4.add(diagonal, f32x4.add(f32x4.add(lowZ, highZ), inertia));
      diagonal = f32x4.add(diagonal, f32x4.add(v128.load(flowIn + c), v128.load(wall + c)));
      let load = f32x4.add(f32x4.mul(inertia, kept), f32x4.add(v128.load(flowValue + c), v128.load(wallValue + c)));
      if (limited) load = f32x4.add(load, v128.load(gain + c));
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
