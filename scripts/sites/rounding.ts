/** The number with so many decimals, without the noise of binary fractions. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
