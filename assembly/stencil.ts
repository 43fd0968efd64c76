import { halfPlane, halfRow, halfSize, ny, nz, rowBytes } from './grid';

/**
 * A seven-point system x = sum a x_nb + b, already divided by its diagonal. Packed blocks of four cells of one colour:
 * a of low x, high x, low y, high y, low z, high z, then b; one stream of memory for a sweep.
 */
export let blocks: usize = 0;
/** The same seven numbers of one row in natural order, as the assembly writes them; each thread has its own. */
export let rows: usize = 0;

const BLOCK: usize = 7 * 16;

/** Writes four unknowns that keep their value into the row buffer, at `row`: no neighbours. */
@inline
export function keepFour(row: usize, rowBytes: usize, value: v128): void {
  const zero = f32x4.splat(0);
  for (let n: usize = 0; n < 6; n++) v128.store(row + rowBytes * n, zero);
  v128.store(row + rowBytes * 6, value);
}

/** Splits the row buffer into the blocks of both colours. */
export function packRow(j: i32, k: i32): void {
  const length = rowBytes;
  const buffer = rows;
  const at = halfRow * <usize>j + halfPlane * <usize>k;
  const even = <usize>((j + k) & 1) * halfSize;
  let blockEven = blocks + ((even + at) >> 4) * BLOCK;
  let blockOdd = blocks + ((halfSize - even + at) >> 4) * BLOCK;
  for (let i: usize = 0; i < length; i += 32) {
    for (let n: usize = 0; n < 7; n++) {
      const from = buffer + n * length + i;
      const a = v128.load(from);
      const b = v128.load(from, 16);
      v128.store(blockEven + n * 16, v128.shuffle<f32>(a, b, 0, 2, 4, 6));
      v128.store(blockOdd + n * 16, v128.shuffle<f32>(a, b, 1, 3, 5, 7));
    }
    blockEven += BLOCK;
    blockOdd += BLOCK;
  }
}

/** Gauss-Seidel on the cells of one colour in one plane. */
export function relaxPlane(x: usize, colour: i32, k: i32): void {
  const rowLength = halfRow;
  const planeLength = halfPlane;
  const size = halfSize;
  const start = blocks;
  const offset = <usize>colour * size;
  for (let j = 1; j <= ny; j++) {
    const at = rowLength * <usize>j + planeLength * <usize>k;
    let own = x + offset + at;
    let other = x + size - offset + at;
    let block = start + ((offset + at) >> 4) * BLOCK;
    const end = own + rowLength;
    let low = ((colour + j + k) & 1) === 0 ? other - 4 : other;
    while (own < end) {
      let sum = f32x4.add(v128.load(block, 96), f32x4.mul(v128.load(block), v128.load(low)));
      let more = f32x4.mul(v128.load(block, 16), v128.load(low, 4));
      sum = f32x4.add(sum, f32x4.mul(v128.load(block, 32), v128.load(other - rowLength)));
      more = f32x4.add(more, f32x4.mul(v128.load(block, 48), v128.load(other + rowLength)));
      sum = f32x4.add(sum, f32x4.mul(v128.load(block, 64), v128.load(other - planeLength)));
      more = f32x4.add(more, f32x4.mul(v128.load(block, 80), v128.load(other + planeLength)));
      v128.store(own, f32x4.add(sum, more));
      own += 16;
      other += 16;
      low += 16;
      block += BLOCK;
    }
  }
}
