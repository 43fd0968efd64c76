import type { PredictiveControl } from '../../../site/schema/control';
import type { Site } from '../../../site/schema/site';
import type { ReducedModel } from '../../reduced/model';
import { belongsTo } from '../../reduced/store';
import type { ControlState } from '../state';
import {
  type Bench,
  type Channel,
  createBench,
  createLinearModel,
  HORIZON_STEPS,
  type LinearModel,
  type Point,
} from './linear-model';
import { createPlantCost } from './plant-cost';
import { createPredictor, type Predictor } from './predictor';
import { createRollout } from './rollout';

/** Why predictive control holds back, and trim and respond has the supply air. */
export const PREDICTIVE_STATUS = {
  active: 0,
  /** It has followed the room for less than a step. */
  starting: 1,
  /** A measurement is missing. */
  measurement: 2,
  /** A unit stands still, and the model was not made for that room. */
  unitOut: 3,
  /** Flows that the model was not made for. */
  range: 4,
  /** The room is not as the model says. */
  error: 5,
  /** The plan has no solution. */
  plan: 6,
} as const;

interface PredictiveStructure {
  readonly model: ReducedModel;
  readonly channels: readonly Channel[];
  /** Zone of each channel. */
  readonly zones: readonly number[];
  /** By group, °C; Infinity where no zone looks at the rack. */
  readonly limitCelsius: Float64Array;
  readonly bench: Bench;
}

/** Predictive control of the zones that ask for it. */
export interface Predictive {
  readonly structure: PredictiveStructure;
  readonly predictor: Predictor;
  /** What is asked of each channel now. */
  readonly point: Point;
  readonly linear: LinearModel;
  linearSteps: number;
  sinceFollowSeconds: number;
  sinceDecisionSeconds: number;
  status: number;
  /** Decisions, and those in which trim and respond had the supply air. */
  decisions: number;
  fallbacks: number;
  /** Last plan: supply, °C, and speed of the first channel step by step, and the warmest inlet foretold less its limit, K. */
  readonly planSupplyCelsius: Float64Array;
  readonly planSpeed: Float64Array;
  readonly planExcessKelvin: Float64Array;
  marginKelvin: number;
  /** By group: warmest inlet foretold for the next decision, °C, and the mean square of such errors, K². */
  readonly foretoldCelsius: Float64Array;
  readonly foretoldErrorSquared: Float64Array;
}

/** Zones of a site that are driven by prediction. */
export function wantsPrediction({ structure }: ControlState): boolean {
  return structure.zones.some(({ spec }) => spec.supply?.by === 'mpc');
}

/** Predictive control of a site on a model of its room. Throws where the model was made from another room. */
export function createPredictive(site: Site, state: ControlState, model: ReducedModel): Predictive {
  if (!belongsTo(model, site)) throw new Error('The reduced model was made from another room than this.');
  const predictor = createPredictor(model);
  const zones = [...state.structure.zones.keys()].filter((z) => state.structure.zones[z]!.spec.supply?.by === 'mpc');
  const channels = zones.map((z): Channel => {
    const { spec, units } = state.structure.zones[z]!;
    const { minCelsius, maxCelsius, minSpeed, maxSpeed } = spec.supply as PredictiveControl;
    return {
      units: units.filter((unit) => state.structure.unitHoldsSupply[unit] === 1),
      movesFans: spec.fans === undefined,
      minSupplyCelsius: minCelsius,
      maxSupplyCelsius: maxCelsius,
      minSpeed,
      maxSpeed,
    };
  });
  const bench = createBench(predictor, createRollout(predictor), createPlantCost(site));
  const limitCelsius = new Float64Array(model.groupIds.length).fill(Number.POSITIVE_INFINITY);
  for (const z of zones) {
    const { racks, multipliers, requestAboveCelsius } = state.structure.zones[z]!;
    racks.forEach((rack, n) => {
      if (!(multipliers[n]! > 0)) return;
      model.groupRack.forEach((of, g) => {
        if (of === rack) limitCelsius[g] = Math.min(limitCelsius[g]!, requestAboveCelsius);
      });
    });
  }
  return {
    structure: {
      model,
      channels,
      zones,
      limitCelsius,
      bench,
    },
    predictor,
    point: {
      supplyCelsius: new Float64Array(zones.length).fill(Number.NaN),
      speed: new Float64Array(zones.length).fill(Number.NaN),
    },
    linear: createLinearModel(bench, channels),
    linearSteps: 0,
    sinceFollowSeconds: 0,
    sinceDecisionSeconds: 0,
    status: PREDICTIVE_STATUS.starting,
    decisions: 0,
    fallbacks: 0,
    planSupplyCelsius: new Float64Array(HORIZON_STEPS).fill(Number.NaN),
    planSpeed: new Float64Array(HORIZON_STEPS).fill(Number.NaN),
    planExcessKelvin: new Float64Array(HORIZON_STEPS).fill(Number.NaN),
    marginKelvin: Number.NaN,
    foretoldCelsius: new Float64Array(model.groupIds.length).fill(Number.NaN),
    foretoldErrorSquared: predictor.errorSquared.slice(),
  };
}
