import type { PowerStatus } from '../frame/power';
import type { PredictionStatus } from '../frame/prediction';
import type { Provenance } from '../frame/provenance';
import type { Recirculation } from '../frame/recirculation';
import type { FailureEvent } from '../site/scenario/events';
import type { Site } from '../site/schema/site';
import type { CallProgress } from '../worker/client';
import type { RunSnapshot, Speed } from '../worker/protocol';

/** What the stores ask of the running simulation. Failures come back through the run store as faults. */
export interface SimulationLink {
  setRun(run: { playing: boolean; speed: Speed }): void;
  step(): void;
  reset(seed: number): void;
  preview(site: Site | null): void;
  /** Where the air of a rack comes from, as it moves now; null where that is not known. */
  provenance(rackId: string): Promise<Provenance | null>;
  /** Predictive control as it stands now; null where that is not known. */
  prediction(): Promise<PredictionStatus | null>;
  /**
   * Makes the model by which it foresees; null when the layout changed meanwhile. Rejects with an `AbortError` when
   * cancelled.
   */
  foresee(options: {
    signal: AbortSignal;
    onProgress: (progress: CallProgress) => void;
  }): Promise<PredictionStatus | null>;
  /** The electrical chain as it stands now; null where that is not known. */
  power(): Promise<PowerStatus | null>;
  /** Makes things fail in the live run, from now. Rejects where an event does not fit the site. */
  inject(events: FailureEvent[]): Promise<null>;
  repair(failureId: number): Promise<null>;
  /** Starts the servers that heat has switched off. */
  restartServers(): Promise<null>;
  /** Closes the breakers that overload has opened. */
  closeBreakers(): Promise<null>;
  /** The whole state of the run, to be played on elsewhere. */
  snapshot(): Promise<RunSnapshot>;
  /** Goes on after a fault with air steps of this share of their length. */
  shortenAirSteps(factor: number): void;
  /** Who breathes whose air; null when the layout changed meanwhile. Rejects with an `AbortError` when cancelled. */
  recirculation(options: {
    signal: AbortSignal;
    onProgress: (progress: CallProgress) => void;
  }): Promise<Recirculation | null>;
}

let link: SimulationLink | null = null;

/** The running simulation; null before it has started and after it was closed. */
export function simulationLink(): SimulationLink | null {
  return link;
}

export function attachLink(next: SimulationLink | null): void {
  link = next;
}
