import { AIR_HEAT_CAPACITY } from '../../units/air';
import { outerCelsius } from '../heat/heat';
import { flowWeightedMean, returnHeatIndex, returnTemperatureIndex, supplyHeatIndex } from '../metrics/air-indices';
import type { Engine } from '../state';
import { type CrossInterference, inletsOf } from './cross-interference';
import type { AirTrace } from './trace-air';

/** What goes with a trace to turn shares into temperatures: heat of each group and the air that enters. */
export interface TraceHeat {
  /** Heat that each group gives to its air, W. */
  readonly heatW: Float64Array;
  /** Units, openings, surfaces, °C. */
  readonly supplyCelsius: Float64Array;
}

/** Reads the heat of the groups and the temperatures of the supplies as they are now. */
export function traceHeat(engine: Engine, groupChassisStart: Int32Array): TraceHeat {
  const { servers, plant, inflows, room } = engine;
  const heatW = new Float64Array(groupChassisStart.length - 1);
  for (let g = 0; g < heatW.length; g++) {
    for (let c = groupChassisStart[g]!; c < groupChassisStart[g + 1]!; c++) {
      heatW[g]! += servers.airHeatW[c]! - servers.storedHeatW[c]! - servers.unremovedHeatW[c]!;
    }
  }
  const surface = outerCelsius(room.surfaces);
  return { heatW, supplyCelsius: Float64Array.from([...plant.supplyCelsius, ...inflows.openingsCelsius, surface]) };
}

export interface TracedIndices {
  shi: number;
  rhi: number;
  rti: number;
  /** Inlet of each group and return of each unit that the shares mix to, °C. */
  inletCelsius: Float64Array;
  returnCelsius: Float64Array;
}

/** SHI, RHI and RTI from who draws whose air, the heat and the supplies, without reading a temperature of the room. */
export function tracedIndices(trace: AirTrace, cross: CrossInterference, heat: TraceHeat): TracedIndices {
  const n = cross.groups;
  const units = trace.unitIds.length;
  const givers = trace.givenM3s.length;
  const inletCelsius = inletsOf(cross, heat.heatW, heat.supplyCelsius);
  const outletCelsius = inletCelsius.map((celsius, g) => {
    const flow = trace.givenM3s[g]!;
    return flow > 0 ? celsius + heat.heatW[g]! / (flow * AIR_HEAT_CAPACITY) : celsius;
  });
  const giverCelsius = [...outletCelsius, ...heat.supplyCelsius];
  const returnCelsius = new Float64Array(units);
  for (let u = 0; u < units; u++) {
    let celsius = 0;
    for (let s = 0; s < givers; s++) {
      const share = trace.share[(n + u) * givers + s]!;
      if (share !== 0) celsius += share * giverCelsius[s]!;
    }
    const surface = trace.surfaceShare[n + u]!;
    returnCelsius[u] = surface === 0 ? celsius : celsius + surface * heat.supplyCelsius[heat.supplyCelsius.length - 1]!;
  }
  const groupFlow = trace.takenM3s.subarray(0, n);
  const unitFlow = trace.takenM3s.subarray(n, n + units);
  const supplyCelsius = flowWeightedMean(heat.supplyCelsius, unitFlow);
  const shi = supplyHeatIndex(groupFlow, inletCelsius, outletCelsius, supplyCelsius);
  const rti = returnTemperatureIndex(
    flowWeightedMean(returnCelsius, unitFlow),
    supplyCelsius,
    flowWeightedMean(inletCelsius, groupFlow),
    flowWeightedMean(outletCelsius, groupFlow),
  );
  return { shi, rhi: returnHeatIndex(shi), rti, inletCelsius, returnCelsius };
}
