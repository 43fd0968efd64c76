import type { PowerAlarm, PowerElement } from '../../frame/power';
import type { Servers } from '../servers/servers';
import { chainElements } from './elements';
import type { PowerState } from './state';

/** An alarm clears only this far below its limit, as a share of it, so that it does not chatter. */
const HYSTERESIS = 0.02;
/** Ride-through below which a battery that discharges is an alarm, s. */
const BATTERY_ALARM_SECONDS = 120;
/** Fuel below which a running generator is warned of, share of a full tank. */
const FUEL_WARNING_SHARE = 0.1;
/** A cap counts as broken when power is above it by more than this share. */
const CAP_TOLERANCE = 0.02;

/** What stands in alarm now; `before` is what stood in alarm at the last look. */
export function powerAlarms(
  power: PowerState,
  servers: Servers,
  before: ReadonlyMap<string, PowerAlarm>,
): Map<string, PowerAlarm> {
  const alarms = new Map<string, PowerAlarm>();
  const { structure } = power;
  if (structure.electrical === null) return alarms;
  for (const found of chainElements(power, [])) noteElement(found, before, alarms);
  noteOutages(power, servers, alarms);
  noteStores(power, alarms);
  noteCaps(power, servers, alarms);
  return alarms;
}

function noteElement(found: PowerElement, before: ReadonlyMap<string, PowerAlarm>, alarms: Map<string, PowerAlarm>) {
  const { kind, id, side, loadW, limitW, ratedW } = found;
  const key = `${kind} ${id} ${side ?? ''}`;
  if (found.out === 'tripped') {
    alarms.set(key, { key, kind, id, side, level: 'alarm', tripped: true });
    return;
  }
  const was = before.get(key)?.level;
  const beyond = (limit: number, raised: boolean) => loadW > limit * (raised ? 1 - HYSTERESIS : 1);
  if (beyond(ratedW, was === 'alarm')) alarms.set(key, { key, kind, id, side, level: 'alarm' });
  else if (beyond(limitW, was !== undefined)) alarms.set(key, { key, kind, id, side, level: 'warning' });
}

/** Lost feeds, and racks that nothing feeds. */
function noteOutages({ outages, structure }: PowerState, servers: Servers, alarms: Map<string, PowerAlarm>): void {
  (['A', 'B'] as const).forEach((side, s) => {
    if (outages.side[s] === 0) return;
    alarms.set(`feed ${side}`, { key: `feed ${side}`, kind: 'feed', id: '', side, level: 'alarm' });
  });
  structure.rackIds.forEach((id, r) => {
    if (servers.supply.rackPowered[r] === 1) return;
    alarms.set(`dark ${id}`, { key: `dark ${id}`, kind: 'dark-rack', id, side: null, level: 'alarm' });
  });
}

function noteStores({ backup, structure, watts }: PowerState, alarms: Map<string, PowerAlarm>): void {
  const { ups, generator } = structure.electrical!;
  if (backup.source === 'battery' && ups?.battery !== undefined) {
    const low = backup.batteryJ < watts.batteryW * BATTERY_ALARM_SECONDS;
    alarms.set('battery', { key: 'battery', kind: 'battery', id: '', side: null, level: low ? 'alarm' : 'warning' });
  }
  if (backup.source === 'dark')
    alarms.set('battery', { key: 'battery', kind: 'battery', id: '', side: null, level: 'alarm' });
  if (backup.source === 'generator' && backup.fuelJ < FUEL_WARNING_SHARE * (generator?.fuelJ ?? 0)) {
    alarms.set('fuel', { key: 'fuel', kind: 'fuel', id: '', side: null, level: 'warning' });
  }
}

/** Caps that are not kept: equipment that cannot be slowed down, or idle power above them. */
function noteCaps({ structure, capping, rackW }: PowerState, servers: Servers, alarms: Map<string, PowerAlarm>): void {
  if (!capping.active) return;
  structure.rackIds.forEach((id, r) => {
    if (rackW[r]! <= structure.rackCapW[r]! * (1 + CAP_TOLERANCE)) return;
    alarms.set(`cap ${id}`, { key: `cap ${id}`, kind: 'cap', id, side: null, level: 'warning' });
  });
  if (servers.totals.itW > structure.roomCapW * (1 + CAP_TOLERANCE)) {
    alarms.set('cap', { key: 'cap', kind: 'cap', id: '', side: null, level: 'warning' });
  }
}
