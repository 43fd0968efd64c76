import type { Engine } from './state';

/** What a rack as a whole does: sums and flow-weighted means over its chassis. NaN where it has none that breathe. */
export interface RackSummary {
  powerW: number;
  airflowM3s: number;
  inletMinCelsius: number;
  inletMeanCelsius: number;
  inletMaxCelsius: number;
  outletMeanCelsius: number;
  /** Mean share of peak throughput delivered; NaN without servers. */
  utilisation: number;
  /** Hottest chip, °C, and power of the server fans, W; NaN without servers of the catalogue. */
  chipMaxCelsius: number;
  fanPowerW: number;
  /** Servers that heat slows down, that sleep or wake, and that heat has switched off. */
  throttled: number;
  asleep: number;
  off: number;
}

/** Fills `summary` for rack r. */
export function rackSummary(engine: Engine, r: number, summary: RackSummary): void {
  const { servers, chassisInletCelsius } = engine;
  const { rackChassisStart, chassisServerStart } = servers.structure;
  let power = 0;
  let flow = 0;
  let inlet = 0;
  let outlet = 0;
  let coldest = Number.POSITIVE_INFINITY;
  let warmest = Number.NEGATIVE_INFINITY;
  let used = 0;
  let count = 0;
  let hottest = Number.NEGATIVE_INFINITY;
  let fans = 0;
  let throttled = 0;
  let asleep = 0;
  let off = 0;
  const { groups } = servers;
  for (let c = rackChassisStart[r]!; c < rackChassisStart[r + 1]!; c++) {
    power += servers.powerW[c]!;
    const q = servers.airflowM3s[c]!;
    const celsius = chassisInletCelsius[c]!;
    flow += q;
    inlet += q * celsius;
    outlet += q * servers.outletCelsius[c]!;
    coldest = Math.min(coldest, celsius);
    warmest = Math.max(warmest, celsius);
    const n = chassisServerStart[c + 1]! - chassisServerStart[c]!;
    if (n > 0) {
      used += n * servers.utilisation[c]!;
      count += n;
      hottest = Math.max(hottest, groups.groupChipMaxCelsius[c]!);
      fans += servers.fanPowerW[c]!;
      throttled += groups.groupThrottled[c]!;
      asleep += groups.groupAsleep[c]!;
      off += groups.groupOff[c]!;
    }
  }
  const empty = rackChassisStart[r + 1] === rackChassisStart[r];
  summary.powerW = power;
  summary.airflowM3s = flow;
  summary.inletMinCelsius = empty ? Number.NaN : coldest;
  summary.inletMaxCelsius = empty ? Number.NaN : warmest;
  summary.inletMeanCelsius = flow > 0 ? inlet / flow : Number.NaN;
  summary.outletMeanCelsius = flow > 0 ? outlet / flow : Number.NaN;
  summary.utilisation = count > 0 ? used / count : Number.NaN;
  summary.chipMaxCelsius = count > 0 ? hottest : Number.NaN;
  summary.fanPowerW = count > 0 ? fans : Number.NaN;
  summary.throttled = throttled;
  summary.asleep = asleep;
  summary.off = off;
}
