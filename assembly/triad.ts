/** a = b + s c over arrays: the yardstick of memory bandwidth (McCalpin's STREAM), for the bench. Length in bytes. */
export function triad(a: usize, b: usize, c: usize, bytes: usize, s: f32): void {
  const factor = f32x4.splat(s);
  for (let at: usize = 0; at < bytes; at += 32) {
    v128.store(a + at, f32x4.add(v128.load(b + at), f32x4.mul(factor, v128.load(c + at))));
    v128.store(a + at, f32x4.add(v128.load(b + at, 16), f32x4.mul(factor, v128.load(c + at, 16))), 16);
  }
}
