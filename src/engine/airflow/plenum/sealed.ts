import type { Issue } from '../../../site/issue';
import type { Site } from '../../../site/schema/site';
import type { Underfloor } from './underfloor';

/** Units whose air has no way out from under the floor: over a blockage, or in a part without an open tile or seam. */
export function sealedUnderfloor(site: Site, underfloor: Underfloor): Issue[] {
  const { units, outlets, cells } = underfloor;
  const part = partsOf(underfloor);
  const open = new Set(Array.from(outlets.cell, (cell) => part[cell]!));
  const pinned = new Set<number>();
  for (let t = 0; t < underfloor.pinnedM3s.length; t++) {
    if (!(underfloor.pinnedM3s[t]! > 0)) continue;
    for (let n = underfloor.tiles.start[t]!; n < underfloor.tiles.start[t + 1]!; n++)
      pinned.add(part[underfloor.tiles.cell[n]!]!);
  }
  const several = new Set(part.filter((_, c) => cells.clear[c]! > 0)).size > 1;
  return site.coolingUnits.flatMap((unit, u): Issue[] => {
    if (unit.supply.to !== 'raised-floor' || !unit.running) return [];
    const from = units.start[u]!;
    const blocked = from === units.start[u + 1];
    const own = blocked ? -1 : part[units.cell[from]!]!;
    if (!blocked && (open.has(own) || (!several && pinned.has(own)))) return [];
    return [
      {
        severity: 'error',
        code: 'supply-sealed-in',
        path: `coolingUnits[${u}].supply`,
        message: blocked
          ? `${unit.name ?? unit.id} blows onto a blockage that fills the whole depth under the floor.`
          : `${unit.name ?? unit.id} supplies a part of the floor that blockages close off, where no free tile or seam lets its air out.`,
        remedy: 'Lower the share of the blockage, move it, or add a tile there.',
      },
    ];
  });
}

/** Label of the connected part that each cell belongs to. */
function partsOf({ cells }: Underfloor): Int32Array {
  const { size, stride, areaX, areaY, clear } = cells;
  const part = new Int32Array(size).fill(-1);
  let next = 0;
  for (let start = 0; start < size; start++) {
    if (clear[start]! <= 0 || part[start]! >= 0) continue;
    const stack = [start];
    part[start] = next;
    while (stack.length > 0) {
      const c = stack.pop()!;
      const visit = (other: number, area: number) => {
        if (area <= 0 || part[other]! >= 0) return;
        part[other] = next;
        stack.push(other);
      };
      visit(c - 1, areaX[c]!);
      visit(c + 1, areaX[c + 1]!);
      visit(c - stride, areaY[c]!);
      visit(c + stride, areaY[c + stride]!);
    }
    next++;
  }
  return part;
}
