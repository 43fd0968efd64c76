import { serverTypeIn } from '../../site/catalogue/catalogue';
import type { Site } from '../../site/schema/site';
import { compileModel } from './compile-model';
import type { GovernorName } from './governor';
import type { ServerModel } from './model';

/** Chassis whose equipment is given directly have no model. */
export const DIRECT = -1;

/** What the site says about its servers, in the order of its racks and their contents. Never changes. */
export interface ServerStructure {
  readonly rackIds: readonly string[];
  /** `${rack.id}/${content.id}` */
  readonly chassisIds: readonly string[];
  readonly chassisRack: Int32Array;
  /** Chassis of rack r: rackChassisStart[r] ... rackChassisStart[r + 1] - 1. */
  readonly rackChassisStart: Int32Array;
  /** Servers of chassis c: chassisServerStart[c] ... chassisServerStart[c + 1] - 1. */
  readonly chassisServerStart: Int32Array;
  readonly rackServerStart: Int32Array;
  readonly models: readonly ServerModel[];
  /** Index into `models`, or DIRECT. */
  readonly chassisModel: Int32Array;
  /** Share of peak throughput that every server of the chassis is held at; NaN: by the workload. */
  readonly pinnedUtilisation: Float64Array;
  readonly liquidFraction: Float64Array;
  /** Given power and flow of direct chassis; 0 elsewhere. */
  readonly directPowerW: Float64Array;
  readonly directAirflowM3s: Float64Array;
  /** Pinned exhaust temperature, °C; NaN: not pinned. */
  readonly pinnedOutletCelsius: Float64Array;
  /** Peak throughput that the workload may use, work units a second; 0 for pinned servers and without a workload. */
  readonly serverCapacity: Float64Array;
  /** Chassis of storage and switches that follow the load of the site: they do no work of their own. */
  readonly supportChassis: readonly number[];
  /** Servers of one pool share a unit of work. */
  readonly serverPool: Int32Array;
  readonly poolUnits: readonly string[];
  readonly poolCapacity: Float64Array;
  /** Unit of useful computing; null where there is nothing to compute or units are mixed. */
  readonly workUnit: string | null;
  readonly governor: GovernorName;
}

export function readStructure(site: Site): ServerStructure {
  const contents = site.racks.flatMap((rack, rackIndex) =>
    rack.contents.map((content) => ({ content, rackIndex, id: `${rack.id}/${content.id}` })),
  );
  const models: ServerModel[] = [];
  const modelIndex = new Map<string, number>();
  const modelOf = (typeId: string): number => {
    const known = modelIndex.get(typeId);
    if (known !== undefined) return known;
    const type = serverTypeIn(site, typeId);
    if (!type) throw new RangeError(`server type '${typeId}' is not in the catalogue`);
    modelIndex.set(typeId, models.length);
    return models.push(compileModel(type)) - 1;
  };

  const chassisServerStart = new Int32Array(contents.length + 1);
  const chassisModel = new Int32Array(contents.length).fill(DIRECT);
  const pinnedUtilisation = new Float64Array(contents.length).fill(Number.NaN);
  const liquidFraction = new Float64Array(contents.length);
  const directPowerW = new Float64Array(contents.length);
  const directAirflowM3s = new Float64Array(contents.length);
  const pinnedOutletCelsius = new Float64Array(contents.length).fill(Number.NaN);
  contents.forEach(({ content }, chassis) => {
    if (content.kind === 'servers') {
      const model = modelOf(content.type);
      chassisModel[chassis] = model;
      chassisServerStart[chassis + 1] = content.count;
      liquidFraction[chassis] = content.liquidFraction ?? models[model]!.liquidFraction;
      if (content.pinnedUtilisation !== undefined) pinnedUtilisation[chassis] = content.pinnedUtilisation;
    } else {
      liquidFraction[chassis] = content.liquidFraction;
      directPowerW[chassis] = content.powerW;
      directAirflowM3s[chassis] = content.airflowM3s;
      if (content.pinnedOutletCelsius !== undefined) pinnedOutletCelsius[chassis] = content.pinnedOutletCelsius;
    }
  });
  accumulate(chassisServerStart);

  const rackChassisStart = Int32Array.of(0, ...site.racks.map((rack) => rack.contents.length));
  accumulate(rackChassisStart);
  return {
    rackIds: site.racks.map((rack) => rack.id),
    chassisIds: contents.map(({ id }) => id),
    chassisRack: Int32Array.from(contents, ({ rackIndex }) => rackIndex),
    rackChassisStart,
    chassisServerStart,
    rackServerStart: Int32Array.from(rackChassisStart, (chassis) => chassisServerStart[chassis]!),
    models,
    chassisModel,
    pinnedUtilisation,
    liquidFraction,
    directPowerW,
    directAirflowM3s,
    pinnedOutletCelsius,
    ...readPools(site, models, chassisModel, chassisServerStart, pinnedUtilisation),
    supportChassis: [...chassisModel.keys()].filter(
      (chassis) => models[chassisModel[chassis]!]?.workUnit === null && Number.isNaN(pinnedUtilisation[chassis]!),
    ),
    governor: site.workload?.governor ?? 'performance',
  };
}

type Pools = Pick<ServerStructure, 'serverCapacity' | 'serverPool' | 'poolUnits' | 'poolCapacity' | 'workUnit'>;

function readPools(
  site: Site,
  models: readonly ServerModel[],
  chassisModel: Int32Array,
  chassisServerStart: Int32Array,
  pinnedUtilisation: Float64Array,
): Pools {
  const servers = chassisServerStart[chassisServerStart.length - 1]!;
  const serverCapacity = new Float64Array(servers);
  const serverPool = new Int32Array(servers);
  const poolUnits = [...new Set(models.flatMap(({ workUnit }) => workUnit ?? []))];
  const poolCapacity = new Float64Array(poolUnits.length);
  const computing = new Set<string>();
  for (let chassis = 0; chassis < chassisModel.length; chassis++) {
    const model = models[chassisModel[chassis]!];
    if (!model) continue;
    const pinned = !Number.isNaN(pinnedUtilisation[chassis]!);
    if (model.workUnit === null) continue;
    if (pinned || site.workload) computing.add(model.workUnit);
    const pool = poolUnits.indexOf(model.workUnit);
    const first = chassisServerStart[chassis]!;
    const end = chassisServerStart[chassis + 1]!;
    serverPool.fill(pool, first, end);
    if (pinned || !site.workload) continue;
    serverCapacity.fill(model.peakWorkPerSecond, first, end);
    poolCapacity[pool] = poolCapacity[pool]! + (end - first) * model.peakWorkPerSecond;
  }
  const [only] = computing;
  return { serverCapacity, serverPool, poolUnits, poolCapacity, workUnit: computing.size === 1 ? only! : null };
}

/** Turns counts, shifted by one, into start offsets. */
function accumulate(starts: Int32Array): void {
  for (let i = 1; i < starts.length; i++) starts[i] = starts[i]! + starts[i - 1]!;
}
