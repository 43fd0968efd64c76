/** Natural order to packed order, for some planes; see grid.ts for both. Lengths in bytes, `half` of one colour. */
export function pack(
  natural: usize, packed: usize, halfRow: usize, rowsInPlane: i32, first: i32, last: i32, half: usize,
): void {
  let at = halfRow * <usize>(rowsInPlane * first);
  let from = natural + 2 * at;
  for (let k = first; k <= last; k++) {
    for (let j = 0; j < rowsInPlane; j++) {
      const even = <usize>((j + k) & 1) * half;
      const toEven = packed + even;
      const toOdd = packed + half - even;
      const end = at + halfRow;
      while (at < end) {
        const a = v128.load(from);
        const b = v128.load(from, 16);
        v128.store(toEven + at, v128.shuffle<f32>(a, b, 0, 2, 4, 6));
        v128.store(toOdd + at, v128.shuffle<f32>(a, b, 1, 3, 5, 7));
        from += 32;
        at += 16;
      }
    }
  }
}

/** The way back. */
export function unpack(
  packed: usize, natural: usize, halfRow: usize, rowsInPlane: i32, first: i32, last: i32, half: usize,
): void {
  let at = halfRow * <usize>(rowsInPlane * first);
  let to = natural + 2 * at;
  for (let k = first; k <= last; k++) {
    for (let j = 0; j < rowsInPlane; j++) {
      const even = <usize>((j + k) & 1) * half;
      const fromEven = packed + even;
      const fromOdd = packed + half - even;
      const end = at + halfRow;
      while (at < end) {
        const a = v128.load(fromEven + at);
        const b = v128.load(fromOdd + at);
        v128.store(to, v128.shuffle<f32>(a, b, 0, 4, 1, 5));
        v128.store(to, v128.shuffle<f32>(a, b, 2, 6, 3, 7), 16);
        to += 32;
        at += 16;
      }
    }
  }
}
