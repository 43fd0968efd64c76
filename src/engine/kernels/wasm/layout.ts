/** Below this lie the constants of the compiled kernels and, in a shared memory, what its threads tell each other. */
const FIRST_BYTE = 8192;
/** Bytes between two arrays: vector loads may reach one vector past either end. */
const GAP_BYTES = 64;
const PAGE_BYTES = 65_536;

/** Lays arrays out one after the other in a memory that does not exist yet. */
export interface Layout {
  take(bytes: number): number;
  readonly pages: number;
}

export function createLayout(): Layout {
  let next = FIRST_BYTE;
  return {
    take(bytes) {
      const at = next;
      next = Math.ceil((next + bytes + GAP_BYTES) / GAP_BYTES) * GAP_BYTES;
      return at;
    },
    get pages() {
      return Math.ceil((next + GAP_BYTES) / PAGE_BYTES);
    },
  };
}

/** Extent of a box of cells and of its packed order, in elements; see assembly/grid.ts for the two orders. */
export interface Box {
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  readonly halfRow: number;
  readonly halfPlane: number;
  /** Elements of one colour. */
  readonly half: number;
}

export function boxOf(level: { nx: number; ny: number; nz: number; sy: number }): Box {
  const { nx, ny, nz, sy } = level;
  const halfRow = sy / 2;
  const halfPlane = halfRow * (ny + 2);
  return { nx, ny, nz, halfRow, halfPlane, half: halfPlane * (nz + 2) };
}

/** Place of cell (i, j, k), each padded, in packed order. */
export function packedIndex(box: Box, i: number, j: number, k: number): number {
  return ((i + j + k) & 1) * box.half + box.halfPlane * k + box.halfRow * j + (i >> 1);
}

/** Copies a field in natural order to packed order. */
export function packInto(box: Box, natural: ArrayLike<number>, packed: Float32Array | Int32Array): void {
  let c = 0;
  for (let k = 0; k < box.nz + 2; k++) {
    for (let j = 0; j < box.ny + 2; j++) {
      const row = box.halfPlane * k + box.halfRow * j;
      const even = ((j + k) & 1) * box.half + row;
      const odd = box.half - ((j + k) & 1) * box.half + row;
      for (let h = 0; h < box.halfRow; h++) {
        packed[even + h] = natural[c++]!;
        packed[odd + h] = natural[c++]!;
      }
    }
  }
}
