import { AXES, type Mesh } from './mesh';

/** Connected air regions: a sealed one needs its own balance of flow. */
export function labelRegions(mesh: Mesh, air: Int32Array): { region: Int32Array; regions: number } {
  const region = new Int32Array(mesh.size);
  let regions = 0;
  // Each air cell enters the stack once.
  const stack = new Int32Array(air.length);
  let depth = 0;
  for (const seed of air) {
    if (region[seed]) continue;
    region[seed] = ++regions;
    stack[depth++] = seed;
    while (depth > 0) {
      const c = stack[--depth]!;
      for (const axis of AXES) {
        const s = mesh.stride[axis];
        if (mesh.open[axis][c]! > 0 && !region[c - s] && !mesh.solid[c - s]) {
          region[c - s] = regions;
          stack[depth++] = c - s;
        }
        if (mesh.open[axis][c + s]! > 0 && !region[c + s] && !mesh.solid[c + s]) {
          region[c + s] = regions;
          stack[depth++] = c + s;
        }
      }
    }
  }
  return { region, regions };
}
