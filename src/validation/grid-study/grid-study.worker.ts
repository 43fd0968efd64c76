import { GridStudyError } from './failure';
import type { FromGridStudy, StartGridStudy } from './protocol';
import { runGridStudy } from './run-study';

// Wiring only: a site in, the story of its study out. What the study did not foresee reaches the page as an error event.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const tell = (message: FromGridStudy) => scope.postMessage(message);

scope.onmessage = (event: MessageEvent<StartGridStudy>) => {
  const { site, seed, sizes } = event.data;
  const progress = (share: number, { cellSize, cells }: { cellSize: number; cells: number }) =>
    tell({ kind: 'progress', share, cellSize, cells });
  try {
    tell({ kind: 'result', result: runGridStudy(site, { seed, sizes }, () => performance.now(), progress) });
  } catch (error) {
    if (!(error instanceof GridStudyError)) throw error;
    tell({ kind: 'failure', failure: error.failure });
  }
};
