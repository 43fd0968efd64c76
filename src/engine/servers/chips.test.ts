import { describe, expect, it } from 'vitest';
import { serverType } from '../../site/catalogue/catalogue';
import type { ServerType } from '../../site/catalogue/server-type';
import { POWER_STATE } from './kernel/arrays';
import { runServers, serversOf } from './testing';

const x3550 = serverType('ibm-x3550-m3')!;

/** A type with a chip of its own. */
function withChip(chip: Partial<NonNullable<ServerType['chip']>>, more: Partial<ServerType> = {}): ServerType {
  return {
    ...x3550,
    ...more,
    id: 'own',
    chip: {
      cooling: 'air',
      targetCelsius: 75,
      throttleCelsius: 90,
      shutdownCelsius: 100,
      fixedResistanceShare: 0.3,
      heatCapacityJK: 125,
      leakageShare: 0.15,
      leakagePerKelvin: 0.015,
      ...chip,
    },
  };
}

describe('chip temperature', () => {
  it('at full load and 22 °C is the 75 °C that the fans hold, at any inlet up to where they run full', () => {
    for (const inlet of [18, 22, 27, 32]) {
      const servers = serversOf({});
      runServers(servers, inlet, Infinity);
      expect(servers.serverChipCelsius[0]).toBeCloseTo(75, 1);
    }
    const hot = serversOf({});
    runServers(hot, 42, Infinity);
    expect(hot.serverFanSpeed[0]).toBe(1);
    expect(hot.serverChipCelsius[0]).toBeGreaterThan(78);
  });

  it('follows C dT/dt = P - (T - T_in)/R: after a step of load, 63.2 % of the way in R C (1 %)', () => {
    // A floor of 90 % keeps the fans still.
    const own = {
      ...withChip({ targetCelsius: 110, throttleCelsius: 150, shutdownCelsius: 160 }),
      fan: { ...x3550.fan, minSpeed: 0.9 },
    };
    const servers = serversOf({ type: 'own', own: [own], demand: 0, operation: { leakage: false } });
    const rest = serversOf({ type: 'own', own: [own], demand: 1, operation: { leakage: false } });
    runServers(servers, 22, 200);
    runServers(rest, 22, Infinity);
    const from = servers.serverChipCelsius[0]!;
    const to = rest.serverChipCelsius[0]!;
    expect(rest.serverFanSpeed[0]).toBe(0.9);
    const resistanceKW = (to - 22) / rest.serverPowerW[0]!;
    servers.serverDemandShare.fill(1);
    runServers(servers, 22, resistanceKW * 125, 0.01);
    // The fans of the steady machine draw no more than those of the other: both stand at 90 %.
    expect((servers.serverChipCelsius[0]! - from) / (to - from)).toBeCloseTo(1 - Math.exp(-1), 2);
  });

  it('what chips store is heat that the air does not get, and gets back', () => {
    const servers = serversOf({ demand: 0, operation: {} });
    runServers(servers, 22, 300);
    servers.serverDemandShare.fill(1);
    let storedJ = 0;
    const before = servers.serverChipCelsius[0]!;
    for (let t = 0; t < 600; t++) {
      runServers(servers, 22, 1);
      storedJ += servers.groups.groupChipStoredW[0]!;
      expect(servers.airHeatW[0]! + servers.groups.groupChipStoredW[0]!).toBeCloseTo(servers.powerW[0]!, 6);
    }
    const capacity = servers.structure.models[0]!.chip.heatCapacityJK;
    expect(storedJ / (4 * capacity * (servers.serverChipCelsius[0]! - before))).toBeCloseTo(1, 6);
  });

  it('of a liquid-cooled chip depends on the coolant, not on the inlet', () => {
    const at = (inlet: number, coolant: number) => {
      const servers = serversOf({ type: 'gpu-rack-gb200-flop', count: 1 });
      servers.groups.groupCoolantCelsius.fill(coolant);
      runServers(servers, inlet, Infinity);
      return servers.serverChipCelsius[0]!;
    };
    expect(at(22, 40)).toBeCloseTo(75, 6);
    expect(at(30, 40)).toBeCloseTo(75, 6);
    expect(at(22, 45)).toBeCloseTo(80, 6);
  });
});

describe('fans held on the chip', () => {
  it('come to rest within 3 min of a step of load, at the speed of the law, without overshoot beyond 0.05 or hunting', () => {
    for (const [from, to] of [
      [0.2, 1],
      [1, 0.5],
      [0.6, 0.8],
    ] as const) {
      const servers = serversOf({ demand: from, operation: { leakage: false } });
      runServers(servers, 27, 400);
      servers.serverDemandShare.fill(to);
      const law = serversOf({ demand: to });
      runServers(law, 27, Infinity);
      const speeds: number[] = [];
      for (let t = 0; t < 400; t++) {
        runServers(servers, 27, 1);
        speeds.push(servers.serverFanSpeed[0]!);
      }
      const rest = law.serverFanSpeed[0]!;
      expect(Math.abs(speeds[180]! - rest)).toBeLessThan(0.01);
      expect(Math.max(...speeds)).toBeLessThan(Math.max(rest, speeds[0]!) + 0.05);
      for (let t = 1; t < 400; t++) expect(Math.abs(speeds[t]! - speeds[t - 1]!)).toBeLessThanOrEqual(0.1 + 1e-12);
      const turns = speeds.filter(
        (speed, t) => t > 1 && (speed - speeds[t - 1]!) * (speeds[t - 1]! - speeds[t - 2]!) < -1e-12,
      );
      expect(turns.length).toBeLessThanOrEqual(3);
    }
  });

  it('zoned fans draw less than common ones for the same chip: 49 % of their power where the cool zone needs 0.6', () => {
    const at = (fanZones: 'common' | 'zoned') => {
      const servers = serversOf({ demand: 1, operation: { fanZones, leakage: false } });
      runServers(servers, 30, Infinity);
      return servers;
    };
    const [common, zoned] = [at('common'), at('zoned')];
    expect(zoned.serverChipCelsius[0]).toBeCloseTo(common.serverChipCelsius[0]!, 9);
    expect(zoned.fanPowerW[0]! / common.fanPowerW[0]!).toBeCloseTo(0.6 + 0.4 * 0.6 ** 3, 9);
    expect(zoned.airflowM3s[0]! / common.airflowM3s[0]!).toBeCloseTo(0.6 + 0.4 * 0.6, 9);
  });

  it('a heat sink of 0.8 the resistance slows the fans and saves power at 27 °C', () => {
    const at = (heatSinkResistance: number) => {
      const servers = serversOf({ operation: { heatSinkResistance } });
      runServers(servers, 27, Infinity);
      return servers;
    };
    const [built, improved] = [at(1), at(0.8)];
    expect(improved.serverFanSpeed[0]!).toBeLessThan(built.serverFanSpeed[0]! * 0.75);
    expect(built.powerW[0]! - improved.powerW[0]!).toBeGreaterThan(4 * 8);
  });
});

describe('leakage', () => {
  it('leaves the measured curve alone at 22 °C (0.01 W) and adds P0 exp(kappa (T - T0)) elsewhere', () => {
    [0, 0.3, 0.7, 1].forEach((demand) => {
      const [without, leaking] = [false, true].map((leakage) => {
        const servers = serversOf({ demand, operation: { leakage } });
        runServers(servers, 22, Infinity);
        return servers.serverPowerW[0]!;
      });
      expect(Math.abs(leaking! - without!)).toBeLessThan(0.01);
    });
    // At idle the fans stand at their lowest: chip and leakage rise with the inlet.
    const [cool, warm] = [22, 32].map((inlet) => {
      const servers = serversOf({ demand: 0, operation: {} });
      runServers(servers, inlet, Infinity);
      return servers;
    });
    const at = (celsius: number) => 0.15 * 222 * Math.exp(0.015 * (celsius - 75));
    const expected = at(warm!.serverChipCelsius[0]!) - at(cool!.serverChipCelsius[0]!);
    expect(expected).toBeGreaterThan(2);
    expect(warm!.serverPowerW[0]! - cool!.serverPowerW[0]!).toBeCloseTo(expected, 1);
  });

  it('that grows faster than heat leaves is found, throttled and ends in a shutdown: R dP/dT >= 1', () => {
    const own = withChip({ leakageShare: 0.5, leakagePerKelvin: 0.05 });
    const servers = serversOf({ type: 'own', own: [own], operation: {} });
    runServers(servers, 25, 2);
    expect(servers.totals.runawayServers).toBe(4);
    runServers(servers, 25, 600);
    expect(servers.totals.runawayServers + servers.totals.offServers).toBe(4);
    const tame = serversOf({ operation: {} });
    runServers(tame, 25, 60);
    expect(tame.totals.runawayServers).toBe(0);
  });
});

describe('throttling and shutdown', () => {
  it('a chip over its limit takes P-states away, gives them back 5 K below, and counts the work not done', () => {
    const servers = serversOf({});
    runServers(servers, 22, 60);
    expect(servers.totals.throttledServers).toBe(0);
    runServers(servers, 56, 600);
    expect(servers.totals.throttledServers).toBe(4);
    expect(servers.serverUtilisation[0]!).toBeLessThan(0.95);
    expect(servers.serverChipCelsius[0]!).toBeLessThan(95);
    runServers(servers, 22, 600);
    expect(servers.totals.throttledServers).toBe(0);
    expect(servers.serverUtilisation[0]).toBe(1);
    expect(servers.totals.demandedWork).toBeGreaterThan(servers.totals.deliveredWork);
  });

  it('a steady state is throttled as far as needed and never switches off', () => {
    const servers = serversOf({});
    runServers(servers, 60, Infinity);
    expect(servers.totals.throttledServers).toBe(4);
    expect(servers.totals.offServers).toBe(0);
    expect(servers.serverChipCelsius[0]!).toBeLessThanOrEqual(90);
  });

  it('a chip at its shutdown limit switches the server off: standby power, no work, until restarted', () => {
    const servers = serversOf({});
    runServers(servers, 22, 10);
    runServers(servers, 99, 600);
    expect(servers.totals.offServers).toBe(4);
    runServers(servers, 20, 600);
    expect(servers.serverState[0]).toBe(POWER_STATE.off);
    expect(servers.powerW[0]).toBeCloseTo(4 * 5, 9);
    expect(servers.totals.workRate).toBe(0);
  });

  it('the protection of a failure run switches off at the inlet that it names', () => {
    const servers = serversOf({ demand: 0.2 });
    servers.protection.inletShutdownCelsius = 43;
    runServers(servers, 42.9, 5);
    expect(servers.totals.offServers).toBe(0);
    runServers(servers, 43, 1);
    expect(servers.totals.offServers).toBe(4);
  });
});
