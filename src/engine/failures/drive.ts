import type { FailureEvent } from '../../site/scenario/events';
import { isLayoutEvent, type LayoutEvent, siteDuring } from '../../site/scenario/layout-events';
import { DEFAULT_SHUTDOWN_CELSIUS } from '../../site/scenario/scenario';
import type { Site } from '../../site/schema/site';
import { coilCapacityJK } from '../plant/coil';
import { DEFAULT_COOLING_RAMP_SECONDS, DEFAULT_RUN_DOWN_SECONDS } from '../plant/trips';
import type { Engine } from '../state';
import { drivePlant } from './drive-plant';
import type { RunningFailure } from './state';
import { isOn, lastEffectSeconds, stopsCooling, stopsFans } from './windows';

/** Heat capacity of water by volume near 15 °C, J/(m³ K): 999 kg/m³ x 4189 J/(kg K). */
const WATER_JM3K = 4.185e6;

/** Adds failures to a running engine; their times count from now. Returns their ids. */
export function injectFailures(engine: Engine, events: readonly FailureEvent[]): number[] {
  const { failures } = engine;
  engine.servers.protection.inletShutdownCelsius = DEFAULT_SHUTDOWN_CELSIUS;
  const now = engine.simulatedSeconds;
  return events.map((event) => {
    const id = failures.nextId++;
    failures.running.push({
      id,
      event,
      startSeconds: now + event.atSeconds,
      endSeconds: event.untilSeconds === undefined ? Infinity : now + event.untilSeconds,
    });
    return id;
  });
}

/** Repairs a failure now; what it stopped starts again in its own time. One that has not begun is forgotten. */
export function repairFailure(engine: Engine, id: number): void {
  const { failures } = engine;
  const failure = failures.running.find((other) => other.id === id);
  if (failure === undefined) return;
  if (failure.startSeconds >= engine.simulatedSeconds) {
    failures.running = failures.running.filter((other) => other !== failure);
  } else failure.endSeconds = Math.min(failure.endSeconds, engine.simulatedSeconds);
}

/**
 * Tells the cooling units what has failed at this moment. Returns the site that the room must become where a layout
 * event has begun or ended, else null.
 */
export function driveFailures(engine: Engine): Site | null {
  const { failures } = engine;
  if (failures.running.length === 0 && failures.appliedLayout === '') return null;
  const now = engine.simulatedSeconds;
  driveUnits(engine, now);
  drivePlant(engine, now);
  const layout = failures.running.filter((failure) => isOn(failure, now) && isLayoutEvent(failure.event));
  failures.running = failures.running.filter((failure) => now < lastEffectSeconds(failure));
  const key = layout.map(({ id }) => id).join();
  if (key === failures.appliedLayout) return null;
  failures.appliedLayout = key;
  return siteWith(failures.document, layout);
}

/** Whether anything has failed and is not yet wholly repaired. */
export function hasFailed({ failures, simulatedSeconds }: Engine): boolean {
  return failures.running.some(({ startSeconds }) => startSeconds <= simulatedSeconds);
}

/** The document as the failures of this moment change it: what an edit of the document moves the engine to. */
export function siteUnderFailures(engine: Engine, document: Site): Site {
  const now = engine.simulatedSeconds;
  const layout = engine.failures.running.filter((failure) => isOn(failure, now) && isLayoutEvent(failure.event));
  return siteWith(document, layout);
}

function siteWith(document: Site, layout: readonly RunningFailure[]): Site {
  return siteDuring(
    document,
    layout.map(({ event }) => event as LayoutEvent),
  );
}

function driveUnits(engine: Engine, now: number): void {
  const units = engine.site.coolingUnits;
  const { trips } = engine.plant;
  for (let n = 0; n < units.length; n++) {
    const unit = units[n]!;
    const concerning = engine.failures.running.filter(({ event }) => concerns(event, unit));
    const fans = concerning.find((failure) => stopsFans(failure, now));
    const followsWater = engine.plant.water !== null && unit.medium === 'chilled-water';
    const cooling = concerning.filter(
      (failure) => stopsCooling(failure, now) && !(followsWater && actsInPlant(failure.event)),
    );
    const wasCooled = trips.coolingStopped[n] === 0;
    trips.fanStopped[n] = fans === undefined ? 0 : 1;
    trips.coolingStopped[n] = cooling.length === 0 ? 0 : 1;
    if (fans !== undefined) trips.runDownSeconds[n] = runDownOf(fans.event);
    if (cooling.length === 0) continue;
    trips.coolingRampSeconds[n] = Math.max(...cooling.map(({ event }) => rampOf(event)));
    if (wasCooled) trips.storeJK[n] = coilCapacityJK(unit) + loopShareJK(cooling, n, units);
  }
}

/** What stops in the chilled-water plant itself; coils then follow its water. */
function actsInPlant(event: FailureEvent): boolean {
  return event.kind === 'power-loss' || (event.kind === 'chilled-water-loss' && event.unitIds === undefined);
}

function concerns(event: FailureEvent, unit: Site['coolingUnits'][number]): boolean {
  switch (event.kind) {
    case 'unit-trip':
    case 'fan-trip':
      return event.unitId === unit.id;
    case 'chilled-water-loss':
      return unit.medium === 'chilled-water' && (event.unitIds?.includes(unit.id) ?? true);
    case 'compressor-loss':
      return unit.medium === 'dx' && (event.unitIds?.includes(unit.id) ?? true);
    case 'power-loss':
      return true;
    default:
      return false;
  }
}

function runDownOf(event: FailureEvent): number {
  return ('runDownSeconds' in event ? event.runDownSeconds : undefined) ?? DEFAULT_RUN_DOWN_SECONDS;
}

function rampOf(event: FailureEvent): number {
  return 'rampSeconds' in event ? event.rampSeconds : DEFAULT_COOLING_RAMP_SECONDS;
}

/**
 * The circulating water is shared by the coils in proportion to their rated flow of air. A unit whose own valve is shut
 * gets none of it.
 */
function loopShareJK(cooling: readonly RunningFailure[], unit: number, units: Site['coolingUnits']): number {
  if (cooling.some(({ event }) => event.kind === 'unit-trip')) return 0;
  let share = 0;
  for (const { event } of cooling) {
    if (event.kind !== 'chilled-water-loss' && event.kind !== 'power-loss') continue;
    const circulates = event.kind === 'power-loss' ? event.upsPumps : event.pumps === 'running';
    if (!circulates || units[unit]!.medium !== 'chilled-water') continue;
    let flow = 0;
    for (const other of units) {
      if (other.medium === 'chilled-water' && concerns(event, other)) flow += other.fan.ratedAirflowM3s;
    }
    const own = flow > 0 ? units[unit]!.fan.ratedAirflowM3s / flow : 0;
    share = Math.max(share, event.loopVolumeM3 * WATER_JM3K * own);
  }
  return share;
}
