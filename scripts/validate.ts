/** `npm run validate`: prints measured and published numbers beside simulated ones, and writes docs/validation.md. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createEngine, runSteady } from '../src/engine/engine';
import { reportOf } from '../src/engine/report';
import { parseSite } from '../src/site/parse';
import { comparePod2 } from '../src/validation/pod2';
import { type Pod2Window, pod2Windows } from '../src/validation/pod2-measured';
import { pod2OverviewText, pod2WindowText } from '../src/validation/pod2-text';

const SEED = 1;

function runWindow(window: Pod2Window) {
  const { site, issues } = parseSite(readFileSync(`public/sites/${window.file}`, 'utf8'));
  if (site === null) throw new Error(`${window.file}: ${issues[0]?.message}`);
  const startedAt = performance.now();
  const engine = createEngine(site, { seed: SEED });
  const outcome = runSteady(engine);
  const report = reportOf(engine);
  process.stderr.write(`window ${window.id}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  const comparison = comparePod2(window, report);
  const run = {
    cells: report.cells,
    steps: outcome.iterations,
    converged: outcome.converged,
    residualKelvin: outcome.residualKelvin,
  };
  return { comparison, text: pod2WindowText(comparison, run) };
}

const windows = pod2Windows.map(runWindow);
const text = `# Validation

Measured or published numbers beside what this version simulates, whatever they show. Written by \`npm run validate\`.

## A measured room: POD 2

RISE SICS ICE datacentre, room POD 2: 12 racks with 360 servers, four in-row coolers, measured on 1 October 2019;
published with jsjolund/rafsine. The sites pin the measured rack power, server airflow, cooler airflow and supply
temperature; every temperature below is a result.

${pod2OverviewText(windows.map((window) => window.comparison))}

${windows.map((window) => window.text).join('\n\n')}
`;
mkdirSync('docs', { recursive: true });
writeFileSync('docs/validation.md', text);
process.stdout.write(text);
