import type { Site } from '../../site/schema/site';
import { createServerArrays, type GroupColumns, type ServerColumns, type ServerKernel } from './kernel/arrays';
import { createKernelHost, type ServerBackend } from './kernel/host';
import { setRackFrames } from './rack-frame';
import { stepSettings } from './settings';
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
  /** Servers that are slowed by heat, asleep or waking, switched off by heat, or whose leakage runs away. */
  throttledServers: number;
  asleepServers: number;
  offServers: number;
  runawayServers: number;
  /** Hottest chip of all, °C; NaN without catalogue servers. */
  chipMaxCelsius: number;
}

/** Running state of all equipment in racks: typed arrays by server and by chassis, in site order. */
export interface Servers extends ChassisThermal, ServerColumns {
  readonly structure: ServerStructure;
  /** By chassis, as the kernel reads and writes them; some of these arrays have names of their own below. */
  readonly groups: GroupColumns;
  readonly kernel: ServerKernel;
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
  /** What protects the servers; a failure run sets it. */
  readonly protection: {
    /** Inlet temperature at which servers switch themselves off, °C; infinite where they are not asked to. */
    inletShutdownCelsius: number;
  };
  /** Which racks the electrical chain feeds; it says so before each step. Without it nothing in them runs. */
  readonly supply: {
    /** 1 where it does. */
    readonly rackPowered: Uint8Array;
    darkRacks: number;
    restartingServers: number;
  };
  /** 1 for a server that starts after it was off and does not compute yet. */
  readonly restarting: Uint8Array;
  /** Work that no server that is on had room for, `structure.workUnit` a second: asked for and not done. */
  readonly unplaced: { rate: number };
}

/** `backend`: 'wasm' does the same in compiled code where the machine can, to the byte. */
export function createServers(site: Site, backend: ServerBackend = 'reference'): Servers {
  const structure = readStructure(site);
  const chassisCount = structure.chassisIds.length;
  const serverCount = structure.serverCapacity.length;
  const perChassis = (value = 0) => new Float64Array(chassisCount).fill(value);
  const host = createKernelHost(backend, structure.models, structure.governor, serverCount, chassisCount);
  const arrays = createServerArrays(host.arena, serverCount, chassisCount);
  const settings = stepSettings(site, structure);
  const servers: Servers = {
    ...arrays,
    structure,
    groups: arrays,
    kernel: host.kernel(arrays, settings),
    powerW: arrays.groupPowerW,
    fanPowerW: arrays.groupFanPowerW.fill(Number.NaN),
    airHeatW: perChassis(),
    liquidHeatW: perChassis(),
    airflowM3s: arrays.groupAirflowM3s,
    utilisation: perChassis(Number.NaN),
    demandRate: perChassis(),
    workRate: perChassis(),
    fanSensorCelsius: arrays.groupSensorCelsius.fill(Number.NaN),
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
    protection: { inletShutdownCelsius: Number.POSITIVE_INFINITY },
    supply: {
      rackPowered: new Uint8Array(structure.rackIds.length).fill(1),
      darkRacks: 0,
      restartingServers: 0,
    },
    restarting: new Uint8Array(serverCount),
    unplaced: { rate: 0 },
  };
  arrays.groupFirst.set(structure.chassisServerStart.subarray(0, chassisCount));
  arrays.groupEnd.set(structure.chassisServerStart.subarray(1));
  arrays.groupModel.set(structure.chassisModel);
  arrays.groupChipMaxCelsius.fill(Number.NaN);
  setContents(servers, site, settings.fansByChip);
  setRackFrames(servers, site);
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
    throttledServers: 0,
    asleepServers: 0,
    offServers: 0,
    runawayServers: 0,
    chipMaxCelsius: Number.NaN,
  };
}

/** Masses, heat sinks, limits and pinned demand of what stands in the racks. */
function setContents(servers: Servers, site: Site, chipsStoreHeat: boolean): void {
  const { structure, groups } = servers;
  const contents = site.racks.flatMap((rack) => rack.contents);
  contents.forEach((content, chassis) => {
    const model = structure.models[structure.chassisModel[chassis]!];
    if (content.kind === 'chassis') {
      servers.massCapacityJK[chassis] = content.heatCapacityJK;
      servers.effectiveness[chassis] = content.heatExchangeEffectiveness;
      return;
    }
    if (structure.chassisModel[chassis] === DIRECT || !model) return;
    const first = structure.chassisServerStart[chassis]!;
    const end = structure.chassisServerStart[chassis + 1]!;
    // Chips that store heat by themselves are no longer a part of the mass that follows the air.
    const chipJK = chipsStoreHeat && !model.chip.liquid ? Math.min(model.chip.heatCapacityJK, model.heatCapacityJK) : 0;
    servers.massCapacityJK[chassis] = (model.heatCapacityJK - chipJK) * content.count;
    servers.effectiveness[chassis] = model.effectiveness;
    servers.lambda[chassis] = model.lambda;
    groups.groupCoolantCelsius[chassis] = model.chip.coolantCelsius;
    groups.groupHeatSink[chassis] = content.heatSinkResistance ?? site.serverOperation?.heatSinkResistance ?? 1;
    servers.frequencyCapShare.fill(content.frequencyCap ?? 1, first, end);
    servers.powerCapW.fill(content.powerCapW ?? Number.POSITIVE_INFINITY, first, end);
    const pinned = structure.pinnedUtilisation[chassis]!;
    if (!Number.isNaN(pinned)) servers.serverDemandShare.fill(pinned, first, end);
  });
}
