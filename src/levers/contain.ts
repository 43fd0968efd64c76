import { containment } from '../site/schema/room';
import type { Site } from '../site/schema/site';

type Rack = Site['racks'][number];
type Containment = Site['containments'][number];

/** Rows whose fronts are this far apart at most face each other over one aisle, m. */
const WIDEST_AISLE = 2.4;

interface Row {
  readonly front: number;
  readonly xMin: number;
  readonly xMax: number;
  readonly top: number;
}

/** Rows along x of racks that face one way, by the place of their fronts. */
function rowsFacing(racks: readonly Rack[], rotation: 0 | 180): Row[] {
  const byFront = new Map<number, Rack[]>();
  for (const rack of racks) {
    if (rack.rotation !== rotation) continue;
    const front = rack.position.y + (rotation === 180 ? 0.5 : -0.5) * rack.size.depth;
    const key = Math.round(front * 1000) / 1000;
    byFront.set(key, [...(byFront.get(key) ?? []), rack]);
  }
  return [...byFront].map(([front, row]) => ({
    front,
    xMin: Math.min(...row.map(({ position, size }) => position.x - size.width / 2)),
    xMax: Math.max(...row.map(({ position, size }) => position.x + size.width / 2)),
    top: Math.max(...row.map(({ size }) => size.height)),
  }));
}

const round = (metres: number): number => Math.round(metres * 1000) / 1000;

/** Cold aisles between rows along x whose fronts face each other, each with doors at both ends and a roof; leakage as the format has it. */
export function coldAisles(site: Site): Containment[] {
  const lower = rowsFacing(site.racks, 180);
  const upper = rowsFacing(site.racks, 0);
  return lower.flatMap((below) => {
    const facing = upper
      .filter(({ front }) => front > below.front && front - below.front <= WIDEST_AISLE)
      .sort((a, b) => a.front - b.front)[0];
    if (facing === undefined) return [];
    const xMin = Math.min(below.xMin, facing.xMin);
    const xMax = Math.max(below.xMax, facing.xMax);
    return [
      containment.parse({
        id: `contained-${round(below.front)}`,
        kind: 'cold-aisle',
        min: { x: round(xMin), y: below.front, z: 0 },
        max: { x: round(xMax), y: facing.front, z: Math.max(below.top, facing.top) },
        sides: { xMin: 'door', xMax: 'door', yMin: 'open', yMax: 'open', roof: 'panel' },
      }),
    ];
  });
}
