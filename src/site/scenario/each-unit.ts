import type { Site } from '../schema/site';
import { type Scenario, scenarioOf } from './scenario';

/** One scenario for each running cooling unit: that unit out from the start, all others in. */
export function eachUnitScenarios(
  site: Site,
  limits: Pick<Scenario, 'throttlingCelsius' | 'shutdownCelsius'>,
): Scenario[] {
  return site.coolingUnits
    .filter((unit) => unit.running)
    .map((unit) => ({
      ...scenarioOf(unit.name ?? unit.id, [{ kind: 'unit-trip', unitId: unit.id }]),
      ...limits,
    }));
}
