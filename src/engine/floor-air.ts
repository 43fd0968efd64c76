import { AIR_HEAT_CAPACITY } from '../units/air';
import { evenTileFlows } from './airflow/plenum';
import { keptUnderfloor, mixUnderfloor } from './airflow/plenum/mix-underfloor';
import { moveUnderfloor } from './airflow/plenum/move-underfloor';
import type { Engine } from './state';

/** Iterations of the flow under the floor in one step: before the first step, while the air settles, on the clock. */
export type FloorEffort = 'prepare' | 'settle' | 'tick';
const ITERATIONS: Record<FloorEffort, number> = { prepare: 40, settle: 6, tick: 3 };

/** Flows through a two-dimensional floor from the unit flows; a floor of one pressure has its flows already. */
export function moveFloorAir(engine: Engine, effort: FloorEffort): void {
  const { room, flows } = engine;
  const { underfloor } = room.plenums;
  if (underfloor !== null) moveUnderfloor(underfloor, room.grid, room.kernels.pressure, flows, ITERATIONS[effort]);
}

/**
 * Heat that reversed tiles and seams have drawn from the room in this step beyond what they gave back, W: the air takes
 * one step to pass under the floor.
 */
export function floorTakenW(engine: Engine): number {
  const { room, flows, temperature } = engine;
  const { underfloor } = room.plenums;
  return underfloor === null ? 0 : keptUnderfloor(underfloor, room.grid, flows, temperature) * AIR_HEAT_CAPACITY;
}

/** Flow of each tile over what it would give if one pressure held under the whole floor; NaN where that is nothing. */
export function shareOfEvenFloor({ room, flows }: Engine, shares: Float32Array): void {
  evenTileFlows(room.plenums, flows, shares);
  for (let n = 0; n < shares.length; n++) shares[n] = shares[n]! > 0 ? flows.tiles[n]! / shares[n]! : Number.NaN;
}

/** Temperature of the air that comes up through tiles and seams, from that of the units' supply. */
export function mixFloorAir(engine: Engine): void {
  const { room, flows, inflows, plant } = engine;
  const { underfloor, unitToFloor } = room.plenums;
  if (underfloor !== null) {
    mixUnderfloor(underfloor, room.grid, flows.units, plant.supplyCelsius, engine.temperature, inflows);
    return;
  }
  let flow = 0;
  let carried = 0;
  for (let n = 0; n < flows.units.length; n++) {
    if (!unitToFloor[n]) continue;
    flow += flows.units[n]!;
    carried += flows.units[n]! * plant.supplyCelsius[n]!;
  }
  if (!(flow > 0)) return;
  inflows.tilesCelsius.fill(carried / flow);
  inflows.floorFacesCelsius.fill(carried / flow);
}
