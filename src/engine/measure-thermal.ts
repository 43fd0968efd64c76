import { flowWeightedMean, returnHeatIndex, returnTemperatureIndex, supplyHeatIndex } from './metrics/air-indices';
import { ASHRAE_LIMITS } from './metrics/ashrae-limits';
import { rackCoolingIndexHigh, rackCoolingIndexLow } from './metrics/rack-cooling-index';
import type { Engine } from './state';

/** Inlet, supply and return temperatures of the room and the indices that follow from them. */
export function measureThermal(engine: Engine): void {
  const { measures, servers, plant, chassisInletCelsius, site } = engine;
  let coldest = Number.POSITIVE_INFINITY;
  let warmest = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < chassisInletCelsius.length; n++) {
    coldest = Math.min(coldest, chassisInletCelsius[n]!);
    warmest = Math.max(warmest, chassisInletCelsius[n]!);
  }
  const none = chassisInletCelsius.length === 0;
  measures.inletMinCelsius = none ? Number.NaN : coldest;
  measures.inletMaxCelsius = none ? Number.NaN : warmest;
  measures.inletMeanCelsius = flowWeightedMean(chassisInletCelsius, servers.airflowM3s);
  measures.supplyCelsius = flowWeightedMean(plant.supplyCelsius, plant.airflowM3s);
  measures.returnCelsius = flowWeightedMean(engine.unitReturnCelsius, plant.airflowM3s);
  measures.shi = supplyHeatIndex(
    servers.airflowM3s,
    chassisInletCelsius,
    servers.outletCelsius,
    measures.supplyCelsius,
  );
  measures.rhi = returnHeatIndex(measures.shi);
  measures.rti = returnTemperatureIndex(
    measures.returnCelsius,
    measures.supplyCelsius,
    measures.inletMeanCelsius,
    flowWeightedMean(servers.outletCelsius, servers.airflowM3s),
  );
  const limits = ASHRAE_LIMITS[site.ashraeClass];
  measures.rciHi = rackCoolingIndexHigh(chassisInletCelsius, limits);
  measures.rciLo = rackCoolingIndexLow(chassisInletCelsius, limits);
}
