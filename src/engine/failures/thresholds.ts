import { FAILURE_THRESHOLDS, type FailureThreshold } from '../../frame/failure';
import { ashraeLimits } from '../../site/ashrae';
import type { Scenario } from '../../site/scenario/scenario';
import { createOperation, operate } from '../servers/governor';
import { leakageW } from '../servers/kernel/leakage';
import type { ServerModel } from '../servers/model';
import type { Engine } from '../state';

const operation = createOperation();

/**
 * Inlet temperature at which a server starts to throttle although its fans run at full speed, °C: the chip limit less the
 * rise over the inlet, T_throttle - (P / P_peak) rise h (c + (1 - c) n_nominal^0.8), h the heat sink's resistance over that
 * of the type. Chips on cold plates do not depend on the inlet: not a number.
 */
export function throttlingInletCelsius(model: ServerModel, powerShare: number, heatSink = 1): number {
  const { chip } = model;
  if (chip.liquid) return Number.NaN;
  const resistance = chip.fixedResistanceShare + (1 - chip.fixedResistanceShare) * model.fanNominalSpeed ** 0.8;
  return chip.throttleCelsius - powerShare * chip.riseKelvin * heatSink * resistance;
}

/** How far each rack is past each threshold, K; NaN where a threshold is not known. */
export type Margins = Record<FailureThreshold, Float64Array>;

export function createMargins(racks: number): Margins {
  const all = FAILURE_THRESHOLDS.map((name) => [name, new Float64Array(racks)] as const);
  return Object.fromEntries(all) as Margins;
}

export interface ThresholdReader {
  /** Fills the margins from the inlets of this moment. */
  read(engine: Engine, margins: Margins): void;
}

/**
 * What a server draws moves its throttling limit with the load. A server that switches itself off at the inlet of the
 * scenario never gets to a throttling limit above it: then that is the inlet from which work is lost.
 */
export function createThresholds(
  engine: Engine,
  scenario: Pick<Scenario, 'throttlingCelsius' | 'shutdownCelsius'>,
): ThresholdReader {
  const { recommendedMaxCelsius, allowableMaxCelsius } = ashraeLimits(engine.site.ashraeClass);
  return {
    read(now, margins) {
      const { servers, chassisInletCelsius } = now;
      const { rackChassisStart } = servers.structure;
      for (let rack = 0; rack + 1 < rackChassisStart.length; rack++) {
        let hottest = Number.NaN;
        let throttling = Number.NaN;
        for (let chassis = rackChassisStart[rack]!; chassis < rackChassisStart[rack + 1]!; chassis++) {
          const inlet = chassisInletCelsius[chassis]!;
          hottest = Number.isNaN(hottest) ? inlet : Math.max(hottest, inlet);
          const limit = scenario.throttlingCelsius ?? Math.min(throttlingOf(now, chassis), scenario.shutdownCelsius);
          if (!Number.isNaN(limit))
            throttling = Math.max(Number.isNaN(throttling) ? -Infinity : throttling, inlet - limit);
        }
        margins.recommended[rack] = hottest - recommendedMaxCelsius;
        margins.allowable[rack] = hottest - allowableMaxCelsius;
        margins.throttling[rack] = throttling;
        margins.shutdown[rack] = hottest - scenario.shutdownCelsius;
      }
    },
  };
}

/** Of the busiest server of a chassis; NaN for equipment given directly. */
function throttlingOf(engine: Engine, chassis: number): number {
  const { structure, serverDemandShare, groups } = engine.servers;
  const model = structure.models[structure.chassisModel[chassis]!];
  if (model === undefined) return Number.NaN;
  let demand = 0;
  for (let n = structure.chassisServerStart[chassis]!; n < structure.chassisServerStart[chassis + 1]!; n++) {
    demand = Math.max(demand, serverDemandShare[n]!);
  }
  operate(model, structure.governor, demand, operation);
  const { throttleCelsius, targetCelsius } = model.chip;
  // Fans hold the target as long as they can, so that is about what the measured curve holds at such loads.
  const leakageBeyondCurveW =
    engine.site.serverOperation?.leakage === true
      ? leakageW(model, throttleCelsius) - leakageW(model, targetCelsius)
      : 0;
  const powerShare = (operation.powerW + leakageBeyondCurveW) / model.peakW;
  return throttlingInletCelsius(model, powerShare, groups.groupHeatSink[chassis]!);
}
