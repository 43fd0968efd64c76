import { ashraeLimits } from '../../site/ashrae';
import { racksOfZone, unitsOfZone } from '../../site/control-zones';
import type { ChilledWaterReset, ControlZone } from '../../site/schema/control';
import type { Site } from '../../site/schema/site';
import type { ResetLaw } from './reset';

/** What the site says about the control of its cooling. Never changes. */
export interface ControlStructure {
  readonly zones: readonly ZoneStructure[];
  readonly chilledWater: ChilledWaterReset | undefined;
  readonly chilledWaterLaw: ResetLaw | null;
  /** Index of the zone of each unit; -1 for one that controls itself. */
  readonly unitZone: Int32Array;
  readonly unitIds: readonly string[];
  readonly rackIds: readonly string[];
  /** Speed of each unit as the site sets it, share of full speed. */
  readonly unitSpeed: Float64Array;
  /** 1 where the unit holds its supply air, so that a zone may set its setpoint. */
  readonly unitHoldsSupply: Uint8Array;
}

export interface ZoneStructure {
  readonly spec: ControlZone;
  /** Indices into the units and racks of the site. */
  readonly units: Int32Array;
  readonly racks: Int32Array;
  /** Weight of the requests of each rack of the zone. */
  readonly multipliers: Float64Array;
  readonly supplyLaw: ResetLaw | null;
  /** Above this inlet a rack asks for colder air, °C; NaN without a reset. */
  readonly requestAboveCelsius: number;
  /** Index of the containment whose pressure is held; -1 for none. True: more air raises its pressure. */
  readonly containment: number;
  readonly moreAirRaises: boolean;
}

export function readControl(site: Site): ControlStructure {
  const { coolingControl } = site;
  const unitZone = new Int32Array(site.coolingUnits.length).fill(-1);
  const zones = (coolingControl?.zones ?? []).map((zone) => readZone(site, zone));
  zones.forEach(({ units }, z) => {
    for (const unit of units) if (unitZone[unit] === -1) unitZone[unit] = z;
  });
  const chilledWater = site.plant?.kind === 'chilled-water' ? coolingControl?.chilledWater : undefined;
  return {
    zones,
    chilledWater,
    chilledWaterLaw: chilledWater === undefined ? null : waterLaw(chilledWater),
    unitZone,
    unitIds: site.coolingUnits.map(({ id }) => id),
    rackIds: site.racks.map(({ id }) => id),
    unitSpeed: Float64Array.from(site.coolingUnits, ({ fan }) => fan.speed),
    unitHoldsSupply: Uint8Array.from(site.coolingUnits, ({ control }) => (control.mode === 'supply' ? 1 : 0)),
  };
}

function readZone(site: Site, spec: ControlZone): ZoneStructure {
  const racks = racksOfZone(site, spec);
  const { supply, fans } = spec;
  const weights = new Map(supply?.multipliers?.map(({ rackId, multiplier }) => [rackId, multiplier]) ?? []);
  const containment =
    fans?.by === 'aisle-pressure' ? site.containments.findIndex(({ id }) => id === fans.containmentId) : -1;
  return {
    spec,
    units: Int32Array.from(unitsOfZone(site, spec)),
    racks: Int32Array.from(racks),
    multipliers: Float64Array.from(racks, (rack) => weights.get(site.racks[rack]!.id) ?? 1),
    supplyLaw:
      supply === undefined
        ? null
        : {
            start: supply.startCelsius ?? supply.minCelsius,
            min: supply.minCelsius,
            max: supply.maxCelsius,
            trim: supply.trimKelvin,
            respond: supply.respondKelvin,
            maxRespond: supply.maxRespondKelvin,
            ignored: supply.ignoredRequests,
            stepSeconds: supply.stepSeconds,
            delaySeconds: supply.delaySeconds,
          },
    requestAboveCelsius:
      supply === undefined
        ? Number.NaN
        : (supply.requestAboveCelsius ?? ashraeLimits(site.ashraeClass).recommendedMaxCelsius),
    containment,
    moreAirRaises: containment < 0 || site.containments[containment]!.kind === 'cold-aisle',
  };
}

/** Shares of the range become kelvin. */
function waterLaw(spec: ChilledWaterReset): ResetLaw {
  const range = spec.maxCelsius - spec.minCelsius;
  return {
    start: spec.startCelsius ?? spec.minCelsius,
    min: spec.minCelsius,
    max: spec.maxCelsius,
    trim: spec.trimShare * range,
    respond: spec.respondShare * range,
    maxRespond: spec.maxRespondShare * range,
    ignored: spec.ignoredRequests,
    stepSeconds: spec.stepSeconds,
    delaySeconds: spec.delaySeconds,
  };
}
