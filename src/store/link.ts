import type { Provenance } from '../frame/provenance';
import type { Site } from '../site/schema/site';
import type { Speed } from '../worker/protocol';

/** What the stores ask of the running simulation. Failures come back through the run store as faults. */
export interface SimulationLink {
  setRun(run: { playing: boolean; speed: Speed }): void;
  step(): void;
  reset(seed: number): void;
  preview(site: Site | null): void;
  /** Where the air of a rack comes from, as it moves now; null where that is not known. */
  provenance(rackId: string): Promise<Provenance | null>;
}

let link: SimulationLink | null = null;

/** The running simulation; null before it has started and after it was closed. */
export function simulationLink(): SimulationLink | null {
  return link;
}

export function attachLink(next: SimulationLink | null): void {
  link = next;
}
