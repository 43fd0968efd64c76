/** A label that wants to stand by a point of the screen, px. */
export interface LabelBox {
  /** The point that it names. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Higher goes first. */
  priority: number;
  /** It stands on its point or nowhere. */
  centred?: boolean;
}

export interface PlacedLabel {
  /** Index of the label in the list given. */
  index: number;
  left: number;
  top: number;
}

/** Distance of a label from its point, px. */
const GAP = 7;
/** Side of the squares in which taken places are looked up, px. */
const TILE = 64;

interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Above, right, left, below. */
function candidates({ x, y, width, height, centred }: LabelBox): Rect[] {
  const at = (left: number, top: number): Rect => ({ left, top, right: left + width, bottom: top + height });
  if (centred) return [at(x - width / 2, y - height / 2)];
  return [
    at(x - width / 2, y - GAP - height),
    at(x + GAP, y - height / 2),
    at(x - GAP - width, y - height / 2),
    at(x - width / 2, y + GAP),
  ];
}

/** Places labels without overlap, the most important first; those that find no place are left out. */
export function layoutLabels(labels: readonly LabelBox[], screen: { width: number; height: number }): PlacedLabel[] {
  const taken = new Map<number, Rect[]>();
  const tiles = (rect: Rect): number[] => {
    const keys: number[] = [];
    for (let i = Math.floor(rect.left / TILE); i <= Math.floor(rect.right / TILE); i++)
      for (let j = Math.floor(rect.top / TILE); j <= Math.floor(rect.bottom / TILE); j++) keys.push(i * 4096 + j);
    return keys;
  };
  const isFree = (rect: Rect) =>
    rect.left >= 0 &&
    rect.top >= 0 &&
    rect.right <= screen.width &&
    rect.bottom <= screen.height &&
    !tiles(rect).some((key) =>
      taken
        .get(key)
        ?.some(
          (other) =>
            rect.left < other.right && other.left < rect.right && rect.top < other.bottom && other.top < rect.bottom,
        ),
    );
  const order = labels.map((_, i) => i).sort((a, b) => labels[b]!.priority - labels[a]!.priority || a - b);
  const placed: PlacedLabel[] = [];
  for (const index of order) {
    const rect = candidates(labels[index]!).find(isFree);
    if (rect === undefined) continue;
    for (const key of tiles(rect)) taken.set(key, [...(taken.get(key) ?? []), rect]);
    placed.push({ index, left: rect.left, top: rect.top });
  }
  return placed;
}
