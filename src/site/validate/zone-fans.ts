import { ashraeLimits } from '../ashrae';
import { unitsOfZone } from '../control-zones';
import { labelOf } from '../entity';
import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { celsiusText, pascalsText, shareText } from '../quantity-text';
import type { ControlZone, FanControl } from '../schema/control';
import type { Site } from '../schema/site';
import { error, warning } from './rule';

/** Fans of a zone: speeds in order, and what they hold is there to be held. */
export function fanIssues(site: Site, zone: ControlZone, fans: FanControl, path: string): Issue[] {
  const issues = speedIssues(fans, path);
  if (fans.by === 'aisle-pressure') issues.push(...aisleIssues(site, fans, path));
  if (fans.by === 'raised-floor-pressure') issues.push(...floorIssues(site, zone, path));
  if (fans.by === 'inlet' && fans.setpointCelsius > ashraeLimits(site.ashraeClass).allowableMaxCelsius) {
    issues.push(aboveAllowable(site, fans.setpointCelsius, `${path}.setpointCelsius`));
  }
  return issues;
}

export function speedIssues({ minSpeed, maxSpeed }: Pick<FanControl, 'minSpeed' | 'maxSpeed'>, path: string): Issue[] {
  if (minSpeed <= maxSpeed) return [];
  return [
    error(
      'speeds-swapped',
      `${path}.minSpeed`,
      phrase`The lowest speed, ${shareText(minSpeed)}, is above the highest, ${shareText(maxSpeed)}.`,
      'Swap them.',
    ),
  ];
}

function aisleIssues(site: Site, fans: Extract<FanControl, { by: 'aisle-pressure' }>, path: string): Issue[] {
  const aisle = site.containments.find(({ id }) => id === fans.containmentId);
  if (aisle === undefined) {
    return [
      error(
        'pressure-without-containment',
        `${path}.containmentId`,
        site.containments.length === 0
          ? 'Fans are to hold the pressure of an aisle, but the room has no containment.'
          : phrase`The site has no containment with the id ${fans.containmentId}.`,
        'Close an aisle and name it, or drive the fans by the floor or by the inlet.',
      ),
    ];
  }
  const { sides } = aisle;
  const closed = Object.values(sides).some((side) => side !== 'open');
  if (!closed) {
    return [
      error(
        'pressure-without-containment',
        `${path}.containmentId`,
        phrase`All sides of ${labelOf(aisle)} are open: it holds no pressure.`,
        'Give it panels, or drive the fans by the floor or by the inlet.',
      ),
    ];
  }
  const cold = aisle.kind === 'cold-aisle';
  if (cold ? fans.setpointPa > 0 : fans.setpointPa < 0) return [];
  return [
    warning(
      'pressure-sign',
      `${path}.setpointPa`,
      cold
        ? phrase`${labelOf(aisle)} is a cold aisle that is to be held at ${pascalsText(fans.setpointPa)}: warm air leaks into it.`
        : phrase`${labelOf(aisle)} is a hot aisle that is to be held at ${pascalsText(fans.setpointPa)}: its air leaks into the room.`,
      cold ? 'Choose a pressure above 0.' : 'Choose a pressure below 0.',
    ),
  ];
}

function floorIssues(site: Site, zone: ControlZone, path: string): Issue[] {
  const free = site.tiles.some((tile) => tile.airflowM3s === undefined && tile.openArea * tile.damper > 0);
  if (site.raisedFloor === undefined || !free) {
    return [
      error(
        'pressure-without-floor',
        `${path}.by`,
        'Fans are to hold the pressure under the raised floor, but the room has no raised floor with open tiles of free flow.',
        'Drive the fans by an aisle or by the inlet.',
      ),
    ];
  }
  const toFloor = unitsOfZone(site, zone).some((unit) => site.coolingUnits[unit]!.supply.to === 'raised-floor');
  if (toFloor) return [];
  return [
    error(
      'pressure-without-floor',
      `${path}.by`,
      phrase`No unit of control zone ${labelOf(zone)} supplies the raised floor.`,
      'Drive the fans by an aisle or by the inlet.',
    ),
  ];
}

/** Inlets that are to be held warmer than the class of the servers allows. */
export function aboveAllowable(site: Site, celsius: number, path: string): Issue {
  const { allowableMaxCelsius } = ashraeLimits(site.ashraeClass);
  return warning(
    'inlet-above-class',
    path,
    phrase`Inlets are to be held at ${celsiusText(celsius)}, above the ${celsiusText(allowableMaxCelsius)} that class ${site.ashraeClass} allows.`,
    'Lower it, or choose the class of the servers.',
  );
}
