/** Why predictive control decides, or does not; the engine's numbers in this order. */
export const PREDICTION_STATES = ['active', 'starting', 'measurement', 'unit-out', 'range', 'error', 'plan'] as const;
export type PredictionState = (typeof PREDICTION_STATES)[number];

/** Predictive control as it stands now. */
export interface PredictionStatus {
  /** Whether there is a model of the room as it is. Without one the rest says nothing. */
  modelled: boolean;
  state: PredictionState;
  /** Decisions so far, and those in which trim and respond had the supply air. */
  decisions: number;
  fallbacks: number;
  /** Kept below the limit of the inlets, K; NaN before the first decision. */
  marginKelvin: number;
  /** Seconds from one step of the plan to the next. */
  stepSeconds: number;
  /** Plan of the first zone, step by step: supply, °C, speed, share of full, and the warmest inlet over limit less margin, K. */
  planSupplyCelsius: number[];
  planSpeed: number[];
  planExcessKelvin: number[];
}
