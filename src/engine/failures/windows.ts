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

/** Whether the event itself lasts at this moment; what it set off may last longer. */
export function isOn(failure: RunningFailure, now: number): boolean {
  return within(now, failure.startSeconds, failure.endSeconds);
}

/** Time after which nothing of the failure is left to be driven, s on the engine's clock. */
export function lastEffectSeconds(failure: RunningFailure): number {
  const { event, endSeconds } = failure;
  if (event.kind !== 'power-loss') return endSeconds;
  return endSeconds + Math.max(event.fanDelaySeconds, event.coolingDelaySeconds);
}
