/** A quantity at all cells or faces, padded index; see Mesh. Double precision in the reference back end, single in WebAssembly. */
export type Field = Float64Array | Float32Array;

/** Face-normal velocities along x, y, z, m/s; padded index, see Mesh. */
export type Velocity = readonly [Field, Field, Field];

export function createVelocity(size: number): Velocity {
  return [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
}
