import type { Site } from '../../site/schema/site';
import type { Plant } from '../plant/plant';
import type { ReducedModel } from '../reduced/model';
import type { Servers } from '../servers/servers';
import { applyControl } from './apply';
import { createFloorTiles, type FloorTiles, floorPascals } from './floor-pressure';
import { measureEquipment } from './measure-equipment';
import { createMeasured, type Measured } from './measured';
import { stepPredictive } from './mpc/predictive-control';
import { createPredictive, type Predictive, wantsPrediction } from './mpc/predictive-state';
import { type ControlState, controlsAnything, createControl } from './state';
import { type ControlMoves, stepControl } from './step';

/** The controllers of a site with what they measure, for any room that has servers and a plant. */
export interface CoolingControl {
  readonly state: ControlState;
  /** `aislePascals` is filled by the room before a step; the rest follows from the equipment. */
  readonly measured: Measured;
  readonly floor: FloorTiles | null;
  /** What decides for zones that are driven by prediction; null while there is no model of the room. */
  predictive: Predictive | null;
}

/** Controllers at their start, which the plant already follows. */
export function createCoolingControl(site: Site, plant: Plant): CoolingControl {
  const control = {
    state: createControl(site),
    measured: createMeasured({
      racks: site.racks.length,
      units: site.coolingUnits.length,
      containments: site.containments.length,
    }),
    floor: createFloorTiles(site),
    predictive: null,
  };
  if (controlsAnything(control.state)) applyControl(control.state, plant, Number.POSITIVE_INFINITY);
  return control;
}

/** Gives zones that are driven by prediction a model of their room. Throws where it was made from another room. */
export function givePrediction(control: CoolingControl, site: Site, model: ReducedModel): void {
  if (wantsPrediction(control.state)) control.predictive = createPredictive(site, control.state, model);
}

/**
 * Measures, steps every controller and gives the plant what they ask. `dtSeconds` may be Infinity: one iteration towards
 * rest. Does nothing where the site has no such control.
 */
export function controlCooling(
  { state, measured, floor, predictive }: CoolingControl,
  servers: Servers,
  plant: Plant,
  chassisInletCelsius: Float64Array,
  dtSeconds: number,
  moves: ControlMoves = 'everything',
): void {
  if (!controlsAnything(state)) return;
  measureEquipment(servers, plant, chassisInletCelsius, measured);
  measured.floorPascals = floorPascals(floor, plant.airflowM3s);
  stepControl(state, measured, dtSeconds, moves);
  if (predictive !== null) stepPredictive(predictive, state, { servers, plant, chassisInletCelsius }, dtSeconds);
  applyControl(state, plant, dtSeconds);
}
