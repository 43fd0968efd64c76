import type { SupplyPoint } from '../../frame/lesson';
import type { Site } from '../../site/schema/site';
import { createEngine, editSite, runSteady } from '../engine';
import { createServers } from '../servers/servers';
import { stepServers } from '../servers/step';
import type { Engine, EngineOptions } from '../state';

/** How far below the supply air its chilled water is kept, K (assumption). */
const WATER_APPROACH_KELVIN = 8;

/**
 * The site with all cooling units held at this supply temperature. A plant that makes its own chilled water follows: its
 * water stays a fixed approach below the air.
 */
export function atSupply(site: Site, supplyCelsius: number): Site {
  const coolingUnits = site.coolingUnits.map((unit) => ({
    ...unit,
    control: { mode: 'supply' as const, setpointCelsius: supplyCelsius },
  }));
  if (site.plant?.kind !== 'chilled-water') return { ...site, coolingUnits };
  const plant = { ...site.plant, supplyCelsius: supplyCelsius - WATER_APPROACH_KELVIN };
  return { ...site, coolingUnits, plant };
}

/** The site with its demand held at this share of peak throughput, so that only the supply temperature moves. */
export function atDemand(site: Site, level: number): Site {
  if (site.workload === undefined) return site;
  return { ...site, workload: { ...site.workload, demand: { kind: 'constant', level } } };
}

/** Power of the server fans as the measured curves hold them: at 22 °C inlet and this demand, W. */
function fansOfCurveW(site: Site, demand: Float64Array): number {
  const servers = createServers({ ...site, serverOperation: undefined });
  servers.serverDemandShare.set(demand);
  const inlets = new Float64Array(servers.powerW.length).fill(22);
  for (let n = 0; n < 60; n++) stepServers(servers, inlets, Infinity);
  return servers.totals.serverFansW;
}

/** Settles the site at each supply temperature in turn, and tells what every part draws there. */
export function* sweepSupply(
  site: Site,
  supplyCelsius: readonly number[],
  options: EngineOptions,
): Generator<SupplyPoint, void, void> {
  let engine: Engine | null = null;
  for (const celsius of supplyCelsius) {
    const next = atSupply(site, celsius);
    if (engine === null) engine = createEngine(next, options);
    else editSite(engine, next);
    const { converged } = runSteady(engine);
    yield pointOf(engine, celsius, converged);
  }
  engine?.room.kernels.release();
}

function pointOf(engine: Engine, supplyCelsius: number, converged: boolean): SupplyPoint {
  const { measures, servers, power } = engine;
  const overheadW = servers.serverOverheadW.reduce((sum, watts) => sum + watts, 0);
  const { serverFansW } = servers.totals;
  const fansW = Number.isNaN(serverFansW) ? 0 : serverFansW;
  // What a server draws beyond its curve is faster fans and warmer chips; the fans are known.
  const leaks = engine.site.serverOperation?.leakage === true && !Number.isNaN(serverFansW);
  // Servers that are slowed down draw by another curve: there leakage cannot be told apart.
  const told = leaks && servers.totals.throttledServers === 0;
  const leakageW = told
    ? overheadW - (fansW - fansOfCurveW(engine.site, servers.serverDemandShare))
    : leaks
      ? Number.NaN
      : 0;
  return {
    supplyCelsius,
    facilityW: measures.facilityW,
    itW: measures.itW,
    computingW: measures.itW - fansW - (Number.isNaN(leakageW) ? 0 : leakageW),
    serverFansW: fansW,
    leakageW,
    plantW: measures.coolingW - measures.unitFansW,
    unitFansW: measures.unitFansW,
    restW: power.lossesW + power.otherW,
    pue: measures.pue,
    hottestInletCelsius: measures.inletMaxCelsius,
    hottestChipCelsius: servers.totals.chipMaxCelsius,
    throttledServers: servers.totals.throttledServers,
    workRate: measures.workRate,
    converged,
  };
}
