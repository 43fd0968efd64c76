import { readFileSync, writeFileSync } from 'node:fs';
import { createEngine, type Engine, EngineError, runSteady } from '../engine/engine';
import { holdDemand } from '../engine/failures/hold-demand';
import { runFailure } from '../engine/failures/run-failure';
import { resumeSnapshot, takeSnapshot } from '../engine/snapshot';
import type { FailureResult } from '../frame/failure';
import { failureCsv } from '../frame/failure-csv';
import { formatIssue } from '../site/issue';
import { checkScenario } from '../site/scenario/check';
import { eachUnitScenarios } from '../site/scenario/each-unit';
import { parseScenario } from '../site/scenario/parse';
import { DEFAULT_SHUTDOWN_CELSIUS, type Scenario, scenarioOf } from '../site/scenario/scenario';
import type { Site } from '../site/schema/site';
import { type FailOptions, readFailOptions } from './fail-options';

import { eachUnitText, failureText } from './fail-text';
import { InputError, openSite } from './open-site';
import { jsonText } from './result';
import { progressLine, type Terminal } from './terminal';

/** The scenarios to play, held against the site. Throws InputError; warnings come back. */
function scenariosOf(options: FailOptions, site: Site, warn: (text: string) => void): Scenario[] {
  const limits = {
    ...(options.shutdownCelsius === null ? {} : { shutdownCelsius: options.shutdownCelsius }),
    ...(options.throttlingCelsius === null ? {} : { throttlingCelsius: options.throttlingCelsius }),
  };
  const scenarios = namedScenarios(options, site).map((scenario) => ({ ...scenario, ...limits }));
  const issues = scenarios.flatMap((scenario) => checkScenario(scenario, site));
  if (issues.some(({ severity }) => severity === 'error')) throw new InputError(issues);
  for (const issue of issues) warn(`${formatIssue(issue)}\n`);
  return scenarios;
}

function namedScenarios({ what }: FailOptions, site: Site): Scenario[] {
  switch (what.kind) {
    case 'events':
      return [scenarioOf('Failure', what.events)];
    case 'each-unit': {
      return eachUnitScenarios(site, { shutdownCelsius: DEFAULT_SHUTDOWN_CELSIUS });
    }
    case 'file': {
      let text: string;
      try {
        text = readFileSync(what.file, 'utf8');
      } catch {
        const message = `${what.file} cannot be read.`;
        const remedy = 'Name a scenario file.';
        throw new InputError([{ severity: 'error', code: 'file-unreadable', path: '', message, remedy }]);
      }
      const { scenario, issues } = parseScenario(text, site);
      if (scenario === null) throw new InputError(issues);
      return [scenario];
    }
  }
}

function settledEngine(site: Site, options: FailOptions, terminal: Terminal): Engine {
  const engine = createEngine(site, {
    seed: options.seed,
    backend: 'wasm',
    ...(options.cellSize === null ? {} : { cellSize: options.cellSize }),
  });
  const steady = runSteady(engine);
  if (!steady.converged) {
    terminal.err(
      `warning: the air had not settled after ${steady.iterations} iterations; read the numbers with care.\n`,
    );
  }
  if (!options.liveDemand) holdDemand(engine);
  return engine;
}

/** `twin fail FILE`: plays failures from the settled room and says when which rack gets too hot. */
export function fail(args: string[], terminal: Terminal): number {
  const options = readFailOptions(args);
  const { site, warnings } = openSite(options.file);
  for (const warning of warnings) terminal.err(`${formatIssue(warning)}\n`);
  const scenarios = scenariosOf(options, site, terminal.err);
  const progress = progressLine(terminal);
  try {
    progress.show('settling');
    const start = takeSnapshot(settledEngine(site, options, terminal));
    const results = scenarios.map((scenario, n): FailureResult => {
      const name = scenarios.length > 1 ? `${n + 1} of ${scenarios.length}, ` : '';
      return runFailure(resumeSnapshot(start), scenario, options.horizonSeconds, (seconds) => {
        progress.show(`${name}${scenario.name}: ${seconds} of ${options.horizonSeconds} s`);
        return true;
      });
    });
    progress.clear();
    if (options.outFile !== null) writeFileSync(options.outFile, results.map(failureCsv).join('\n'));
    terminal.out(options.json ? jsonText(results.map(plainResult)) : textOf(results, options));
    return 0;
  } catch (error) {
    progress.clear();
    if (error instanceof EngineError) throw new InputError(error.issues);
    throw error;
  }
}

function textOf(results: readonly FailureResult[], options: FailOptions): string {
  return options.what.kind === 'each-unit' ? eachUnitText(results) : results.map(failureText).join('\n');
}

/** Typed arrays as lists, so that JSON reads them. */
function plainResult(result: FailureResult) {
  const series = Object.fromEntries(Object.entries(result.series).map(([name, values]) => [name, Array.from(values)]));
  return { ...result, series };
}
