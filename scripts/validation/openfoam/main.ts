import { mkdirSync, writeFileSync } from 'node:fs';
import { comparisonRooms } from '../../../src/validation/openfoam/rooms';
import { svgChart } from '../../../src/validation/svg-chart';
import { runOwnSite } from './own-site';
import { openFoamReport } from './report';
import { runRoom } from './run-rooms';
import { hasSolver } from './solver';

const FIGURES = 'figures';
const REPORT = 'docs/validation-openfoam.md';

export interface OpenFoamOptions {
  /** Where cases are written and solved; null: only compare with the results that the project ships. */
  readonly folder: string | null;
  /** A site of the user's own to write as a case, instead of the project's rooms. */
  readonly siteFile: string | null;
  readonly cellMetres: number;
}

/** `npm run validate -- openfoam [DIR]`. */
export function runOpenFoam({ folder, siteFile, cellMetres }: OpenFoamOptions): void {
  if (siteFile !== null) {
    if (folder === null) throw new Error('Name the folder that the case is to be written to.');
    process.stdout.write(runOwnSite(siteFile, folder, cellMetres, hasSolver()));
    return;
  }
  if (folder !== null) {
    const canSolve = hasSolver();
    for (const room of comparisonRooms) runRoom(room, folder, canSolve);
    if (!canSolve) process.stderr.write(`OpenFOAM is not installed here: the cases are in ${folder}, not solved.\n`);
  }
  const { text, figures } = openFoamReport(FIGURES);
  mkdirSync(`docs/${FIGURES}`, { recursive: true });
  for (const figure of figures) {
    writeFileSync(
      `docs/${FIGURES}/${figure.id}.svg`,
      svgChart(figure, ({ key }) => key),
    );
  }
  writeFileSync(REPORT, text);
  process.stdout.write(text);
}
