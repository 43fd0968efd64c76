/**
 * Kendall's rank correlation, tau-b (Kendall 1945, Biometrika 33:239-251): concordant less discordant pairs over the pairs
 * that are tied in neither list. Values closer than `tie` count as equal.
 */
export function kendallTau(a: readonly number[], b: readonly number[], tie = 0): number {
  let concordant = 0;
  let untiedA = 0;
  let untiedB = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = i + 1; j < a.length; j++) {
      const signA = signOf(a[i]! - a[j]!, tie);
      const signB = signOf(b[i]! - b[j]!, tie);
      concordant += signA * signB;
      untiedA += Math.abs(signA);
      untiedB += Math.abs(signB);
    }
  }
  return concordant / Math.sqrt(untiedA * untiedB);
}

function signOf(difference: number, tie: number): number {
  return Math.abs(difference) <= tie ? 0 : Math.sign(difference);
}
