import { DEFAULT_RESTART_SECONDS, type PowerSource, sourceOf } from '../power/backup';
import { hasTripped } from '../power/breakers';
import { feedRacks } from '../power/feed-racks';
import { addOutages, clearOutages, type Outages } from '../power/outages';
import type { Engine } from '../state';
import type { RunningFailure } from './state';
import { isOn } from './windows';

/**
 * Tells the electrical chain at the start of a tick whether the grid is there, the generator runs and what is out, and
 * each rack whether it is fed. Notes on each loss of the grid what backs it up: the generator of the site where the event
 * names none, and whether battery or fuel have run out.
 */
export function driveSupply(engine: Engine): void {
  const { failures, power, servers, simulatedSeconds: now } = engine;
  const { electrical } = power.structure;
  let gridLost = false;
  let generatorReady = false;
  let ofPower = false;
  for (const failure of failures.running) {
    if (isOfPower(failure) && now >= failure.startSeconds) ofPower = true;
    if (failure.event.kind !== 'power-loss') continue;
    const startSeconds = failure.event.generatorStartSeconds ?? electrical?.generator?.startSeconds;
    if (startSeconds !== undefined) failure.generatorStartSeconds = startSeconds;
    if (now < failure.startSeconds || now >= failure.endSeconds) continue;
    gridLost = true;
    generatorReady = startSeconds !== undefined && now >= failure.startSeconds + startSeconds;
  }
  power.breakers.armed = ofPower || electrical?.breakerClass !== undefined ? 1 : 0;
  const source = sourceOf(electrical, power.backup, gridLost, generatorReady);
  const nothingOut = !ofPower && !hasTripped(power.breakers) && servers.supply.darkRacks === 0;
  if (source === 'grid' && power.backup.source === 'grid' && nothingOut && !power.anyOut) return;
  noteRunOut(failures.running, source, gridLost, power.backup.fuelJ);
  setOutages(engine, now);
  const restart = electrical?.itRestartSeconds ?? DEFAULT_RESTART_SECONDS;
  feedRacks(power, source, servers, now, restart);
}

function isOfPower({ event }: RunningFailure): boolean {
  return event.kind === 'power-loss' || event.kind === 'feed-loss' || event.kind === 'breaker-trip';
}

/** What failures have opened, and what overload has. */
function setOutages({ failures, power }: Engine, now: number): void {
  const { outages, structure } = power;
  clearOutages(outages);
  for (const failure of failures.running) {
    if (isOn(failure, now)) open(outages, failure.event, structure.rackIds);
  }
  addOutages(outages, power.breakers);
  power.anyOut = [outages.side, outages.ups, outages.pdu, outages.rackFeed].some((out) => out.includes(1));
}

function open(outages: Outages, event: RunningFailure['event'], rackIds: readonly string[]): void {
  if (event.kind === 'feed-loss') outages.side[event.side === 'A' ? 0 : 1] = 1;
  if (event.kind !== 'breaker-trip') return;
  const s = event.side === 'A' ? 0 : 1;
  if (event.element === 'ups') outages.ups[s] = 1;
  else if (event.element === 'pdu') set(outages.pdu, 2 * (Number(event.id) - 1) + s);
  else set(outages.rackFeed, 2 * rackIds.indexOf(event.id) + s);
}

/** After an edit an event may name what is no longer there. */
function set(flags: Uint8Array, n: number): void {
  if (n >= 0 && n < flags.length) flags[n] = 1;
}

/** What has run out stays so until the grid is back; fans and pumps that hung on it stop. */
function noteRunOut(running: RunningFailure[], source: PowerSource, gridLost: boolean, fuelJ: number): void {
  if (!gridLost) return;
  for (const failure of running) {
    if (failure.event.kind !== 'power-loss') continue;
    if (source === 'dark') failure.batteryOut = true;
    if (fuelJ <= 0) failure.generatorOut = true;
  }
}
