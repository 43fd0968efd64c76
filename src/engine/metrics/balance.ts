/**
 * How far a budget is from closing, relative to what flows through it: (in - out - stored) / max(in, out), signed.
 * In W for heat (stored: rate of storage), in m³/s for air. 0 where nothing flows.
 */
export function balanceError(inflow: number, outflow: number, stored = 0): number {
  const scale = Math.max(Math.abs(inflow), Math.abs(outflow));
  return scale === 0 ? 0 : (inflow - outflow - stored) / scale;
}
