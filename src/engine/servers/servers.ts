import type { Site } from '../../site/schema/site';
import { setRackFrames } from './rack-frame';
import { DIRECT, readStructure, type ServerStructure } from './structure';
import type { ChassisThermal } from './thermal';

/**
 * Share of the mass of a direct chassis that meets the air before it is heated: between the 0.01 and 0.06
 * measured by VanGilder et al. 2013 (assumption; the site format does not give it).
 */
const DIRECT_LAMBDA = 0.03;

/** Sums over the site at the last step. */
export interface ServerTotals {
  /** Wall power of all equipment in racks, server fans included, W. */
  itW: number;
  /** The part of `itW` that server fans draw, W; NaN where no chassis has fans that are known. */
  serverFansW: number;
  /** Heat given to the air and to the mass in it, W. */
  airHeatW: number;
  /** Heat that leaves by liquid, W. */
  liquidHeatW: number;
  /** Rate at which heat goes into the mass of the equipment, W. */
  storedHeatW: number;
  /** Heat that nothing carries away, W. */
  unremovedHeatW: number;
  /** Useful computing asked for and delivered, `structure.workUnit` a second; NaN without one unit. */
  demandRate: number;
  workRate: number;
  /** The same since the start of the run, `structure.workUnit`: the difference is demand that was not served. */
  demandedWork: number;
  deliveredWork: number;
}

/** Whether the electrical chain feeds the equipment. */
export interface ServerSupply {
  /** False: no power, nothing runs. */
  powered: boolean;
  /** False: powered, but not yet computing after a restart. */
  serving: boolean;
}

/** Running state of all equipment in racks: typed arrays by server and by chassis, in site order. */
export interface Servers extends ChassisThermal {
  readonly structure: ServerStructure;
  /** Written by the electrical chain before each step. */
  readonly supply: ServerSupply;
  /** Most that each server may draw, W; Infinity without a cap. Written by power capping before each step. */
  readonly powerCapW: Float64Array;
  /** Share of peak throughput asked of each server, 0-1: the dispatcher writes it before each step. */
  readonly serverDemandShare: Float64Array;
  /** Share of peak throughput that each server delivers, 0-1. */
  readonly serverUtilisation: Float64Array;
  /** Frequency over the highest one. */
  readonly serverFrequencyShare: Float64Array;
  readonly serverPowerW: Float64Array;
  /** Wall power of each chassis, W. */
  readonly powerW: Float64Array;
  /** Its server fans, W; NaN for direct chassis, whose fans are not known. */
  readonly fanPowerW: Float64Array;
  readonly liquidHeatW: Float64Array;
  /** Mean share of peak throughput delivered, 0-1; NaN for direct chassis. */
  readonly utilisation: Float64Array;
  /** Work units a second, in the unit of the pool of the chassis; 0 for direct chassis. */
  readonly demandRate: Float64Array;
  readonly workRate: Float64Array;
  /** Inlet temperature as the fan controllers see it, °C; NaN before the first step. */
  readonly fanSensorCelsius: Float64Array;
  readonly totals: ServerTotals;
}

export function createServers(site: Site): Servers {
  const structure = readStructure(site);
  const chassisCount = structure.chassisIds.length;
  const serverCount = structure.serverCapacity.length;
  const perChassis = (value = 0) => new Float64Array(chassisCount).fill(value);
  const perServer = () => new Float64Array(serverCount);
  const servers: Servers = {
    structure,
    supply: { powered: true, serving: true },
    powerCapW: perServer().fill(Number.POSITIVE_INFINITY),
    serverDemandShare: perServer(),
    serverUtilisation: perServer(),
    serverFrequencyShare: perServer(),
    serverPowerW: perServer(),
    powerW: perChassis(),
    fanPowerW: perChassis(Number.NaN),
    airHeatW: perChassis(),
    liquidHeatW: perChassis(),
    airflowM3s: perChassis(),
    utilisation: perChassis(Number.NaN),
    demandRate: perChassis(),
    workRate: perChassis(),
    fanSensorCelsius: perChassis(Number.NaN),
    massCapacityJK: perChassis(),
    effectiveness: perChassis(),
    lambda: perChassis(DIRECT_LAMBDA),
    massCelsius: perChassis(Number.NaN),
    frameCapacityJK: perChassis(),
    frameConductanceWK: perChassis(),
    frameCelsius: perChassis(Number.NaN),
    outletCelsius: perChassis(Number.NaN),
    storedHeatW: perChassis(),
    unremovedHeatW: perChassis(),
    totals: emptyTotals(),
  };
  setThermalMass(servers, site);
  setRackFrames(servers, site);
  for (let chassis = 0; chassis < chassisCount; chassis++) {
    const pinned = structure.pinnedUtilisation[chassis]!;
    if (Number.isNaN(pinned)) continue;
    servers.serverDemandShare.fill(
      pinned,
      structure.chassisServerStart[chassis],
      structure.chassisServerStart[chassis + 1],
    );
  }
  return servers;
}

function emptyTotals(): ServerTotals {
  return {
    itW: 0,
    serverFansW: Number.NaN,
    airHeatW: 0,
    liquidHeatW: 0,
    storedHeatW: 0,
    unremovedHeatW: 0,
    demandRate: 0,
    workRate: 0,
    demandedWork: 0,
    deliveredWork: 0,
  };
}

function setThermalMass(servers: Servers, site: Site): void {
  const { structure } = servers;
  const contents = site.racks.flatMap((rack) => rack.contents);
  contents.forEach((content, chassis) => {
    const model = structure.models[structure.chassisModel[chassis]!];
    if (content.kind === 'chassis') {
      servers.massCapacityJK[chassis] = content.heatCapacityJK;
      servers.effectiveness[chassis] = content.heatExchangeEffectiveness;
    } else if (structure.chassisModel[chassis] !== DIRECT && model) {
      servers.massCapacityJK[chassis] = model.heatCapacityJK * content.count;
      servers.effectiveness[chassis] = model.effectiveness;
      servers.lambda[chassis] = model.lambda;
    }
  });
}
