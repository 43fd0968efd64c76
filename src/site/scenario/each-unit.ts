import { chillerSet } from '../chillers/chiller-set';
import type { Site } from '../schema/site';
import { type FailureEvent, type FailureEventInput, failureEvent } from './events';
import { type Scenario, scenarioOf } from './scenario';

type Limits = Pick<Scenario, 'throttlingCelsius' | 'shutdownCelsius'>;

/** One thing that may fail alone, with a plain name for it. */
interface SingleFailure {
  readonly name: string;
  readonly event: FailureEventInput;
}

/**
 * One scenario for each thing that a room should carry the loss of, that thing out from the start and all others in: every
 * running cooling unit; one machine, one pump and one tower cell of the plant; one pump of the facility water and of the
 * CDUs; each feed where there are two. `nameOf` names those that are no entities; in English where absent.
 */
export function eachUnitScenarios(site: Site, limits: Limits, nameOf?: (event: FailureEvent) => string): Scenario[] {
  const units = site.coolingUnits
    .filter((unit) => unit.running)
    .map((unit): SingleFailure => ({ name: unit.name ?? unit.id, event: { kind: 'unit-trip', unitId: unit.id } }));
  const parts = [...plantFailures(site), ...facilityFailures(site), ...feedFailures(site)].map(({ name, event }) => ({
    name: nameOf?.(failureEvent.parse(event)) ?? name,
    event,
  }));
  return [...units, ...parts].map(({ name, event }) => ({ ...scenarioOf(name.slice(0, 120), [event]), ...limits }));
}

function plantFailures({ plant }: Site): SingleFailure[] {
  if (plant?.kind !== 'chilled-water') return [];
  const { chillers, loop, condenser } = plant;
  const failures: SingleFailure[] = [
    { name: 'One chiller', event: { kind: 'chiller-trip', machines: 1 } },
    { name: 'Chilled-water pump', event: { kind: 'pump-trip', circuit: 'chilled', share: 1 / (loop.pump.count ?? 1) } },
  ];
  if (chillerSet(chillers.set)?.airCooled !== false) return failures;
  // Each machine has its condenser pump where the site does not say otherwise.
  const pumps = condenser.pump.count ?? chillers.count;
  failures.push({ name: 'Condenser pump', event: { kind: 'pump-trip', circuit: 'condenser', share: 1 / pumps } });
  const { rejection } = condenser;
  if (rejection.kind === 'tower') {
    failures.push({ name: 'Tower cell', event: { kind: 'rejection-fault', share: 1 / rejection.count } });
  }
  return failures;
}

function facilityFailures({ liquidLoop }: Site): SingleFailure[] {
  const facility = liquidLoop?.facility;
  if (facility === undefined) return [];
  return [
    {
      name: 'Facility water pump',
      event: { kind: 'pump-trip', circuit: 'facility', share: 1 / (facility.pump.count ?? 1) },
    },
    { name: 'CDU pump', event: { kind: 'pump-trip', circuit: 'coolant', share: 1 / (facility.cduPump.count ?? 1) } },
  ];
}

function feedFailures({ electrical }: Site): SingleFailure[] {
  if (electrical?.feeds !== 'a-b') return [];
  return (['A', 'B'] as const).map((side) => ({ name: `Feed ${side}`, event: { kind: 'feed-loss', side } }));
}
