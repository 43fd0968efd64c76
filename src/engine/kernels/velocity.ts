/** Face-normal velocities along x, y, z, m/s; padded index, see Mesh. */
export type Velocity = readonly [Float64Array, Float64Array, Float64Array];

export function createVelocity(size: number): Velocity {
  return [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
}
