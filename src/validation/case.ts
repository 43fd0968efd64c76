/** A text of the case by key, with what it fills in; `words.ts` holds the English. */
export interface Label {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** One number that a case is judged by. */
export interface ResultRow {
  readonly quantity: Label;
  /** Empty for a pure number. */
  readonly unit: string;
  /** Null where nothing is published to compare with: the number is only reported. */
  readonly expected: number | null;
  readonly simulated: number;
  /** Largest |simulated - expected| that passes, in the unit; null where the number is only reported. */
  readonly tolerance: number | null;
  /** The same for what the solver aims at; null where it has no aim beyond passing. */
  readonly aim: number | null;
}

/** How a row came out: inside the aim, inside the tolerance, outside it, or not judged. */
export type Verdict = 'aim' | 'pass' | 'miss' | 'reported';

export function verdictOf({ expected, simulated, tolerance, aim }: ResultRow): Verdict {
  if (expected === null || tolerance === null) return 'reported';
  const error = Math.abs(simulated - expected);
  if (!(error <= tolerance)) return 'miss';
  return aim !== null && error <= aim ? 'aim' : 'pass';
}

/** The worst verdict of the rows that are judged; 'aim' only where every row that has an aim is inside it. */
export function overallVerdict(rows: readonly ResultRow[]): Verdict {
  const verdicts = rows.map(verdictOf);
  if (verdicts.includes('miss')) return 'miss';
  const judged = rows.filter((row) => row.expected !== null && row.tolerance !== null);
  if (judged.length === 0) return 'reported';
  const aimed = judged.filter((row) => row.aim !== null);
  return aimed.length > 0 && aimed.every((row) => verdictOf(row) === 'aim') ? 'aim' : 'pass';
}

export interface Axis {
  readonly label: Label;
  readonly unit: string;
  readonly scale: 'linear' | 'log';
}

/** Published or exact numbers are drawn as points, simulated ones as lines. */
export interface Series {
  readonly label: Label;
  readonly mark: 'points' | 'line' | 'dashes';
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface Figure {
  /** Also the name of its file. */
  readonly id: string;
  readonly title: Label;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
}

export interface CaseResult {
  readonly rows: readonly ResultRow[];
  readonly figures: readonly Figure[];
  /** Cells of the finest grid, for the record. */
  readonly cells: number;
}

export interface CaseOptions {
  /** Smaller grids and fewer points, for tests and for a visitor's browser; the tolerances stay. */
  readonly quick: boolean;
  /** Whose kernels are held to the case; see the engine's options. */
  readonly backend: 'reference' | 'wasm';
  /** Share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** A published or exact problem that the solver is held to. Title, story and source are in `words.ts` under its id. */
export interface ValidationCase {
  readonly id: string;
  run(options: CaseOptions): CaseResult;
}
