import { markdownTable } from '../../src/validation/table';
import type { PreviewBench } from './preview-bench';
import type { SizeBench } from './size-bench';

export function sizeText(runs: readonly SizeBench[]): string {
  return markdownTable(
    [
      'Sizes',
      'cell m',
      'cells',
      'threads',
      'build ms',
      'settling steps',
      'cold to rest ms',
      'ms a tick',
      'steps a tick',
      'ns a cell and step',
      'times real time',
    ],
    runs.map((run) => [
      run.what,
      String(run.cellSize),
      String(run.cells),
      String(run.threads),
      run.buildMs.toFixed(0),
      String(run.settlingSteps),
      run.coldMs.toFixed(0),
      run.msPerTick.toFixed(1),
      run.stepsPerTick.toFixed(0),
      run.nsPerCellStep.toFixed(0),
      run.realTimeFactor.toFixed(1),
    ]),
  );
}

export function previewText(runs: readonly PreviewBench[]): string {
  return markdownTable(
    ['Preview while dragging', 'coarse cells', 'first answer ms', 'answer to a move, median ms', 'worst ms'],
    runs.map(({ what, cells, firstMs, moveMs, worstMoveMs }) => [
      what,
      String(cells),
      firstMs.toFixed(1),
      moveMs.toFixed(1),
      worstMoveMs.toFixed(1),
    ]),
  );
}
