import type { Mesh } from './mesh';

/**
 * Connected air regions: a sealed one needs its own balance of flow. Numbered from 1 in the order of their first cells;
 * `air` lists the air cells in ascending order.
 */
export function labelRegions(mesh: Mesh, air: Int32Array): { region: Int32Array; regions: number } {
  const { solid } = mesh;
  const [openX, openY, openZ] = mesh.open;
  const [, sy, sz] = mesh.stride;
  const region = new Int32Array(mesh.size);
  // A label is given where no earlier neighbour has one; where two meet, the later points to the earlier.
  const earlier = new Int32Array(air.length + 1);
  let labels = 0;
  const rootOf = (label: number): number => {
    let root = label;
    while (earlier[root] !== root) root = earlier[root]!;
    earlier[label] = root;
    return root;
  };
  for (let n = 0; n < air.length; n++) {
    const c = air[n]!;
    let own = openX[c]! > 0 && !solid[c - 1] ? region[c - 1]! : 0;
    if (openY[c]! > 0 && !solid[c - sy]) own = join(own, region[c - sy]!, earlier, rootOf);
    if (openZ[c]! > 0 && !solid[c - sz]) own = join(own, region[c - sz]!, earlier, rootOf);
    if (own === 0) {
      own = ++labels;
      earlier[own] = own;
    }
    region[c] = own;
  }
  // The root of a region is the label of its first cell, so roots ascend with those.
  const number = new Int32Array(labels + 1);
  let regions = 0;
  for (let label = 1; label <= labels; label++) {
    number[label] = earlier[label] === label ? ++regions : number[rootOf(label)]!;
  }
  for (let n = 0; n < air.length; n++) region[air[n]!] = number[region[air[n]!]!]!;
  return { region, regions };
}

/** One label for two that meet; 0 stands for none yet. */
function join(a: number, b: number, earlier: Int32Array, rootOf: (label: number) => number): number {
  if (a === 0 || a === b) return b;
  const rootA = rootOf(a);
  const rootB = rootOf(b);
  if (rootA < rootB) earlier[rootB] = rootA;
  else earlier[rootA] = rootB;
  return Math.min(rootA, rootB);
}
