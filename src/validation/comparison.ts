/** One measured or published number beside the simulated one. `simulated - reference` is the error. */
export interface Quantity {
  name: string;
  unit: string;
  reference: number;
  simulated: number;
}

export interface ErrorSummary {
  count: number;
  /** Root of the mean squared error. */
  rmse: number;
  /** Mean error: positive where the simulation is high. */
  bias: number;
  maxAbsolute: number;
}

export function errorOf({ simulated, reference }: Quantity): number {
  return simulated - reference;
}

/** Errors of quantities that share a unit; NaN for an empty list. */
export function summarise(quantities: readonly Quantity[]): ErrorSummary {
  const errors = quantities.map(errorOf);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    count: errors.length,
    rmse: Math.sqrt(mean(errors.map((error) => error * error))),
    bias: mean(errors),
    maxAbsolute: errors.length === 0 ? Number.NaN : Math.max(...errors.map(Math.abs)),
  };
}
