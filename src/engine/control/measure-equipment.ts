import type { Plant } from '../plant/plant';
import type { Servers } from '../servers/servers';
import type { Measured } from './measured';

/**
 * Inlets, valves and loads as the equipment shows them, for the room of cells and the reduced room alike. Pressures are
 * left to the caller.
 */
export function measureEquipment(
  servers: Servers,
  plant: Plant,
  chassisInletCelsius: Float64Array,
  measured: Measured,
): void {
  const { rackChassisStart } = servers.structure;
  for (let rack = 0; rack < measured.rackInletCelsius.length; rack++) {
    let warmest = Number.NaN;
    for (let chassis = rackChassisStart[rack]!; chassis < rackChassisStart[rack + 1]!; chassis++) {
      const celsius = chassisInletCelsius[chassis]!;
      if (servers.airflowM3s[chassis]! > 0 && !(celsius <= warmest)) warmest = celsius;
    }
    measured.rackInletCelsius[rack] = warmest;
  }
  const { structure, trips } = plant;
  let anyCooled = false;
  for (let unit = 0; unit < trips.coolingStopped.length && !anyCooled; unit++)
    anyCooled = structure.switchedOn[unit] === 1 && trips.fanStopped[unit] === 0 && trips.coolingStopped[unit] === 0;
  for (let unit = 0; unit < measured.unitAvailable.length; unit++) {
    measured.unitSupplyCelsius[unit] = plant.supplyCelsius[unit]!;
    measured.unitCommandCelsius[unit] = plant.commandCelsius[unit]!;
    const coil = structure.waterCoils[unit]!;
    const valve = coil === null ? Number.NaN : Math.min(1, plant.waterM3s[unit]! / coil.ratedWaterM3s);
    measured.unitValveShare[unit] = valve;
    const capacityW = structure.capacityW[unit]!;
    const load = capacityW === Infinity ? Number.NaN : Math.max(0, plant.heatW[unit]! / capacityW);
    measured.unitLoadShare[unit] = Number.isNaN(valve) || load > valve ? load : valve;
    // Where nothing is cooled any more fans go on: air that moves still reaches the mass of coils and room.
    const works = trips.fanStopped[unit] === 0 && (trips.coolingStopped[unit] === 0 || !anyCooled);
    measured.unitAvailable[unit] = works && structure.switchedOn[unit] === 1 ? 1 : 0;
  }
}
