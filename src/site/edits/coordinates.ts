/** Rounds a length to a micrometre, so that moving there and back ends where it began, m. */
export function tidy(metres: number): number {
  return Math.round(metres * 1e6) / 1e6 + 0;
}
