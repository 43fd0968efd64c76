const ROUND_METRES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** The longest round length that fits into `maxPx`, and how long it is drawn. */
export function scaleBarOf(pixelsPerMetre: number, maxPx: number): { metres: number; px: number } {
  const metres = [...ROUND_METRES].reverse().find((length) => length * pixelsPerMetre <= maxPx) ?? ROUND_METRES[0]!;
  return { metres, px: metres * pixelsPerMetre };
}
