import type { Pump } from '../../site/schema/plant';

/** Share of the pressure that does not fall with flow: what a control valve at the far end is kept at (assumption). */
const STATIC_SHARE = 0.25;

/**
 * Electricity of pumps that move `shareOfDesign` of their design flow (m³/s), W: dp V / eta with
 * dp = dp_d (0.25 + 0.75 (V/V_d)²). All of it ends as heat in the water (assumption).
 */
export function pumpPowerW(pump: Pump, designM3s: number, shareOfDesign: number): number {
  if (!(shareOfDesign > 0)) return 0;
  const pressurePa = pump.pressurePa * (STATIC_SHARE + (1 - STATIC_SHARE) * shareOfDesign * shareOfDesign);
  return (pressurePa * designM3s * shareOfDesign) / pump.efficiency;
}
