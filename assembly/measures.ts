import { air, ny, nz, planeBytes, pressure, rowBytes, temperature, u, v, w } from './grid';
import { setPartial, sumPartials } from './partials';
import { dismiss, firstPlane, fork, gather, lastPlane } from './team';

/** Cell widths in double precision, m. */
export let preciseX: usize = 0;
export let preciseY: usize = 0;
export let preciseZ: usize = 0;

@inline
function low(address: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(address));
}

function imbalancePart(part: i32, parts: i32): void {
  const last = lastPlane(nz, part, parts);
  for (let k = firstPlane(nz, part, parts); k <= last; k++) {
    let total = f64x2.splat(0);
    const widthZ = load<f64>(preciseZ + (<usize>k << 3));
    for (let j = 1; j <= ny; j++) {
      const widthY = load<f64>(preciseY + (<usize>j << 3));
      const areaX = f64x2.splat(widthY * widthZ);
      const y = f64x2.splat(widthY);
      const z = f64x2.splat(widthZ);
      let c = planeBytes * <usize>k + rowBytes * <usize>j;
      let table = preciseX;
      const end = c + rowBytes;
      while (c < end) {
        const x = v128.load(table);
        const alongX = f64x2.mul(f64x2.sub(low(u + c + 4), low(u + c)), areaX);
        const alongY = f64x2.mul(f64x2.sub(low(v + c + rowBytes), low(v + c)), f64x2.mul(x, z));
        const alongZ = f64x2.mul(f64x2.sub(low(w + c + planeBytes), low(w + c)), f64x2.mul(x, y));
        const net = f64x2.abs(f64x2.add(f64x2.add(alongX, alongY), alongZ));
        total = f64x2.add(total, f64x2.mul(net, low(air + c)));
        c += 8;
        table += 16;
      }
    }
    setPartial(k, f64x2.extract_lane(total, 0) + f64x2.extract_lane(total, 1));
  }
}

/** Sum of the net outflows of the air cells without their sign, m³/s; velocities in single, sums in double precision. */
export function massImbalance(): f64 {
  return sumOf(imbalancePart);
}

function contentPart(part: i32, parts: i32): void {
  const last = lastPlane(nz, part, parts);
  for (let k = firstPlane(nz, part, parts); k <= last; k++) {
    let total: f64 = 0;
    const widthZ = load<f64>(preciseZ + (<usize>k << 3));
    for (let j = 1; j <= ny; j++) {
      let row = f64x2.splat(0);
      let c = planeBytes * <usize>k + rowBytes * <usize>j;
      let table = preciseX;
      const end = c + rowBytes;
      while (c < end) {
        row = f64x2.add(row, f64x2.mul(f64x2.mul(low(temperature + c), v128.load(table)), low(air + c)));
        c += 8;
        table += 16;
      }
      total += (f64x2.extract_lane(row, 0) + f64x2.extract_lane(row, 1)) * widthZ * load<f64>(preciseY + (<usize>j << 3));
    }
    setPartial(k, total);
  }
}

/** Volume integral of the temperature over the air, m³ °C. */
export function heatContent(): f64 {
  return sumOf(contentPart);
}

function sumOf(phase: (part: i32, parts: i32) => void): f64 {
  gather();
  fork(phase);
  dismiss();
  return sumPartials(nz);
}

/** Whether temperature and pressure are finite at every air cell. */
export function isFinite(): bool {
  const zero = f32x4.splat(0);
  let sum = zero;
  const end = planeBytes * <usize>(nz + 1);
  for (let c = planeBytes; c < end; c += 16) {
    // Zero times a number is zero, zero times anything else is not a number.
    const both = f32x4.add(f32x4.mul(v128.load(temperature + c), zero), f32x4.mul(v128.load(pressure + c), zero));
    sum = f32x4.add(sum, f32x4.mul(both, v128.load(air + c)));
  }
  return !v128.any_true(f32x4.ne(sum, zero));
}
