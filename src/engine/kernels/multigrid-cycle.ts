import type { Level } from './multigrid-levels';

function smooth(level: Level, parity: number): void {
  const { nx, ny, nz, sy, sz, inverse, x, b } = level;
  const [gx, gy, gz] = level.g;
  for (let k = 1; k <= nz; k++) {
    for (let j = 1; j <= ny; j++) {
      const first = 1 + ((1 + j + k + parity) & 1);
      const row = sy * j + sz * k;
      for (let i = first; i <= nx; i += 2) {
        const c = row + i;
        x[c] =
          inverse[c]! *
          (gx[c]! * x[c - 1]! +
            gx[c + 1]! * x[c + 1]! +
            gy[c]! * x[c - sy]! +
            gy[c + sy]! * x[c + sy]! +
            gz[c]! * x[c - sz]! +
            gz[c + sz]! * x[c + sz]! -
            b[c]!);
      }
    }
  }
}

/** b - A x summed over the children of each coarse cell. */
function restrictResidual(fine: Level, coarse: Level): void {
  const { nx, ny, nz, sy, sz, inverse, x, b } = fine;
  const [gx, gy, gz] = fine.g;
  coarse.b.fill(0);
  for (let k = 1; k <= nz; k++) {
    for (let j = 1; j <= ny; j++) {
      const row = sy * j + sz * k;
      const target = coarse.sy * ((j + 1) >> 1) + coarse.sz * ((k + 1) >> 1);
      for (let i = 1; i <= nx; i++) {
        const c = row + i;
        const inv = inverse[c]!;
        if (inv === 0) continue;
        const flow =
          gx[c]! * x[c - 1]! +
          gx[c + 1]! * x[c + 1]! +
          gy[c]! * x[c - sy]! +
          gy[c + sy]! * x[c + sy]! +
          gz[c]! * x[c - sz]! +
          gz[c + sz]! * x[c + sz]! -
          x[c]! / inv;
        coarse.b[target + ((i + 1) >> 1)]! += b[c]! - flow;
      }
    }
  }
}

function prolong(coarse: Level, fine: Level): void {
  const { nx, ny, nz, sy, sz, inverse, x } = fine;
  for (let k = 1; k <= nz; k++) {
    for (let j = 1; j <= ny; j++) {
      const row = sy * j + sz * k;
      const source = coarse.sy * ((j + 1) >> 1) + coarse.sz * ((k + 1) >> 1);
      for (let i = 1; i <= nx; i++) {
        if (inverse[row + i]! !== 0) x[row + i]! += coarse.x[source + ((i + 1) >> 1)]!;
      }
    }
  }
}

/** Gauss-Seidel sweeps each way; on the coarsest level they stand for an exact solve. */
const SWEEPS = 2;
const COARSEST_SWEEPS = 8;

/** One symmetric V-cycle from x = 0 on level `l`, right-hand side in `b`. Thin panels vanish on coarse levels. */
export function cycle(levels: readonly Level[], l: number): void {
  const level = levels[l]!;
  level.x.fill(0);
  const last = l === levels.length - 1;
  const sweeps = last ? COARSEST_SWEEPS : SWEEPS;
  for (let n = 0; n < sweeps; n++) {
    smooth(level, 0);
    smooth(level, 1);
  }
  if (!last) {
    restrictResidual(level, levels[l + 1]!);
    cycle(levels, l + 1);
    prolong(levels[l + 1]!, level);
  }
  for (let n = 0; n < sweeps; n++) {
    smooth(level, 1);
    smooth(level, 0);
  }
}
