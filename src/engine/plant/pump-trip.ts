/** Below this share of design flow what runs down counts as standing: check valves shut (assumption). */
const STANDING_SHARE = 0.05;

/** From standstill to full flow, s (assumption: a soft start). */
const PUMP_START_SECONDS = 10;

/** Time in which the flow of pumps without drive halves, s; see `pump-trip` in the scenario (assumption). */
export const DEFAULT_PUMP_RUN_DOWN_SECONDS = 3;

/** Pumps of one circuit that may have lost their drive. */
export interface PumpFault {
  /** Share of the pumps without drive, 0-1. Set from outside. */
  out: number;
  runDownSeconds: number;
  /** Flow that the circuit can have now, share of design; 1 in normal operation. */
  share: number;
}

export function createPumpFault(): PumpFault {
  return { out: 0, runDownSeconds: DEFAULT_PUMP_RUN_DOWN_SECONDS, share: 1 };
}

/**
 * Moves what the circuit can carry on by one step. Water without drive is slowed by a pressure that falls with the square
 * of its flow, dV/dt = -V²/(V_0 tau), so that its part of the flow falls as 1/(1 + t/tau), exact for any step; pumps that
 * go on keep theirs. With drive it rises in a straight line.
 */
export function followPumps(fault: PumpFault, dtSeconds: number): void {
  const target = 1 - fault.out;
  if (fault.share === target) return;
  if (dtSeconds === Number.POSITIVE_INFINITY) fault.share = target;
  else if (target > fault.share) fault.share = Math.min(target, fault.share + dtSeconds / PUMP_START_SECONDS);
  else {
    const excess = fault.share - target;
    const next = target + excess / (1 + (excess * dtSeconds) / fault.runDownSeconds);
    fault.share = next - target < STANDING_SHARE ? target : next;
  }
}

/** Share of the flow that pumps with drive carry; the rest runs down and draws nothing. */
export function drivenShare(fault: PumpFault): number {
  return fault.share > 0 ? Math.min(1, (1 - fault.out) / fault.share) : 0;
}
