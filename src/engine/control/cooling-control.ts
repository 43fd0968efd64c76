import type { Site } from '../../site/schema/site';
import type { Plant } from '../plant/plant';
import type { Servers } from '../servers/servers';
import { applyControl } from './apply';
import { createFloorTiles, type FloorTiles, floorPascals } from './floor-pressure';
import { measureEquipment } from './measure-equipment';
import { createMeasured, type Measured } from './measured';
import { type ControlState, controlsAnything, createControl } from './state';
import { type ControlMoves, stepControl } from './step';

/** The controllers of a site with what they measure, for any room that has servers and a plant. */
export interface CoolingControl {
  readonly state: ControlState;
  /** `aislePascals` is filled by the room before a step; the rest follows from the equipment. */
  readonly measured: Measured;
  readonly floor: FloorTiles | null;
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
  };
  if (controlsAnything(control.state)) applyControl(control.state, plant, Number.POSITIVE_INFINITY);
  return control;
}

/**
 * Measures, steps every controller and gives the plant what they ask. `dtSeconds` may be Infinity: one iteration towards
 * rest. Does nothing where the site has no such control.
 */
export function controlCooling(
  { state, measured, floor }: CoolingControl,
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
  applyControl(state, plant, dtSeconds);
}
