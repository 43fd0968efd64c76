import type { SupplyPoint } from '../frame/lesson';
import type { Site } from '../site/schema/site';
import type { WorkerFault } from './protocol';

/** What the page asks of the lesson's worker: a site settled at each supply temperature. */
export interface StartLesson {
  kind: 'start';
  /** The open site with its demand held at `load`, or the lesson's one rack at that load. */
  room: { kind: 'one-rack' } | { kind: 'site'; site: Site; seed: number };
  /** Share of peak throughput, 0-1. */
  load: number;
  supplyCelsius: readonly number[];
}

/** Points as they come, then that it is done, or why it is not. */
export type FromLesson =
  | { kind: 'point'; point: SupplyPoint }
  | { kind: 'done' }
  | { kind: 'failure'; fault: WorkerFault };
