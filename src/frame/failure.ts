/** What an inlet may reach while a failure lasts, mildest first. */
export const FAILURE_THRESHOLDS = ['recommended', 'allowable', 'throttling', 'shutdown'] as const;
export type FailureThreshold = (typeof FAILURE_THRESHOLDS)[number];

/** When a rack's hottest inlet passed one threshold. */
export interface ThresholdOutcome {
  /** Inlet temperature of the threshold at the start, °C; NaN where it is not known. */
  limitCelsius: number;
  /** Time from the start of the scenario, s, interpolated within the tick; 0 where it was passed before; null where not reached. */
  atSeconds: number | null;
}

/** What a failure did to one rack. Its inlet is that of its hottest chassis. */
export interface RackOutcome {
  rackId: string;
  startCelsius: number;
  peakCelsius: number;
  peakAtSeconds: number;
  /** Mean rate over the first half minute of the first failure, K/min. */
  rateKelvinPerMinute: number;
  thresholds: Record<FailureThreshold, ThresholdOutcome>;
  /** When heat first slowed one of its servers down, and first switched one off, s; null where it did not. */
  throttledAtSeconds: number | null;
  offAtSeconds: number | null;
  /** Servers that heat had switched off by the end. */
  serversOff: number;
  /** When the rack first lost all power, s; absent where it did not. */
  unpoweredAtSeconds?: number;
}

/** The first rack to pass a threshold; null where none does. */
export interface FirstOutcome {
  rackId: string;
  atSeconds: number;
}

/** Time series of a failure; every list has one entry for each instant of `seconds`. */
export interface FailureSeries {
  seconds: Float64Array;
  worstInletCelsius: Float32Array;
  meanInletCelsius: Float32Array;
  supplyCelsius: Float32Array;
  returnCelsius: Float32Array;
  /** Hottest inlet of rack r at instant n: index n * racks + r, °C. */
  rackInletCelsius: Float32Array;
  /** By unit: index n * units + u. */
  unitAirflowM3s: Float32Array;
  unitSupplyCelsius: Float32Array;
  /** Water to the coils, and coolant at the cold plates; absent where the site has no such circuit. */
  chilledWaterCelsius?: Float32Array;
  coolantCelsius?: Float32Array;
}

/** What came of one failure scenario. */
export interface FailureResult {
  name: string;
  /** Simulated time that was asked for and that was played, s; less where it was cancelled. */
  horizonSeconds: number;
  playedSeconds: number;
  racks: RackOutcome[];
  unitIds: string[];
  first: Record<FailureThreshold, FirstOutcome | null>;
  /** Energy over the run, J; NaN where the site does not give it. */
  itJ: number;
  facilityJ: number;
  /** Heat that the cooling units took from the air over the run, J. */
  coolingHeatJ: number;
  /** Worst heat balance error of any step, as a share of the rack heat since the balance last began. */
  worstEnergyBalanceError: number;
  /** Work asked for and not done over the run, `workUnit`; NaN without one unit. */
  unservedWork: number;
  workUnit: string | null;
  /** Who feeds the IT, from when on, in order; absent where the grid feeds it throughout. */
  supply?: SupplyChange[];
  /** What overload has opened, in order; absent where it opened nothing. */
  trips?: TripNote[];
  series: FailureSeries;
}

/** An element of the power chain that overload has opened. */
export interface TripNote {
  atSeconds: number;
  kind: 'rack-feed' | 'pdu' | 'ups';
  /** Rack id, or number of the floor unit; '' for the UPS. */
  id: string;
  /** Null with a single feed. */
  side: 'A' | 'B' | null;
}

/** From this time on the IT is fed so. 'dark': by nothing. 'restarting': by the grid again, not yet computing. */
export interface SupplyChange {
  atSeconds: number;
  source: 'grid' | 'battery' | 'generator' | 'dark' | 'restarting';
}

/** Whether a room carries a failure: whether the IT stayed fed, else which limit any rack passed that it had not passed before. */
export type FailureVerdict = 'carried' | 'over-recommended' | 'over-allowable' | 'dark';

export function verdictOf(result: Pick<FailureResult, 'racks' | 'supply'>): FailureVerdict {
  if (result.supply?.some(({ source }) => source === 'dark')) return 'dark';
  if (result.racks.some(({ unpoweredAtSeconds }) => unpoweredAtSeconds !== undefined)) return 'dark';
  const passed = (name: FailureThreshold) =>
    result.racks.some(({ thresholds }) => (thresholds[name].atSeconds ?? 0) > 0);
  if (passed('allowable')) return 'over-allowable';
  return passed('recommended') ? 'over-recommended' : 'carried';
}
