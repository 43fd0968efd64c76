import type { TraceDetail } from '../tracers/trace-detail';

/**
 * Time constants of the filters on the way through the air, s, each `FILTER_RATIO` times the one before; a path lies
 * between the two nearest its mean time.
 */
export const FILTER_SECONDS = [2, 6, 18, 54, 162] as const;
export const FILTER_RATIO = 3;

/** Inlets at which the fans of the servers are tabulated, °C, and steps of load. */
export const FAN_TABLE_CELSIUS = [10, 18, 22, 26, 30, 34, 38, 42, 46, 50, 56, 62] as const;
export const FAN_TABLE_LOADS = 11;

/** What is out of order in the room that a model stands for. */
export type RoomState =
  | { readonly kind: 'healthy' }
  | { readonly kind: 'unit-out'; readonly unitId: string }
  | { readonly kind: 'breach' };

/**
 * A room without its cells: who draws whose air at a grid of operating points, how long that air is on its way, the heat
 * capacity of the equipment and the law of its fans. Plain arrays, numbers and strings, to be stored or sent as they are.
 * Givers and takers as in a trace: groups (racks or chassis), units, openings. Nodes by state, then balance, then inlet
 * and load of the equipment, see `axesOf`.
 */
export interface ReducedModel {
  readonly format: 'isotherm-reduced';
  readonly version: 4;
  /** What of the site the model depends on, see `siteDigest`. */
  readonly siteDigest: string;
  readonly detail: TraceDetail;
  readonly states: readonly RoomState[];
  readonly rackIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly unitIds: readonly string[];
  readonly openingIds: readonly string[];
  /** Chassis of the site in group g: groupChassisStart[g] to groupChassisStart[g + 1]; its rack. */
  readonly groupChassisStart: Int32Array;
  readonly groupRack: Int32Array;
  /**
   * Flow of all groups over that of all running units, ascending; balances of state s: balanceStart[s] to
   * balanceStart[s + 1] of `balanceLevels`.
   */
  readonly balanceStart: Int32Array;
  readonly balanceLevels: Float64Array;
  /** Loads, share of peak, and inlets, °C, at which the equipment was traced, ascending. */
  readonly loads: Float64Array;
  readonly inletsCelsius: Float64Array;
  /** Inlet by inlet, load by load: flow, m³/s, and heat to the air, W, of all groups. */
  readonly levelFlowM3s: Float64Array;
  readonly levelHeatW: Float64Array;
  /** Paths by taker: rowStart[t] to rowStart[t + 1] of `giver`, `flowM3s` and `filter`. */
  readonly rowStart: Int32Array;
  readonly giver: Int32Array;
  /** Node by node: flow of each path, m³/s, and its place among the filters. */
  readonly flowM3s: Float32Array;
  readonly filter: Float32Array;
  /** Node by node: share of each taker's warmth that surfaces set. */
  readonly surfaceShare: Float64Array;
  /** Node by node: flow of all groups, and what each opening takes out and lets in, m³/s. */
  readonly nodeGroupM3s: Float64Array;
  readonly openingTakenM3s: Float64Array;
  readonly openingGivenM3s: Float64Array;
  readonly openingCelsius: Float64Array;
  /** 1: the site pins the flow of the opening; 0: it follows that of the equipment. */
  readonly openingPinned: Uint8Array;
  /** Beyond the room's surfaces; NaN where they are adiabatic. */
  readonly surfaceCelsius: number;
  /** Flow of each unit at full speed, m³/s; 0 for one that the site has switched off. */
  readonly unitFullM3s: Float64Array;
  /** Net sensible capacity of each unit, W; Infinity where not limited. */
  readonly unitCapacityW: Float64Array;
  /** Group by group, inlet by inlet, load by load: wall power, W, and flow, m³/s. */
  readonly fanTablePowerW: Float64Array;
  readonly fanTableM3s: Float64Array;
  /** Share of a group's power that goes to air. */
  readonly airShare: Float64Array;
  readonly massCapacityJK: Float64Array;
  readonly effectiveness: Float64Array;
  readonly lambda: Float64Array;
  readonly frameCapacityJK: Float64Array;
  readonly frameConductanceWK: Float64Array;
}

export interface ReducedCounts {
  groups: number;
  units: number;
  openings: number;
  /** Givers, and takers: groups, units, openings. */
  ends: number;
  paths: number;
  nodes: number;
}

export function countsOf(model: ReducedModel): ReducedCounts {
  const groups = model.groupIds.length;
  const units = model.unitIds.length;
  const openings = model.openingIds.length;
  return {
    groups,
    units,
    openings,
    ends: groups + units + openings,
    paths: model.giver.length,
    nodes: model.balanceLevels.length * model.levelHeatW.length,
  };
}
