/** Faces of `cells` equal cells over a length. */
export function evenFaces(cells: number, length: number): Float64Array {
  return Float64Array.from({ length: cells + 1 }, (_, n) => (length * n) / cells);
}

/** Faces of a unit length that lie closer to both ends, by a hyperbolic tangent; 0 is even, 2 is strong. */
export function gradedFaces(cells: number, strength: number): Float64Array {
  if (strength === 0) return evenFaces(cells, 1);
  return Float64Array.from(
    { length: cells + 1 },
    (_, n) => 0.5 + Math.tanh(strength * ((2 * n) / cells - 1)) / Math.tanh(strength) / 2,
  );
}

export function centres(faces: Float64Array): number[] {
  return Array.from({ length: faces.length - 1 }, (_, n) => (faces[n]! + faces[n + 1]!) / 2);
}

/** Linear interpolation of `y` over ascending `x`, the ends held. */
export function interpolate(x: readonly number[], y: readonly number[], at: number): number {
  const last = x.length - 1;
  if (at <= x[0]!) return y[0]!;
  if (at >= x[last]!) return y[last]!;
  let n = 1;
  while (x[n]! < at) n++;
  const share = (at - x[n - 1]!) / (x[n]! - x[n - 1]!);
  return y[n - 1]! * (1 - share) + y[n]! * share;
}
