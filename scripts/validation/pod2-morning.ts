import { readFileSync, writeFileSync } from 'node:fs';
import { parseSite } from '../../src/site/parse';
import { yardstickRmseKelvin } from '../../src/validation/pod2';
import { type Pod2Morning, runPod2Morning } from '../../src/validation/pod2-morning';
import { parsePod2Trace } from '../../src/validation/pod2-trace';
import { markdownTable, signed } from '../../src/validation/table';

const REPORT = 'docs/validation-pod2-morning.md';
const CELL_METRES = 0.15;
/** The load steps down at 10:46 (steps noted with the published geometry). */
const STEP_DOWN_MINUTE = 10 * 60 + 46;

/** Runs the measured morning where its trace is given, else says that it was not run. Returns a line for the report. */
export function runMorning(path: string | null): string {
  const pointer = `[validation-pod2-morning.md](validation-pod2-morning.md)`;
  if (path === null) {
    return `The transients of the morning need the whole public one-minute series, which the project does not ship: \`npm run
validate -- --pod2-trace FILE\` runs them. The last run is in ${pointer}.`;
  }
  const { site } = parseSite(readFileSync('public/sites/pod2-idle.json', 'utf8'));
  const trace = parsePod2Trace(readFileSync(path, 'utf8'));
  const morning = runPod2Morning(site!, trace, {
    cellSize: CELL_METRES,
    backend: 'wasm',
    stepDownMinute: STEP_DOWN_MINUTE,
    onMinute: (minute) => process.stderr.write(`\rmorning: minute ${minute} of ${trace.minutes}`),
  });
  process.stderr.write('\n');
  const text = morningText(morning);
  writeFileSync(REPORT, text);
  process.stdout.write(`${text}\n`);
  return `The transients of the morning are in ${pointer}.`;
}

function morningText({ minutes, strips, decay }: Pod2Morning): string {
  return `# POD 2, the morning's transients

The whole public series of 1 October 2019 (${minutes} one-minute means): measured rack power, fan speed, cooler flow
and supply temperature pinned minute by minute, every other temperature a result. Cells of ${CELL_METRES} m, first-order
upwind. Written by \`npm run validate -- --pod2-trace FILE\`; the project ships no part of the series.

${markdownTable(
  ['Strip', 'RMSE K', 'bias K', 'largest K'],
  strips.map(({ side, height, errors }) => [
    `${side} ${height}`,
    errors.rmse.toFixed(2),
    signed(errors.bias, 2),
    errors.maxAbsolute.toFixed(1),
  ]),
)}

The author's own real-time lattice-Boltzmann model: ${yardstickRmseKelvin.inlet} K at mid inlet, ${yardstickRmseKelvin.outlet} K at mid outlet.

After the load steps down at 10:46, minutes to 1 - 1/e of the way (floor 6.5 to 12.5 for the heat taken out):

${markdownTable(
  ['Quantity', 'measured min', 'simulated min'],
  decay.map(({ quantity, measuredMinutes, simulatedMinutes }) => [
    quantity,
    measuredMinutes.toFixed(1),
    simulatedMinutes.toFixed(1),
  ]),
)}

A simulated decay that is too short says that mass is missing: the model holds the servers (8 kg each, as their author
has them) and the air, but not the frames of the racks, the slab, the walls or the water in the coolers' coils.
`;
}
