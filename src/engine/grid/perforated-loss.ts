/**
 * Loss coefficient K of a thin perforated plate of open share F, for dp = K rho v²/2 with v on the gross area:
 *   K = (1/F²) [1 + 0.5 (1 - F)^0.75 + 1.414 (1 - F)^0.375]
 * Fried and Idelchik (1989), the form used for floor tiles by Karki, Patankar and Schmidt. Valid for 0.03 < F < 1;
 * below that it is used as the orifice limit K = 2.9 / F².
 */
export function perforatedLoss(openShare: number): number {
  if (openShare >= 1) return 0;
  const closed = 1 - openShare;
  return (1 + 0.5 * closed ** 0.75 + 1.414 * closed ** 0.375) / (openShare * openShare);
}
