import type { Servers } from './servers';

/** Sums over the site after a step; work is summed over time where the step has a length. */
export function sumTotals(servers: Servers, dtSeconds: number): void {
  const { totals, structure, groups } = servers;
  const oneUnit = structure.workUnit !== null;
  totals.itW = sum(servers.powerW);
  totals.serverFansW = sumKnown(servers.fanPowerW);
  totals.airHeatW = sum(servers.airHeatW);
  totals.liquidHeatW = sum(servers.liquidHeatW);
  totals.storedHeatW = sum(servers.storedHeatW);
  totals.unremovedHeatW = sum(servers.unremovedHeatW);
  totals.demandRate = oneUnit ? sum(servers.demandRate) + servers.unplaced.rate : Number.NaN;
  totals.workRate = oneUnit ? sum(servers.workRate) : Number.NaN;
  totals.throttledServers = sum(groups.groupThrottled);
  totals.asleepServers = sum(groups.groupAsleep);
  totals.offServers = sum(groups.groupOff);
  totals.runawayServers = sum(groups.groupRunaway);
  totals.chipMaxCelsius = largest(groups.groupChipMaxCelsius);
  if (dtSeconds !== Infinity) {
    totals.demandedWork += totals.demandRate * dtSeconds;
    totals.deliveredWork += totals.workRate * dtSeconds;
  }
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

/** Sum of the numbers that are known; NaN where none is. */
function sumKnown(values: Float64Array): number {
  let total = Number.NaN;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isNaN(values[i]!)) total = (Number.isNaN(total) ? 0 : total) + values[i]!;
  }
  return total;
}

/** Largest of the numbers that are known; NaN where none is. */
function largest(values: Float64Array): number {
  let most = Number.NaN;
  for (let i = 0; i < values.length; i++)
    if (!(values[i]! <= most)) most = Number.isNaN(values[i]!) ? most : values[i]!;
  return most;
}
