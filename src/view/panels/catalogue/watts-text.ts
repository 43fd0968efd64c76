/** Watts as people write them: 58.4 W, 10.2 kW. */
export function wattsText(watts: number): string {
  return watts >= 1000 ? `${Number((watts / 1000).toPrecision(3))} kW` : `${Number(watts.toPrecision(3))} W`;
}
