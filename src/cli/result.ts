import type { SimulationReport } from '../engine/report';

/** How the search for the steady state ended. */
export interface SteadyOutcome {
  iterations: number;
  residualKelvin: number;
  converged: boolean;
}

/** What `twin simulate --json` prints. Numbers that the site cannot give are NaN here and null in the text. */
export interface SimulationResult extends SimulationReport {
  site: string;
  seed: number;
  wallSeconds: number;
  /** Null for a run of fixed length. */
  steady: SteadyOutcome | null;
}

export function resultOf(
  report: SimulationReport,
  run: { site: string; seed: number; wallSeconds: number; steady: SteadyOutcome | null },
): SimulationResult {
  const { simulatedSeconds, ...rest } = report;
  return {
    site: run.site,
    seed: run.seed,
    simulatedSeconds,
    wallSeconds: run.wallSeconds,
    ...rest,
    steady: run.steady,
  };
}

/** JSON text. JSON has no NaN or infinity: an unknown number is null. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, (_, item) => (typeof item === 'number' && !Number.isFinite(item) ? null : item), 2)}\n`;
}
