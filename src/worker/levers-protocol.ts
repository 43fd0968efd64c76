import type { MeasureId, RowQuantity, StudySiteId } from '../frame/levers';
import type { Site } from '../site/schema/site';
import type { WorkerFault } from './protocol';

/** A reduced model as the page keeps it between runs: it looks at nothing but the key. */
export interface KeptModel {
  readonly key: string;
  readonly model: unknown;
}

/** What the page asks of the levers' worker: a period with every lever off, and the same with some measures. */
export interface StartLevers {
  kind: 'start';
  /** A site as its file or the document has it; `study`: made ready as that site of the study is. */
  site: Site;
  study: StudySiteId | null;
  measures: readonly MeasureId[];
  /** Days from the first of January, beginning with 1. */
  startDay: number;
  days: number;
  stepSeconds: number;
  seed: number;
  models: readonly KeptModel[];
}

export type LeversPhase = 'model' | 'setpoint' | 'off' | 'on';

/** What one of the two periods came to. */
export interface LiveRow {
  readonly supplyCelsius: number | null;
  readonly keepsLimit: boolean;
  readonly values: Readonly<Record<RowQuantity, number>>;
}

export type FromLevers =
  | { kind: 'progress'; phase: LeversPhase; share: number }
  | { kind: 'model'; kept: KeptModel }
  | { kind: 'done'; siteName: string; currency: string | null; workUnit: string | null; off: LiveRow; on: LiveRow }
  | { kind: 'failure'; fault: WorkerFault };
