import { FRAME_SCALARS, type Frame } from '../frame/layout';
import { AIR } from '../units/air';
import { shareOfEvenFloor } from './floor-air';
import { portCelsius } from './heat/heat';
import { openingCelsius, openingFlow } from './openings';
import { type RackSummary, rackSummary } from './rack-summary';
import type { Engine } from './state';

const summary: RackSummary = {
  powerW: 0,
  airflowM3s: 0,
  inletMinCelsius: 0,
  inletMeanCelsius: 0,
  inletMaxCelsius: 0,
  outletMeanCelsius: 0,
  utilisation: 0,
  chipMaxCelsius: 0,
  fanPowerW: 0,
  throttled: 0,
  asleep: 0,
  off: 0,
};

/** Copies what the rest of the program may see into a frame's buffer. */
export function writeFrame(engine: Engine, frame: Frame): void {
  const { blocks, scalars } = frame;
  const { servers, plant, flows, inflows, room } = engine;
  for (let n = 0; n < FRAME_SCALARS.length; n++) scalars[n] = engine.measures[FRAME_SCALARS[n]!];
  for (let r = 0; r < blocks.rackPowerW.length; r++) {
    rackSummary(engine, r, summary);
    blocks.rackPowerW[r] = summary.powerW;
    blocks.rackAirflowM3s[r] = summary.airflowM3s;
    blocks.rackInletMinCelsius[r] = summary.inletMinCelsius;
    blocks.rackInletMeanCelsius[r] = summary.inletMeanCelsius;
    blocks.rackInletMaxCelsius[r] = summary.inletMaxCelsius;
    blocks.rackOutletMeanCelsius[r] = summary.outletMeanCelsius;
    blocks.rackUtilisation[r] = summary.utilisation;
    blocks.rackChipMaxCelsius[r] = summary.chipMaxCelsius;
    blocks.rackFanPowerW[r] = summary.fanPowerW;
    blocks.rackServersThrottled[r] = summary.throttled;
    blocks.rackServersAsleep[r] = summary.asleep;
    blocks.rackServersOff[r] = summary.off;
  }
  blocks.chassisPowerW.set(servers.powerW);
  blocks.chassisAirflowM3s.set(servers.airflowM3s);
  blocks.chassisInletCelsius.set(engine.chassisInletCelsius);
  blocks.chassisOutletCelsius.set(servers.outletCelsius);
  blocks.unitAirflowM3s.set(plant.airflowM3s);
  blocks.unitSupplyCelsius.set(plant.supplyCelsius);
  blocks.unitReturnCelsius.set(engine.unitReturnCelsius);
  blocks.unitHeatW.set(plant.heatW);
  blocks.unitLoopHeatW.set(plant.loopHeatW);
  blocks.unitPowerW.set(plant.powerW);
  for (let n = 0; n < plant.waterM3s.length; n++) blocks.unitWaterLps[n] = plant.waterM3s[n]! * 1000;
  blocks.unitFreeHeatW.set(plant.economisers.heatW);
  blocks.unitFreeShare.set(plant.economisers.share);
  writeControl(engine, frame);
  blocks.tileAirflowM3s.set(flows.tiles);
  for (let n = 0; n < blocks.tileCelsius.length; n++) {
    blocks.tileCelsius[n] =
      flows.tiles[n]! >= 0 ? inflows.tilesCelsius[n]! : portCelsius(room.grid.tiles[n]!, engine.temperature);
  }
  writeFloor(engine, frame);
  blocks.grilleAirflowM3s.set(flows.grilles);
  for (let n = 0; n < blocks.openingAirflowM3s.length; n++) {
    blocks.openingAirflowM3s[n] = openingFlow(engine, n);
    blocks.openingCelsius[n] = openingCelsius(engine, n);
  }
  blocks.sensorCelsius.set(engine.sensorCelsius);
  writeSensorSpeeds(engine, blocks.sensorSpeedMs);
  writeField(engine, frame);
}

/** What controllers ask for, and why. */
function writeControl({ control, plant }: Engine, { blocks }: Frame): void {
  const { structure, zones, rackRequests, called } = control.state;
  blocks.rackRequests.fill(Number.NaN);
  blocks.unitSetpointCelsius.set(plant.commandCelsius);
  for (let n = 0; n < blocks.unitFanSpeed.length; n++) {
    blocks.unitFanSpeed[n] = plant.drive.speed[n]! * plant.trips.fanShare[n]!;
    const coil = plant.structure.waterCoils[n]!;
    blocks.unitValveShare[n] = coil === null ? Number.NaN : Math.min(1, plant.waterM3s[n]! / coil.ratedWaterM3s);
  }
  for (let z = 0; z < zones.length; z++) {
    const zone = structure.zones[z]!;
    const { supply, fans, requests, askingRacks, warmestCelsius, pascals } = zones[z]!;
    const reset = supply !== null;
    blocks.zoneSetpointCelsius[z] = reset ? supply.setpoint : Number.NaN;
    blocks.zoneRequests[z] = reset ? requests : Number.NaN;
    blocks.zoneAskingRacks[z] = reset ? askingRacks : Number.NaN;
    blocks.zoneWarmestCelsius[z] = warmestCelsius;
    blocks.zonePascals[z] = pascals;
    blocks.zoneFanSpeed[z] = zone.spec.fans === undefined ? Number.NaN : fans.speed;
    let running = 0;
    for (const unit of zone.units) if (called[unit] === 1 && plant.airflowM3s[unit]! > 0) running++;
    blocks.zoneUnitsRunning[z] = running;
    if (reset) for (const rack of zone.racks) blocks.rackRequests[rack] = rackRequests[rack]!;
  }
}

/** How far tiles are from an even floor, and the air under it. */
function writeFloor(engine: Engine, { blocks }: Frame): void {
  const { underfloor } = engine.room.plenums;
  shareOfEvenFloor(engine, blocks.tileShareOfEven);
  if (underfloor === null) return;
  const { cells, state } = underfloor;
  const { u, v, pressure } = state.air;
  let n = 0;
  for (let j = 1; j <= cells.ny; j++) {
    let c = 1 + cells.stride * j;
    for (let i = 1; i <= cells.nx; i++, c++, n++) {
      const clear = cells.clear[c]! > 0;
      blocks.plenumPascals[n] = clear ? pressure[c]! * AIR.density : Number.NaN;
      blocks.plenumCelsius[n] = clear ? state.celsius[c]! : Number.NaN;
      blocks.plenumVelocityX[n] = (u[c]! + u[c + 1]!) / 2;
      blocks.plenumVelocityY[n] = (v[c]! + v[c + cells.stride]!) / 2;
    }
  }
}

function writeSensorSpeeds(engine: Engine, speeds: Float32Array): void {
  for (let n = 0; n < speeds.length; n++) speeds[n] = sensorSpeed(engine, n);
}

/** Air speed at a sensor, m/s. */
export function sensorSpeed(engine: Engine, n: number): number {
  const sample = engine.room.grid.sensors[n]!;
  if (sample === null) return Number.NaN;
  const { stride } = engine.room.grid.mesh;
  let square = 0;
  for (let axis = 0; axis < 3; axis++) {
    const u = engine.air.velocity[axis]!;
    const s = stride[axis]!;
    let sum = 0;
    for (let p = 0; p < sample.cells.length; p++) {
      const c = sample.cells[p]!;
      sum += (sample.weights[p]! * (u[c]! + u[c + s]!)) / 2;
    }
    square += sum * sum;
  }
  return Math.sqrt(square);
}

/** Temperature and velocity at cell centres, without the ghost cells. */
function writeField(engine: Engine, frame: Frame): void {
  const { temperature, velocityX, velocityY, velocityZ } = frame.blocks;
  const { mesh } = engine.room.grid;
  const [u, v, w] = engine.air.velocity;
  const [, sy, sz] = mesh.stride;
  let n = 0;
  for (let k = 1; k <= mesh.nz; k++) {
    for (let j = 1; j <= mesh.ny; j++) {
      let c = 1 + sy * j + sz * k;
      for (let i = 1; i <= mesh.nx; i++, c++, n++) {
        temperature[n] = engine.temperature[c]!;
        velocityX[n] = (u[c]! + u[c + 1]!) / 2;
        velocityY[n] = (v[c]! + v[c + sy]!) / 2;
        velocityZ[n] = (w[c]! + w[c + sz]!) / 2;
      }
    }
  }
}
