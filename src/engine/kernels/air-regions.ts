import { AXES, type Mesh } from './mesh';

/** Connected air regions: a sealed one needs its own balance of flow. */
export function labelRegions(mesh: Mesh, air: readonly number[]): { region: Int32Array; regions: number } {
  const region = new Int32Array(mesh.size);
  let regions = 0;
  const stack: number[] = [];
  for (const seed of air) {
    if (region[seed]) continue;
    region[seed] = ++regions;
    stack.push(seed);
    while (stack.length > 0) {
      const c = stack.pop()!;
      for (const axis of AXES) {
        const s = mesh.stride[axis];
        if (mesh.open[axis][c]! > 0 && !region[c - s] && !mesh.solid[c - s]) {
          region[c - s] = regions;
          stack.push(c - s);
        }
        if (mesh.open[axis][c + s]! > 0 && !region[c + s] && !mesh.solid[c + s]) {
          region[c + s] = regions;
          stack.push(c + s);
        }
      }
    }
  }
  return { region, regions };
}
