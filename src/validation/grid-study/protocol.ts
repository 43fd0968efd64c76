import type { Site } from '../../site/schema/site';
import type { GridStudyResult, StudyFailure } from './facts';

/** What the page asks of the grid-study worker. A study is cancelled by ending the worker. */
export interface StartGridStudy {
  kind: 'start';
  site: Site;
  seed: number;
  /** Three cell sizes, m; null: from the size that the site runs on. */
  sizes: readonly number[] | null;
}

/** What the worker tells: progress, then either a result or why there is none. */
export type FromGridStudy =
  | { kind: 'progress'; share: number; cellSize: number; cells: number }
  | { kind: 'result'; result: GridStudyResult }
  | { kind: 'failure'; failure: StudyFailure };
