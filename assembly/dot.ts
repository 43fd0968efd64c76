/** Adds the products of two vectors to a pair of double-precision sums. */
@inline
export function addProduct(sum: v128, a: v128, b: v128): v128 {
  const product = f32x4.mul(a, b);
  const low = f64x2.promote_low_f32x4(product);
  const high = f64x2.promote_low_f32x4(v128.shuffle<f32>(product, product, 2, 3, 2, 3));
  return f64x2.add(sum, f64x2.add(low, high));
}

@inline
export function total(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}
