import type { StudyFailure } from './facts';
import { LEAST_RATIO } from './sizes';

function textOf(failure: StudyFailure): string {
  switch (failure.code) {
    case 'noThreeSizes':
      return 'No three cell sizes hold this site: give three, fine enough for its narrowest aisle.';
    case 'tooCoarse':
      return `Cells of ${failure.cellSize} m are too coarse: equipment would find no air in front of it, or fewer than four lie across the room.`;
    case 'tooAlike':
      return `Cells of ${failure.finer} m and ${failure.coarser} m make nearly the same grid: choose sizes a factor of ${LEAST_RATIO} apart.`;
    case 'notSolvable':
      return `On cells of ${failure.cellSize} m: ${failure.detail}`;
  }
}

/** A study that cannot be made of this site with these sizes; the message says why and what to do. */
export class GridStudyError extends Error {
  override name = 'GridStudyError';
  constructor(readonly failure: StudyFailure) {
    super(textOf(failure));
  }
}
