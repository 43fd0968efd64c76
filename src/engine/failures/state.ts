import type { FailureEvent } from '../../site/scenario/events';
import type { Site } from '../../site/schema/site';

/** One failure of a running engine, on its own clock. */
export interface RunningFailure {
  readonly id: number;
  readonly event: FailureEvent;
  readonly startSeconds: number;
  /** Infinity while no repair is planned. */
  endSeconds: number;
  /** Start of the site's generator for a loss of the grid that names none, s after it. */
  generatorStartSeconds?: number;
  /** The battery of the UPS, or the fuel of the generator, has run out. */
  batteryOut?: boolean;
  generatorOut?: boolean;
}

/** What has failed, or will, in a running engine. The document never knows. */
export interface Failures {
  /** The site without its layout events: what the engine goes back to. */
  document: Site;
  running: RunningFailure[];
  nextId: number;
  /** Ids of the layout events that the engine's site holds now, in order. */
  appliedLayout: string;
}

export function createFailures(document: Site): Failures {
  return { document, running: [], nextId: 1, appliedLayout: '' };
}
