import type { FailureEvent } from '../../site/scenario/events';
import type { RunningFailure } from './state';

/** Time at which power is back, s on the engine's clock: the grid's repair or a generator, whichever comes first. */
function powerBack(failure: RunningFailure, event: Extract<FailureEvent, { kind: 'power-loss' }>): number {
  const startSeconds = event.generatorStartSeconds ?? failure.generatorStartSeconds;
  const generator =
    startSeconds === undefined || failure.generatorOut === true ? Infinity : failure.startSeconds + startSeconds;
  return Math.min(failure.endSeconds, generator);
}

const within = (now: number, from: number, to: number): boolean => now >= from && now < to;

/** Whether the failure takes the drive of fans at this moment. */
export function stopsFans(failure: RunningFailure, now: number): boolean {
  const { event, startSeconds, endSeconds } = failure;
  switch (event.kind) {
    case 'fan-trip':
      return within(now, startSeconds, endSeconds);
    case 'unit-trip':
      return event.stops === 'unit' && within(now, startSeconds, endSeconds);
    case 'power-loss':
      return (
        (!event.upsFans || failure.batteryOut === true) &&
        within(now, startSeconds, powerBack(failure, event) + event.fanDelaySeconds)
      );
    default:
      return false;
  }
}

/** Whether the failure leaves coils without cooling at this moment. */
export function stopsCooling(failure: RunningFailure, now: number): boolean {
  const { event, startSeconds, endSeconds } = failure;
  switch (event.kind) {
    case 'unit-trip':
    case 'chilled-water-loss':
    case 'compressor-loss':
      return within(now, startSeconds, endSeconds);
    case 'power-loss':
      return within(now, startSeconds, powerBack(failure, event) + event.coolingDelaySeconds);
    default:
      return false;
  }
}

/** Whether the failure keeps the chillers of a computed plant from running at this moment. */
export function stopsChillers(failure: RunningFailure, now: number): boolean {
  const { event, startSeconds, endSeconds } = failure;
  switch (event.kind) {
    case 'chiller-trip':
      return within(now, startSeconds, endSeconds + event.restartSeconds);
    case 'chilled-water-loss':
      return event.unitIds === undefined && within(now, startSeconds, endSeconds);
    case 'power-loss':
      return within(now, startSeconds, powerBack(failure, event) + event.coolingDelaySeconds);
    default:
      return false;
  }
}

/** Whether the failure takes the drive of all pumps of a water circuit at this moment, pump trips apart. */
export function stopsPumps(
  failure: RunningFailure,
  circuit: 'chilled' | 'condenser' | 'facility',
  now: number,
): boolean {
  const { event, startSeconds, endSeconds } = failure;
  if (event.kind === 'chilled-water-loss') {
    const stopped = circuit === 'chilled' && event.pumps === 'stopped' && event.unitIds === undefined;
    return stopped && within(now, startSeconds, endSeconds);
  }
  if (event.kind !== 'power-loss') return false;
  const fed = circuit !== 'condenser' && event.upsPumps && failure.batteryOut !== true;
  return !fed && within(now, startSeconds, powerBack(failure, event) + event.fanDelaySeconds);
}

/** Whether the failure takes the drive of the coolant pumps of the CDUs: the UPS feeds them unless the event says otherwise. */
export function stopsCduPumps(failure: RunningFailure, now: number): boolean {
  const { event, startSeconds } = failure;
  if (event.kind !== 'power-loss') return false;
  const fed = (event.upsCduPumps ?? true) && failure.batteryOut !== true;
  return !fed && within(now, startSeconds, powerBack(failure, event) + event.fanDelaySeconds);
}

/** Whether the failure stops the fans of towers and dry coolers at this moment, their own faults apart. */
export function stopsRejection(failure: RunningFailure, now: number): boolean {
  const { event, startSeconds } = failure;
  return event.kind === 'power-loss' && within(now, startSeconds, powerBack(failure, event) + event.fanDelaySeconds);
}

/** Whether the event itself lasts at this moment; what it set off may last longer. */
export function isOn(failure: RunningFailure, now: number): boolean {
  return within(now, failure.startSeconds, failure.endSeconds);
}

/** Time after which nothing of the failure is left to be driven, s on the engine's clock. */
export function lastEffectSeconds(failure: RunningFailure): number {
  const { event, endSeconds } = failure;
  if (event.kind === 'chiller-trip') return endSeconds + event.restartSeconds;
  if (event.kind !== 'power-loss') return endSeconds;
  return endSeconds + Math.max(event.fanDelaySeconds, event.coolingDelaySeconds);
}
