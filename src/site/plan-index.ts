import type { Box } from './footprint';

/** A box over more bins than this is kept in a list of its own, so that one huge box does not fill the index. */
const manyBins = 256;

/** Finds the boxes near a place on the floor plan without looking at all of them: square bins of the plan. */
export class PlanIndex<Item extends { readonly box: Box }> {
  private readonly bins = new Map<number, number[]>();
  private readonly wide: number[] = [];
  private readonly binSize: number;
  private readonly seen: Uint32Array;
  private stamp = 0;

  constructor(private readonly items: readonly Item[]) {
    this.binSize = typicalExtent(items);
    this.seen = new Uint32Array(items.length);
    for (let index = 0; index < items.length; index++) {
      const { box } = items[index]!;
      if (this.binCount(box) > manyBins) this.wide.push(index);
      else this.forBins(box, (key) => this.addTo(key, index));
    }
  }

  /** Calls `visit` once with each item whose plan area may meet that of the box; it stops when `visit` answers false. */
  visitNear(box: Box, visit: (item: Item, index: number) => boolean): void {
    this.stamp += 1;
    for (const index of this.wide) {
      if (visit(this.items[index]!, index) === false) return;
    }
    if (this.binCount(box) > Math.max(manyBins, 4 * this.items.length)) {
      this.visitAllBinned(visit);
      return;
    }
    let going = true;
    this.forBins(box, (key) => {
      if (!going) return;
      for (const index of this.bins.get(key) ?? []) {
        if (this.seen[index] === this.stamp) continue;
        this.seen[index] = this.stamp;
        if (visit(this.items[index]!, index) === false) {
          going = false;
          return;
        }
      }
    });
  }

  private visitAllBinned(visit: (item: Item, index: number) => boolean): void {
    const wide = new Set(this.wide);
    for (let index = 0; index < this.items.length; index++) {
      if (!wide.has(index) && visit(this.items[index]!, index) === false) return;
    }
  }

  private addTo(key: number, index: number): void {
    const bin = this.bins.get(key);
    if (bin === undefined) this.bins.set(key, [index]);
    else bin.push(index);
  }

  private bin(metres: number): number {
    return Math.floor(metres / this.binSize);
  }

  private binCount({ min, max }: Box): number {
    return (this.bin(max.x) - this.bin(min.x) + 1) * (this.bin(max.y) - this.bin(min.y) + 1);
  }

  private forBins({ min, max }: Box, use: (key: number) => void): void {
    const lastX = this.bin(max.x);
    const lastY = this.bin(max.y);
    for (let i = this.bin(min.x); i <= lastX; i++) {
      for (let j = this.bin(min.y); j <= lastY; j++) use(i * 16_777_216 + j);
    }
  }
}

/** Mean plan extent of the boxes, m: bins of about the size of what they hold. */
function typicalExtent(items: readonly { readonly box: Box }[]): number {
  let sum = 0;
  for (const { box } of items) sum += box.max.x - box.min.x + box.max.y - box.min.y;
  const mean = items.length === 0 ? 1 : sum / (2 * items.length);
  return Math.min(Math.max(mean, 0.05), 1000);
}
