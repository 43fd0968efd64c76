import { type PlaneFlow, type PlaneStepOptions, stepPlaneFlow } from './plane-flow';

/** When a flow counts as steady, and when to give up. */
export interface SettleLimits {
  /** Largest change of any velocity or temperature per unit of time. */
  readonly changeRate: number;
  readonly maxSteps: number;
}

/**
 * Steps until the flow is steady. Returns the steps taken, or -1 where it did not come to rest.
 * Change falls about exponentially: progress is told in shares of its logarithm.
 */
export function settlePlaneFlow(
  flow: PlaneFlow,
  options: PlaneStepOptions,
  limits: SettleLimits,
  onProgress?: (share: number) => void,
): number {
  let largest = limits.changeRate;
  let told = 0;
  for (let step = 1; step <= limits.maxSteps; step++) {
    const change = stepPlaneFlow(flow, options);
    if (!Number.isFinite(change)) return -1;
    if (change <= limits.changeRate) return step;
    largest = Math.max(largest, change);
    const share = Math.log(largest / change) / Math.log(largest / limits.changeRate);
    if (step % 20 === 0 && share > told) {
      told = share;
      onProgress?.(share);
    }
  }
  return -1;
}
