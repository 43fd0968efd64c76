/**
 * Sums of the planes of a field, 64-bit floats. A whole is always added up in the order of the planes, so that it is the
 * same however many threads formed its parts.
 */
export let partials: usize = 0;

@inline
export function setPartial(k: i32, sum: f64): void {
  store<f64>(partials + (<usize>k << 3), sum);
}

@inline
export function partialOf(k: i32): f64 {
  return load<f64>(partials + (<usize>k << 3));
}

/** Sum over planes 1 to `planes`. */
export function sumPartials(planes: i32): f64 {
  let sum: f64 = 0;
  for (let k = 1; k <= planes; k++) sum += partialOf(k);
  return sum;
}
