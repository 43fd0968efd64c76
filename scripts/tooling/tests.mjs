import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { ensureBrowser } from './browser.mjs';
import { inRoot } from './paths.mjs';
import { runTool } from './spawn.mjs';

const reports = { unit: inRoot('out', 'tests', 'unit.json'), e2e: inRoot('out', 'tests', 'e2e.json') };

/** Counts of a vitest JSON report; a file that did not load has no tests and counts as one failure. */
export function countUnit(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Counts of a Playwright JSON report; an error outside any test counts as one failure. */
export function countEndToEnd(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

/** A tool that failed or left no report must not pass for "nothing failed". */
function settle(status, file, count) {
  const counts = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function unitTests() {
  rmSync(reports.unit, { force: true });
  const status = await runTool('vitest', 'vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reports.unit}`,
  ]);
  return settle(status, reports.unit, countUnit);
}

async function endToEndTests() {
  rmSync(reports.e2e, { force: true });
  let browser;
  try {
    browser = await ensureBrowser();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
  const env = {
    ISOTHERM_CHROMIUM: browser,
    ISOTHERM_E2E_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: reports.e2e,
  };
  const status = await runTool('@playwright/test', 'playwright', ['test', '--reporter=list,json'], {
    env,
    stopWith: 'SIGINT',
  });
  return settle(status, reports.e2e, countEndToEnd);
}

/** Runs every test and answers how many passed and failed. Vite builds the app first, as the browser tests open the built one. */
export async function runAllTests() {
  mkdirSync(inRoot('out', 'tests'), { recursive: true });
  const unit = await unitTests();
  const built = await runTool('vite', 'vite', ['build', '--logLevel', 'warn']);
  const e2e = built === 0 ? await endToEndTests() : { passed: 0, failed: 1 };
  return { passed: unit.passed + e2e.passed, failed: unit.failed + e2e.failed };
}
