import { DEFAULT_RESTART_SECONDS, type PowerSource, sourceOf } from '../power/backup';
import { supplyServers } from '../power/step';
import type { Engine } from '../state';
import type { RunningFailure } from './state';

/**
 * Tells the electrical chain at the start of a tick whether the grid is there and the generator runs, and the IT whether
 * it is fed. Notes on each loss of the grid what backs it up: the generator of the site where the event names none, and
 * whether battery or fuel have run out.
 */
export function driveSupply(engine: Engine): void {
  const { failures, power, servers, simulatedSeconds: now } = engine;
  const { electrical } = power.structure;
  let gridLost = false;
  let generatorReady = false;
  for (const failure of failures.running) {
    if (failure.event.kind !== 'power-loss') continue;
    const startSeconds = failure.event.generatorStartSeconds ?? electrical?.generator?.startSeconds;
    if (startSeconds !== undefined) failure.generatorStartSeconds = startSeconds;
    if (now < failure.startSeconds || now >= failure.endSeconds) continue;
    gridLost = true;
    generatorReady = startSeconds !== undefined && now >= failure.startSeconds + startSeconds;
  }
  const source = sourceOf(electrical, power.backup, gridLost, generatorReady);
  if (source === 'grid' && power.backup.source === 'grid') return;
  noteRunOut(failures.running, source, gridLost, power.backup.fuelJ);
  const restart = electrical?.itRestartSeconds ?? DEFAULT_RESTART_SECONDS;
  supplyServers(power.structure, power.backup, source, servers, now, restart);
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
