import { halfRow, halfSize, ny, nz } from './grid';
import { pack, unpack } from './packing';
import { firstPlane, lastPlane } from './team';

/** Packs a plane of a field and, at the ends of the room, the ghost plane beyond it. */
export function packPlane(natural: usize, packed: usize, k: i32): void {
  const first = k === 1 ? 0 : k;
  const last = k === nz ? nz + 1 : k;
  pack(natural, packed, halfRow, ny + 2, first, last, halfSize);
}

/** Unpacks a thread's planes of a field. */
export function unpackPlanes(packed: usize, natural: usize, part: i32, parts: i32): void {
  unpack(packed, natural, halfRow, ny + 2, firstPlane(nz, part, parts), lastPlane(nz, part, parts), halfSize);
}
