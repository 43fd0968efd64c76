/**
 * Shape and geometry of one room, set by the host before the first call. All lengths of memory in bytes.
 *
 * Natural order: c = i + R (j + (ny + 2) k), rows of R cells, R a multiple of eight.
 * Packed order: the cells of one colour (parity of i + j + k), R / 2 a row, all even cells first. A neighbour along
 * y or z lies in the other colour at the same place of its row; along x at that place and one before it (cells of
 * even i) or one after it (odd i).
 */
export let ny: i32 = 0;
export let nz: i32 = 0;
export let rowBytes: usize = 0;
export let planeBytes: usize = 0;
/** Packed: row, plane and all cells of a colour. */
export let halfRow: usize = 0;
export let halfPlane: usize = 0;
export let halfSize: usize = 0;

/**
 * Tables along x, y, z: width w of each cell, m; its inverse; distance d between the centre of each cell and the one
 * below; its inverse.
 */
export let wx: usize = 0;
export let wy: usize = 0;
export let wz: usize = 0;
export let inverseWx: usize = 0;
export let inverseWy: usize = 0;
export let inverseWz: usize = 0;
export let dx: usize = 0;
export let dy: usize = 0;
export let dz: usize = 0;
export let inverseDx: usize = 0;
export let inverseDy: usize = 0;
export let inverseDz: usize = 0;

/** Velocity at faces, m/s; pressure over density, m²/s²; temperature, °C; effective viscosity, m²/s. */
export let u: usize = 0;
export let v: usize = 0;
export let w: usize = 0;
export let pressure: usize = 0;
export let temperature: usize = 0;
export let viscosity: usize = 0;
/** Distance to the nearest solid, m. */
export let wallDistance: usize = 0;

/** Openness of the faces of each axis, 0..1, and 1 where a cell holds air. */
export let openX: usize = 0;
export let openY: usize = 0;
export let openZ: usize = 0;
export let air: usize = 0;
/** Loss coefficients of the faces. */
export let lossX: usize = 0;
export let lossY: usize = 0;
export let lossZ: usize = 0;
/** Mean openness of the two faces that bound half of each momentum cell on its low side: of axis (first), across (second). */
export let freeXY: usize = 0;
export let freeXZ: usize = 0;
export let freeYX: usize = 0;
export let freeYZ: usize = 0;
export let freeZX: usize = 0;
export let freeZY: usize = 0;

@inline
export function splat(table: usize, index: i32): v128 {
  return v128.load32_splat(table + (<usize>index << 2));
}
