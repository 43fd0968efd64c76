import { ashraeLimits } from '../ashrae';
import { closestWord } from '../closest-word';
import { racksOfZone, unitsOfZone } from '../control-zones';
import { labelOf } from '../entity';
import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { celsiusText, shareText } from '../quantity-text';
import type { ControlZone, UnitStaging } from '../schema/control';
import type { Site } from '../schema/site';
import { error, type Rule, warning } from './rule';
import { rangeIssues } from './setpoint-range';
import { waterControlIssues } from './water-control';
import { aboveAllowable, fanIssues, speedIssues } from './zone-fans';

/** Zones name what is there, each unit has one master, limits are in order, and what is held can be measured. */
export const checkCoolingControl: Rule = (site) => {
  const { coolingControl } = site;
  if (coolingControl === undefined) return [];
  return [
    ...coolingControl.zones.flatMap((zone, z) => zoneIssues(site, zone, `coolingControl.zones[${z}]`)),
    ...mastersIssues(site, coolingControl.zones),
    ...sharedPressureIssues(coolingControl.zones),
    ...waterControlIssues(site, coolingControl),
  ];
};

function zoneIssues(site: Site, zone: ControlZone, path: string): Issue[] {
  const unknown = [
    ...unknownIds(site.coolingUnits, zone.unitIds, `${path}.unitIds`, 'cooling unit'),
    ...unknownIds(site.racks, zone.rackIds, `${path}.rackIds`, 'rack'),
  ];
  const issues = [...unknown];
  if (unitsOfZone(site, zone).length === 0) {
    issues.push(
      error(
        'zone-without-units',
        `${path}.unitIds`,
        phrase`Control zone ${labelOf(zone)} has no cooling units.`,
        'Name some of the site, or delete the zone.',
      ),
    );
  }
  const followsRacks = zone.supply !== undefined || zone.fans?.by === 'inlet';
  if (followsRacks && racksOfZone(site, zone).length === 0) {
    issues.push(
      error(
        'zone-without-racks',
        `${path}.rackIds`,
        phrase`Control zone ${labelOf(zone)} follows the inlets of its racks, and has none.`,
        'Name the racks that it serves.',
      ),
    );
  }
  if (zone.fans !== undefined) issues.push(...fanIssues(site, zone, zone.fans, `${path}.fans`));
  if (zone.supply !== undefined) issues.push(...supplyIssues(site, zone, zone.supply, `${path}.supply`));
  if (zone.staging !== undefined) issues.push(...stagingIssues(site, zone, zone.staging, `${path}.staging`));
  return issues;
}

function unknownIds(
  entities: readonly { id: string }[],
  ids: readonly string[] | undefined,
  path: string,
  what: 'cooling unit' | 'rack',
): Issue[] {
  const known = new Set(entities.map(({ id }) => id));
  return (ids ?? []).flatMap((id, n) => {
    if (known.has(id)) return [];
    const near = closestWord(id, [...known]);
    return [
      error(
        'unknown-in-zone',
        `${path}[${n}]`,
        what === 'rack'
          ? phrase`The site has no rack with the id ${id}.`
          : phrase`The site has no cooling unit with the id ${id}.`,
        near === null ? 'Take it out of the list.' : phrase`Take it out of the list; the nearest id is ${near}.`,
      ),
    ];
  });
}

/** Two masters of one unit would fight, and two zones of one id could not be told apart after an edit. */
function mastersIssues(site: Site, zones: readonly ControlZone[]): Issue[] {
  const issues: Issue[] = [];
  const ids = new Set<string>();
  const master = new Map<number, ControlZone>();
  zones.forEach((zone, z) => {
    const path = `coolingControl.zones[${z}]`;
    if (ids.has(zone.id)) {
      issues.push(
        error('duplicate-zone', `${path}.id`, phrase`There are two control zones ${zone.id}.`, 'Rename one of them.'),
      );
    }
    ids.add(zone.id);
    for (const unit of unitsOfZone(site, zone)) {
      const other = master.get(unit);
      if (other === undefined) master.set(unit, zone);
      else {
        issues.push(
          error(
            'unit-in-two-zones',
            `${path}.unitIds`,
            phrase`${labelOf(site.coolingUnits[unit]!)} is driven by control zone ${labelOf(other)} and by ${labelOf(zone)}.`,
            'Leave it to one of them.',
          ),
        );
      }
    }
  });
  return issues;
}

/** What one zone's fans hold no other zone's may: with two integrators one runs to its limit. */
function sharedPressureIssues(zones: readonly ControlZone[]): Issue[] {
  const holder = new Map<string, ControlZone>();
  return zones.flatMap((zone, z): Issue[] => {
    const { fans } = zone;
    if (fans === undefined || fans.by === 'inlet') return [];
    const held = fans.by === 'aisle-pressure' ? `aisle ${fans.containmentId}` : 'floor';
    const other = holder.get(held);
    if (other === undefined) {
      holder.set(held, zone);
      return [];
    }
    return [
      error(
        'pressure-held-twice',
        `coolingControl.zones[${z}].fans.by`,
        phrase`The fans of control zones ${labelOf(other)} and ${labelOf(zone)} hold the same pressure: they would fight.`,
        'Join the two zones, or drive the fans of one by something else.',
      ),
    ];
  });
}

function supplyIssues(
  site: Site,
  zone: ControlZone,
  supply: NonNullable<ControlZone['supply']>,
  path: string,
): Issue[] {
  const issues = rangeIssues(supply, path);
  if (supply.by === 'mpc') issues.push(...speedIssues(supply, path));
  for (const unit of unitsOfZone(site, zone)) {
    const { control } = site.coolingUnits[unit]!;
    if (control.mode === 'supply') continue;
    issues.push(
      error(
        'zone-sets-supply',
        `coolingUnits[${unit}].control.mode`,
        control.mode === 'return'
          ? phrase`${labelOf(site.coolingUnits[unit]!)} holds its return, but control zone ${labelOf(zone)} sets the supply of its units.`
          : phrase`${labelOf(site.coolingUnits[unit]!)} holds a sensor, but control zone ${labelOf(zone)} sets the supply of its units.`,
        'Let the unit control its supply, or take it out of the zone.',
      ),
    );
  }
  const limit = supply.requestAboveCelsius ?? ashraeLimits(site.ashraeClass).recommendedMaxCelsius;
  if (limit > ashraeLimits(site.ashraeClass).allowableMaxCelsius) {
    issues.push(aboveAllowable(site, limit, `${path}.requestAboveCelsius`));
  }
  if (limit <= supply.minCelsius) {
    issues.push(
      warning(
        'request-below-supply',
        `${path}.requestAboveCelsius`,
        phrase`Racks ask for colder air above ${celsiusText(limit)}, and the coldest supply is ${celsiusText(supply.minCelsius)}: they will always ask.`,
        'Lower the coldest supply, or raise the limit.',
      ),
    );
  }
  const racks = new Set(racksOfZone(site, zone).map((rack) => site.racks[rack]!.id));
  supply.multipliers?.forEach(({ rackId }, n) => {
    if (racks.has(rackId)) return;
    issues.push(
      error(
        'unknown-in-zone',
        `${path}.multipliers[${n}].rackId`,
        phrase`Control zone ${labelOf(zone)} has no rack with the id ${rackId}.`,
        'Take it out of the list.',
      ),
    );
  });
  return issues;
}

function stagingIssues(site: Site, zone: ControlZone, staging: UnitStaging, path: string): Issue[] {
  const issues: Issue[] = [];
  const units = unitsOfZone(site, zone).map((unit) => site.coolingUnits[unit]!);
  const usable = units.filter(({ running }) => running).length;
  if (staging.minRunning + staging.spare > usable) {
    issues.push(
      warning(
        'stages-beyond-units',
        `${path}.minRunning`,
        phrase`Control zone ${labelOf(zone)} is to run ${staging.minRunning} and ${staging.spare} spare, and has ${usable} that are switched on: all will run.`,
        'Ask for fewer, or add units.',
      ),
    );
  }
  if (staging.stopBelow >= staging.startAbove) {
    issues.push(
      error(
        'stages-hunt',
        `${path}.stopBelow`,
        phrase`A unit stops below ${shareText(staging.stopBelow)}, another starts above ${shareText(staging.startAbove)}: they would take turns.`,
        'Stop below a lower share.',
      ),
    );
  }
  const known =
    zone.fans !== undefined || units.some(({ capacityW, coil }) => capacityW !== undefined || coil !== undefined);
  if (!known) {
    issues.push(
      warning(
        'stages-blind',
        path,
        phrase`Control zone ${labelOf(zone)} can't tell how hard its units work: their speed is fixed and their capacity is not known. None will start or stop.`,
        'Drive the fans, or give capacities.',
      ),
    );
  }
  return issues;
}
