import { mkdirSync, writeFileSync } from 'node:fs';
import { summaryText } from '../../src/validation/case-text';
import { svgChart } from '../../src/validation/svg-chart';
import { englishText } from '../../src/validation/words';
import { runCases } from './cases';
import { runPod2, runPod2Advection, runPod2Grids } from './pod2';
import { runMorning } from './pod2-morning';

const FIGURES = 'figures';

/**
 * Prints measured and published numbers beside simulated ones, and writes docs/validation.md with its figures. A number
 * that misses its floor is shown as missing; the command does not hide it and does not fail. `pod2Trace`: the folder of
 * the public series of POD 2; null where it is not at hand.
 */
export function runWhole(pod2Trace: string | null): void {
  const cases = runCases(FIGURES);
  const pod2 = runPod2(FIGURES);
  const advection = runPod2Advection();
  const grids = runPod2Grids(FIGURES);
  const morning = runMorning(pod2Trace);

  const text = `# Validation

Measured or published numbers beside what this version simulates, whatever they show. Written by \`npm run validate\`.
A verdict of _pass_ is inside the floor, _aim_ inside the aim; **MISS** is outside the floor. The page _Validation_ of
the app runs the cases, on smaller grids, in the visitor's own browser.

## Published and exact cases

_Simulated_ is the WebAssembly back end, which the app and the command line run; beside it the reference in double
precision. Both are judged. The published flows are advected with the limited second order unless a row says otherwise,
the rooms with the engine's default, first-order upwind.

${cases.text}

## A measured room: POD 2

RISE SICS ICE datacentre, room POD 2: 12 racks with 360 servers, four in-row coolers, measured on 1 October 2019;
published with jsjolund/rafsine. The sites pin the measured rack power, server airflow, cooler airflow and supply
temperature; every temperature below is a result.

${pod2.text}

### The morning's transients

${morning}

### Advection

The same windows with first-order upwind, the engine's default, and with the limited second order: what the choice of
scheme is worth beside the difference to the measurement.

${advection}

### Grid convergence

Window A on cells of 0.1, 0.15 and 0.2 m. Observed order, Richardson's extrapolation and the uncertainty of the finest
grid by Celik et al. 2008, J. Fluids Eng. 130:078001, with the order held within 0.5 and 2 for the uncertainty. The
cell sizes in the heading are what the cells come to where faces lie on racks and openings. The grids are not similar to
each other, since each puts its faces on the same planes: an order far above 2 says that the coarsest grid misses
something (here the air over the racks), not that the scheme is of that order.

${grids.text}

## Summary

${summaryText([...cases.summary, ...pod2.summary])}
`;
  mkdirSync(`docs/${FIGURES}`, { recursive: true });
  for (const figure of [...cases.figures, ...pod2.figures, ...grids.figures]) {
    writeFileSync(`docs/${FIGURES}/${figure.id}.svg`, svgChart(figure, englishText));
  }
  writeFileSync('docs/validation.md', text);
  process.stdout.write(text);
}
