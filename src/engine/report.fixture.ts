import type { SimulationReport } from './report';

/** A room of one rack and one unit that knows no plant: cooling and facility power are unknown. For tests. */
export function tinyReport(changes: Partial<SimulationReport> = {}): SimulationReport {
  return {
    simulatedSeconds: 60,
    cells: 1000,
    steps: 60,
    racks: [
      {
        id: 'A1',
        powerW: 3000,
        airflowM3s: 0.25,
        inletCelsius: { min: 18, mean: 19, max: 20 },
        outletCelsius: { mean: 29 },
        chassis: [{ id: 'A1/c', powerW: 3000, airflowM3s: 0.25, inletCelsius: 19, outletCelsius: 29 }],
      },
    ],
    coolingUnits: [
      { id: 'crah', airflowM3s: 0.25, supplyCelsius: 18, returnCelsius: 28, heatW: 3000, powerW: Number.NaN },
    ],
    openings: [],
    probes: [{ id: 'p', celsius: 21, speedMs: 0.1 }],
    power: { itW: 3000, serverFansW: Number.NaN, coolingW: Number.NaN, lossesW: Number.NaN, facilityW: Number.NaN },
    cooling: {
      unitFansW: 100,
      compressorsW: 0,
      chillersW: Number.NaN,
      pumpsW: Number.NaN,
      towersW: Number.NaN,
      liquidW: 0,
      waterLps: Number.NaN,
      heatReuseW: 0,
      plantMode: Number.NaN,
      chilledSupplyCelsius: Number.NaN,
      chilledReturnCelsius: Number.NaN,
      rejectedHeatW: Number.NaN,
      outdoorDryBulbCelsius: Number.NaN,
      outdoorWetBulbCelsius: Number.NaN,
    },
    energy: { itJ: 180_000, facilityJ: Number.NaN, balanceError: 0.001 },
    mass: { balanceError: 1e-9 },
    workUnit: null,
    metrics: {
      eer: Number.NaN,
      pue: Number.NaN,
      dcie: Number.NaN,
      shi: 0.09,
      rhi: 0.91,
      rciHi: 100,
      rciLo: 100,
      rti: 100,
    },
    ...changes,
  };
}
