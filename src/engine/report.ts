import { sensorSpeed } from './frame-writer';
import { openingCelsius, openingFlow } from './openings';
import { type RackSummary, rackSummary } from './rack-summary';
import type { Engine } from './state';

/** The state of a run as plain data, with the key names of the command line. Unknown numbers are NaN. */
export interface SimulationReport {
  simulatedSeconds: number;
  cells: number;
  steps: number;
  racks: {
    id: string;
    powerW: number;
    airflowM3s: number;
    inletCelsius: { min: number; mean: number; max: number };
    outletCelsius: { mean: number };
    chassis: { id: string; powerW: number; airflowM3s: number; inletCelsius: number; outletCelsius: number }[];
  }[];
  coolingUnits: {
    id: string;
    airflowM3s: number;
    supplyCelsius: number;
    returnCelsius: number;
    heatW: number;
    powerW: number;
  }[];
  openings: { id: string; airflowM3s: number; celsius: number }[];
  probes: { id: string; celsius: number; speedMs: number }[];
  power: { itW: number; serverFansW: number; coolingW: number; lossesW: number; facilityW: number };
  /** Cooling by its parts and what it stands in; null in JSON where the site does not tell. */
  cooling: {
    unitFansW: number;
    compressorsW: number;
    chillersW: number;
    pumpsW: number;
    towersW: number;
    liquidW: number;
    waterLps: number;
    heatReuseW: number;
    /** 0 idle, 1 free, 2 partial, 3 mechanical. */
    plantMode: number;
    chilledSupplyCelsius: number;
    chilledReturnCelsius: number;
    rejectedHeatW: number;
    outdoorDryBulbCelsius: number;
    outdoorWetBulbCelsius: number;
  };
  energy: { itJ: number; facilityJ: number; balanceError: number };
  mass: { balanceError: number };
  metrics: {
    eer: number;
    pue: number;
    dcie: number;
    shi: number;
    rhi: number;
    rciHi: number;
    rciLo: number;
    rti: number;
  };
  /** Unit of useful computing in `metrics.eer`, per joule; null where the site has none or mixes units. */
  workUnit: string | null;
}

export function reportOf(engine: Engine): SimulationReport {
  const { site, servers, plant, measures, room } = engine;
  const { mesh } = room.grid;
  const { structure } = servers;
  return {
    simulatedSeconds: engine.simulatedSeconds,
    cells: mesh.nx * mesh.ny * mesh.nz,
    steps: engine.steps,
    racks: site.racks.map((rack, r) => {
      const summary = {} as RackSummary;
      rackSummary(engine, r, summary);
      const first = structure.rackChassisStart[r]!;
      return {
        id: rack.id,
        powerW: summary.powerW,
        airflowM3s: summary.airflowM3s,
        inletCelsius: { min: summary.inletMinCelsius, mean: summary.inletMeanCelsius, max: summary.inletMaxCelsius },
        outletCelsius: { mean: summary.outletMeanCelsius },
        chassis: rack.contents.map((_, n) => ({
          id: structure.chassisIds[first + n]!,
          powerW: servers.powerW[first + n]!,
          airflowM3s: servers.airflowM3s[first + n]!,
          inletCelsius: engine.chassisInletCelsius[first + n]!,
          outletCelsius: servers.outletCelsius[first + n]!,
        })),
      };
    }),
    coolingUnits: site.coolingUnits.map((unit, n) => ({
      id: unit.id,
      airflowM3s: plant.airflowM3s[n]!,
      supplyCelsius: plant.supplyCelsius[n]!,
      returnCelsius: engine.unitReturnCelsius[n]!,
      heatW: plant.heatW[n]!,
      powerW: plant.powerW[n]!,
    })),
    openings: site.openings.map((opening, n) => ({
      id: opening.id,
      airflowM3s: openingFlow(engine, n),
      celsius: openingCelsius(engine, n),
    })),
    probes: site.sensors.map((sensor, n) => ({
      id: sensor.id,
      celsius: engine.sensorCelsius[n]!,
      speedMs: sensorSpeed(engine, n),
    })),
    power: {
      itW: measures.itW,
      serverFansW: measures.serverFansW,
      coolingW: measures.coolingW,
      lossesW: measures.lossesW,
      facilityW: measures.facilityW,
    },
    cooling: {
      unitFansW: measures.unitFansW,
      compressorsW: measures.compressorsW,
      chillersW: measures.chillersW,
      pumpsW: measures.pumpsW,
      towersW: measures.towersW,
      liquidW: measures.liquidW,
      waterLps: measures.waterLps,
      heatReuseW: measures.heatReuseW,
      plantMode: measures.plantMode,
      chilledSupplyCelsius: measures.chilledSupplyCelsius,
      chilledReturnCelsius: measures.chilledReturnCelsius,
      rejectedHeatW: measures.rejectedHeatW,
      outdoorDryBulbCelsius: measures.outdoorDryBulbCelsius,
      outdoorWetBulbCelsius: measures.outdoorWetBulbCelsius,
    },
    energy: { itJ: measures.itJ, facilityJ: measures.facilityJ, balanceError: measures.energyBalanceError },
    mass: { balanceError: measures.massBalanceError },
    metrics: {
      eer: measures.eer,
      pue: measures.pue,
      dcie: measures.pue > 0 ? 1 / measures.pue : Number.NaN,
      shi: measures.shi,
      rhi: measures.rhi,
      rciHi: measures.rciHi,
      rciLo: measures.rciLo,
      rti: measures.rti,
    },
    workUnit: structure.workUnit,
  };
}
