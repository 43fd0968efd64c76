import { FAILURE_THRESHOLDS, type FailureThreshold } from '../../frame/failure';
import { ashraeLimits } from '../../site/ashrae';
import { serverType } from '../../site/catalogue/catalogue';
import type { Scenario } from '../../site/scenario/scenario';
import { COMPONENT_LIMIT_CELSIUS, CURVE_INLET_CELSIUS, FIXED_RESISTANCE_SHARE } from '../servers/fans';
import { createOperation, operate } from '../servers/governor';
import type { Engine } from '../state';

const operation = createOperation();

/**
 * Inlet temperature at which the fans of a server, at full speed, no longer hold its hottest component at its limit,
 * °C. It follows from the fan law of the server model: T_limit - (P / P_peak)(T_limit - 22)(c + (1 - c) n_nominal^0.8).
 */
export function throttlingInletCelsius(nominalSpeed: number, powerShare: number): number {
  const resistance = FIXED_RESISTANCE_SHARE + (1 - FIXED_RESISTANCE_SHARE) * nominalSpeed ** 0.8;
  return COMPONENT_LIMIT_CELSIUS - powerShare * (COMPONENT_LIMIT_CELSIUS - CURVE_INLET_CELSIUS) * resistance;
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

/** Fan speeds of the catalogue are looked up once; what a server draws moves its throttling limit with the load. */
export function createThresholds(
  engine: Engine,
  scenario: Pick<Scenario, 'throttlingCelsius' | 'shutdownCelsius'>,
): ThresholdReader {
  const { recommendedMaxCelsius, allowableMaxCelsius } = ashraeLimits(engine.site.ashraeClass);
  const nominalSpeeds = engine.servers.structure.models.map(
    (model) => serverType(model.typeId)?.fan.nominalSpeed ?? Number.NaN,
  );
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
          const limit = scenario.throttlingCelsius ?? throttlingOf(now, chassis, nominalSpeeds);
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
function throttlingOf(engine: Engine, chassis: number, nominalSpeeds: readonly number[]): number {
  const { structure, serverDemandShare } = engine.servers;
  const index = structure.chassisModel[chassis]!;
  const model = structure.models[index];
  if (model === undefined) return Number.NaN;
  let demand = 0;
  for (let n = structure.chassisServerStart[chassis]!; n < structure.chassisServerStart[chassis + 1]!; n++) {
    demand = Math.max(demand, serverDemandShare[n]!);
  }
  operate(model, structure.governor, demand, operation);
  return throttlingInletCelsius(nominalSpeeds[index]!, operation.powerW / model.peakW);
}
