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

/** The report and its run as one object, keys in the order that the documentation gives. */
export function resultOf(
  report: SimulationReport,
  run: { site: string; seed: number; wallSeconds: number; steady: SteadyOutcome | null },
): SimulationResult {
  const {
    simulatedSeconds,
    cells,
    steps,
    racks,
    coolingUnits,
    openings,
    probes,
    power,
    energy,
    mass,
    metrics,
    ...more
  } = report;
  const { site, seed, wallSeconds, steady } = run;
  return {
    site,
    seed,
    simulatedSeconds,
    wallSeconds,
    cells,
    steps,
    racks,
    coolingUnits,
    openings,
    probes,
    power,
    energy,
    mass,
    metrics,
    ...more,
    steady,
  };
}

/** JSON text. JSON has no NaN or infinity: an unknown number is null. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, (_, item) => (typeof item === 'number' && !Number.isFinite(item) ? null : item), 2)}\n`;
}
