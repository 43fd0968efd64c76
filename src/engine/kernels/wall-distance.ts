import type { Mesh } from './mesh';

/**
 * Distance from each cell centre to the nearest solid surface (walls, racks, panels), m; 0 in solids.
 * One pass an axis: the first finds the nearest closed face along the line, each further one combines
 * neighbouring lines by Pythagoras. Exact for surfaces met along an axis; past a corner it may be too long by up to
 * half a cell.
 * The Chen-Xu model takes any solid as a wall; panels that leak count as solid.
 */
export function wallDistance(mesh: Mesh, distance: Float64Array): void {
  const { size, solid, stride, width, open } = mesh;
  const counts = [mesh.nx, mesh.ny, mesh.nz] as const;
  const square = new Float64Array(size).fill(Infinity);
  for (let c = 0; c < size; c++) if (solid[c]) square[c] = 0;

  for (const axis of [0, 1, 2] as const) {
    const n = counts[axis];
    const s = stride[axis];
    const line = new Float64Array(n + 2);
    const centre = new Float64Array(n + 2);
    for (let i = 1; i <= n; i++) centre[i] = (mesh.faces[axis][i - 1]! + mesh.faces[axis][i]!) / 2;
    const half = width[axis];
    const [b, d] = axis === 0 ? ([1, 2] as const) : axis === 1 ? ([0, 2] as const) : ([0, 1] as const);
    for (let q = 1; q <= counts[d]; q++) {
      for (let p = 1; p <= counts[b]; p++) {
        const start = p * stride[b] + q * stride[d];
        for (let i = 1; i <= n; i++) {
          const c = start + i * s;
          if (solid[c]) {
            line[i] = 0;
            continue;
          }
          let best = square[c]!;
          // Outwards both ways; stop where the gap alone is longer than the best so far.
          for (const step of [-1, 1]) {
            for (let m = i; m >= 1 && m <= n; m += step) {
              const here = start + m * s;
              const nearGap = Math.abs(centre[m]! - centre[i]!) - (m === i ? 0 : half[m]! / 2);
              if (nearGap > 0 && nearGap * nearGap >= best) break;
              if (m !== i) {
                if (solid[here]) {
                  best = Math.min(best, nearGap * nearGap);
                  break;
                }
                const gap = centre[m]! - centre[i]!;
                best = Math.min(best, gap * gap + square[here]!);
              }
              const face = step < 0 ? here : here + s;
              if (open[axis][face]! < 1) {
                const toFace = Math.abs(centre[m]! - centre[i]!) + half[m]! / 2;
                best = Math.min(best, toFace * toFace);
                break;
              }
            }
          }
          line[i] = best;
        }
        for (let i = 1; i <= n; i++) square[start + i * s] = line[i]!;
      }
    }
  }
  for (let c = 0; c < size; c++) distance[c] = solid[c] ? 0 : Math.sqrt(square[c]!);
}
