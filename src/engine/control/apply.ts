import { driveFan } from '../plant/drive';
import type { Plant } from '../plant/plant';
import { SUPPLY_MODE } from '../plant/unit-control';
import type { ControlState } from './state';

/** From standstill to full speed, s: a fan that is called or sent off by a stage moves at this rate (assumption: a soft start). */
const STARTING_SECONDS = 10;

/**
 * Gives the plant what its control asks for: setpoints at once, speeds of fans that start or stop at their own rate.
 * `dtSeconds` may be Infinity: every fan then turns as asked. Units and plant that nothing is asked of stay as they are.
 */
export function applyControl(state: ControlState, plant: Plant, dtSeconds: number): void {
  const { structure, supplyCelsius, speed, called } = state;
  for (let unit = 0; unit < called.length; unit++) {
    if (structure.unitZone[unit] === -1) continue;
    if (!Number.isNaN(supplyCelsius[unit]!) && plant.structure.mode[unit] === SUPPLY_MODE) {
      plant.commandCelsius[unit] = supplyCelsius[unit]!;
    }
    if (plant.structure.switchedOn[unit] === 0 || plant.trips.fanStopped[unit] === 1) continue;
    const asked = Number.isNaN(speed[unit]!) ? structure.unitSpeed[unit]! : speed[unit]!;
    const target = called[unit] === 1 ? asked : 0;
    const now = plant.drive.speed[unit]!;
    const most = dtSeconds / STARTING_SECONDS;
    driveFan(plant, unit, Math.max(now - most, Math.min(now + most, target)));
  }
  if (plant.water !== null && !Number.isNaN(state.chilledWaterCelsius)) {
    plant.water.setpointCelsius = state.chilledWaterCelsius;
  }
}
