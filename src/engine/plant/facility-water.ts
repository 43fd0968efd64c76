import { type FacilityWater as FacilitySpec, WATER_CLASSES } from '../../site/schema/plant';
import { WATER_HEAT_CAPACITY } from '../../units/water';
import { DEFAULT_LOOP_SECONDS } from './chilled-water';
import { pumpPowerW } from './pump';
import { drivenShare, followPumps } from './pump-trip';
import {
  coldestForHeat,
  createRejection,
  createRejectionPoint,
  FROST_CELSIUS,
  type OutdoorAir,
  type RejectionModel,
  rejectHeat,
} from './rejection';
import { carryOverFaults, createFacilityFaults, type FacilityFaults } from './water-faults';

/** Least share of design flow while anything is cooled (assumption). */
const LEAST_FLOW_SHARE = 0.2;
const LONGEST_TURN = 0.25;

/** Coolant whose volume is not given: this long at design flow, and the share of it in and about the cold plates (assumptions). */
const COOLANT_SECONDS = 30;
const PLATE_SHARE = 0.2;

interface FacilityStructure {
  readonly spec: FacilitySpec;
  readonly supplyCelsius: number;
  readonly classCelsius: number;
  readonly designM3s: number;
  readonly loopJK: number;
  /** Heat capacity of the coolant in cold plates and hoses, and of all of it, J/K. */
  readonly plateJK: number;
  readonly coolantJK: number;
  /** Capacity rate of the coolant at design, W/K: as much as of the facility water (assumption). */
  readonly coolantWK: number;
  /** Heat of the CDUs' exchangers for each kelvin between coolant and facility water at design, W/K. */
  readonly exchangerWK: number;
  /** Null where the heat goes to the chilled-water plant. */
  readonly rejection: RejectionModel | null;
}

/** Warm-water loop of the CDUs. W, °C, m³/s. */
export interface FacilityWater {
  readonly structure: FacilityStructure;
  supplyCelsius: number;
  returnCelsius: number;
  /** Coolant to the servers. */
  coolantCelsius: number;
  /** Coolant as the cold plates feel it: that to the servers, and more where it stands or flows too slowly. */
  plateCelsius: number;
  flowM3s: number;
  /** Heat that leaves the racks by liquid. */
  heatW: number;
  pumpsW: number;
  cduPumpsW: number;
  fansW: number;
  reuseW: number;
  /** To the outdoor air. */
  rejectedW: number;
  /** To the chilled-water plant. */
  toPlantW: number;
  storedW: number;
  waterKgs: number;
  /** 1 where the supply is above its class. */
  aboveClass: number;
  outOfRange: number;
  readonly faults: FacilityFaults;
}

const rejected = createRejectionPoint();

/** A loop at rest at its supply temperature; `fullHeatW` is the racks' liquid heat at full load. */
export function createFacilityWater(spec: FacilitySpec, fullHeatW: number): FacilityWater {
  const designW = Math.max(1, spec.designHeatW ?? fullHeatW);
  const designM3s = designW / (spec.designRiseKelvin * WATER_HEAT_CAPACITY);
  const classCelsius = WATER_CLASSES[spec.waterClass];
  const supplyCelsius = spec.supplyCelsius ?? classCelsius;
  const { rejection } = spec;
  const designWK = designM3s * WATER_HEAT_CAPACITY;
  const coolantJK = (spec.coolantM3 ?? designM3s * COOLANT_SECONDS) * WATER_HEAT_CAPACITY;
  return {
    structure: {
      spec,
      supplyCelsius,
      classCelsius,
      designM3s,
      loopJK: (spec.volumeM3 ?? designM3s * DEFAULT_LOOP_SECONDS) * WATER_HEAT_CAPACITY,
      plateJK: PLATE_SHARE * coolantJK,
      coolantJK,
      coolantWK: designWK,
      exchangerWK: designW / spec.cduApproachKelvin,
      rejection: rejection.kind === 'chilled-water' ? null : createRejection(rejection, designW),
    },
    supplyCelsius,
    returnCelsius: supplyCelsius,
    coolantCelsius: supplyCelsius + spec.cduApproachKelvin,
    plateCelsius: supplyCelsius + spec.cduApproachKelvin,
    flowM3s: 0,
    heatW: 0,
    pumpsW: 0,
    cduPumpsW: 0,
    fansW: 0,
    reuseW: 0,
    rejectedW: 0,
    toPlantW: 0,
    storedW: 0,
    waterKgs: 0,
    aboveClass: 0,
    outOfRange: 0,
    faults: createFacilityFaults(),
  };
}

/**
 * One step for the heat of the racks, W. On return heat + pumps = reuse + rejected + to the plant + stored. Flow follows
 * the heat at the design rise, but for the least flow; the supply is held by the fans, or as the plant's water allows.
 * `plantCelsius` is the chilled water's supply, °C, NaN where there is none; `plantFlowShare`: what its pumps can carry,
 * share of design.
 */
export function stepFacilityWater(
  loop: FacilityWater,
  heatW: number,
  outdoor: OutdoorAir,
  plantCelsius: number,
  dtSeconds: number,
  plantFlowShare = 1,
): void {
  const { structure, faults } = loop;
  const { spec, designM3s, rejection } = structure;
  loop.heatW = heatW;
  followPumps(faults.pumps, dtSeconds);
  followPumps(faults.coolant, dtSeconds);
  const full = designM3s * WATER_HEAT_CAPACITY * spec.designRiseKelvin;
  const share = heatW > 0 ? Math.max(LEAST_FLOW_SHARE, heatW / full) : 0;
  const moving = within(faults.pumps.share, flowShare(spec.pump.speed, share));
  const coolantAsked = flowShare(spec.cduPump.speed, share);
  const coolantMoving = within(faults.coolant.share, coolantAsked);
  const coolantLeft = coolantMoving / coolantAsked;
  loop.flowM3s = moving * designM3s;
  loop.pumpsW = drivenShare(faults.pumps) * pumpPowerW(spec.pump, designM3s, moving);
  loop.cduPumpsW = drivenShare(faults.coolant) * pumpPowerW(spec.cduPump, designM3s, coolantMoving);
  loop.outOfRange = 0;
  loop.fansW = 0;
  loop.waterKgs = 0;
  loop.rejectedW = 0;
  loop.toPlantW = 0;
  loop.reuseW = 0;
  loop.storedW = 0;
  if (share === 0) {
    loop.aboveClass = 0;
    return;
  }
  const needsWet = rejection?.kind === 'tower';
  if (rejection !== null && Number.isNaN(needsWet ? outdoor.wetBulbCelsius : outdoor.dryBulbCelsius)) {
    loop.fansW = Number.NaN;
    loop.rejectedW = Number.NaN;
    if (dtSeconds !== Number.POSITIVE_INFINITY) warmCoolant(loop, coolantMoving, coolantLeft, dtSeconds);
    return;
  }
  if (dtSeconds === Number.POSITIVE_INFINITY) {
    if (moving > 0) rest(loop, outdoor, plantCelsius);
    loop.coolantCelsius = loop.supplyCelsius + spec.cduApproachKelvin;
    loop.plateCelsius = loop.coolantCelsius;
  } else move(loop, outdoor, plantCelsius, dtSeconds, plantFlowShare, coolantMoving, coolantLeft);
  loop.aboveClass = loop.supplyCelsius > structure.classCelsius + 0.05 ? 1 : 0;
}

const flowShare = (speed: 'variable' | 'constant', share: number): number =>
  share > 0 && speed === 'constant' ? Math.max(1, share) : share;

/** No more than a circuit whose pumps have tripped can carry. */
const within = (possible: number, share: number): number => (possible < 1 ? Math.min(possible, share) : share);

/** Heat that the customer takes from return water, W: none where it is too cold, never below the supply temperature. */
function reuseW(loop: FacilityWater, returnCelsius: number, waterWK: number): number {
  const { spec, supplyCelsius } = loop.structure;
  if (spec.reuse === undefined || returnCelsius < spec.reuse.minCelsius) return 0;
  return Math.min(spec.reuse.maxW, Math.max(0, waterWK * (returnCelsius - supplyCelsius)));
}

/** Coldest that the plant can make the supply through the exchanger, °C. */
function fromPlant(loop: FacilityWater, plantCelsius: number): number {
  return Math.max(loop.structure.supplyCelsius, plantCelsius + loop.structure.spec.cduApproachKelvin);
}

function rest(loop: FacilityWater, outdoor: OutdoorAir, plantCelsius: number): void {
  const { structure } = loop;
  const waterWK = loop.flowM3s * WATER_HEAT_CAPACITY;
  const totalW = loop.heatW + loop.pumpsW + loop.cduPumpsW;
  loop.reuseW = reuseW(loop, structure.supplyCelsius + totalW / waterWK, waterWK);
  const leftW = totalW - loop.reuseW;
  if (structure.rejection === null) {
    loop.supplyCelsius = fromPlant(loop, plantCelsius);
    loop.toPlantW = leftW;
  } else {
    const coldest = coldestForHeat(structure.rejection, leftW, loop.flowM3s, outdoor, loop.faults);
    loop.supplyCelsius = Math.max(structure.supplyCelsius, coldest, FROST_CELSIUS);
    rejectHeat(
      structure.rejection,
      loop.supplyCelsius + leftW / waterWK,
      outdoor,
      loop.flowM3s,
      loop.supplyCelsius,
      rejected,
      loop.faults,
    );
    loop.rejectedW = leftW;
    noteRejection(loop, 1);
  }
  loop.returnCelsius = loop.supplyCelsius + totalW / waterWK;
}

function noteRejection(loop: FacilityWater, weight: number): void {
  loop.fansW += weight * rejected.fanW;
  loop.waterKgs += weight * rejected.waterKgs;
  if (rejected.outOfRange) loop.outOfRange = 1;
}

function move(
  loop: FacilityWater,
  outdoor: OutdoorAir,
  plantCelsius: number,
  dtSeconds: number,
  plantFlowShare: number,
  coolantMoving: number,
  coolantLeft: number,
): void {
  const { structure } = loop;
  const halfJK = structure.loopJK / 2;
  const waterWK = loop.flowM3s * WATER_HEAT_CAPACITY;
  const parts = Math.max(1, Math.ceil((dtSeconds * waterWK) / halfJK / LONGEST_TURN));
  const dt = dtSeconds / parts;
  const weight = 1 / parts;
  const before = loop.supplyCelsius + loop.returnCelsius;
  let keptJ = 0;
  for (let n = 0; n < parts; n++) {
    const { supplyCelsius, returnCelsius } = loop;
    keptJ += warmCoolant(loop, coolantMoving, coolantLeft, dt);
    const reusedW = waterWK > 0 ? reuseW(loop, returnCelsius, waterWK) : 0;
    const entering = waterWK > 0 ? returnCelsius - reusedW / waterWK : returnCelsius;
    let leaving = entering;
    if (structure.rejection === null) {
      // With less chilled water through it the exchanger takes less in proportion (assumption).
      leaving -= Math.min(1, plantFlowShare) * Math.max(0, entering - fromPlant(loop, plantCelsius));
      loop.toPlantW += weight * waterWK * (entering - leaving);
    } else {
      const { supplyCelsius: wanted, rejection } = structure;
      rejectHeat(rejection, entering, outdoor, loop.flowM3s, wanted, rejected, loop.faults);
      leaving = rejected.leavingCelsius;
      loop.rejectedW += weight * rejected.heatW;
      noteRejection(loop, weight);
    }
    loop.reuseW += weight * reusedW;
    loop.supplyCelsius += (dt * waterWK * (leaving - supplyCelsius)) / halfJK;
    loop.returnCelsius += (dt * (waterWK * (supplyCelsius - returnCelsius) + exchangedW + loop.pumpsW)) / halfJK;
  }
  loop.storedW = (halfJK * (loop.supplyCelsius + loop.returnCelsius - before) + keptJ) / dtSeconds;
}

/** What the CDUs gave to the facility water in the last part of a step, W. */
let exchangedW = 0;

/**
 * Coolant of one temperature, but for what is in the cold plates, which gets warmer where the flow is less than it should
 * be: with f the share of the wanted flow that there is,
 *   C dTc/dt = heat reaching it + pumps - exchanged,   C_p d(excess)/dt = (1 - f) heat - c V excess.
 * The CDU holds the coolant to the servers at the approach above the facility water as long as it can; its exchanger is
 * limited only where flow or conductance are less than they should be. Returns the heat that the coolant keeps, J.
 */
function warmCoolant(loop: FacilityWater, coolantMoving: number, flowLeft: number, dt: number): number {
  const { structure, faults, heatW, cduPumpsW } = loop;
  const { plateJK, coolantJK, exchangerWK, spec } = structure;
  const before = loop.coolantCelsius;
  const excess = loop.plateCelsius - before;
  const flowWK = coolantMoving * structure.coolantWK;
  const next = (excess + (dt * heatW * (1 - flowLeft)) / plateJK) / (1 + (dt * flowWK) / plateJK);
  const plateStoredJ = plateJK * (next - excess);
  const reachingW = heatW - plateStoredJ / dt;
  const limited = faults.coolant.share < 1 || faults.pumps.share < 1 || faults.cduConductance < 1;
  const conductance = exchangerWK * faults.cduConductance * Math.min(faults.coolant.share, faults.pumps.share);
  const mostW = limited ? Math.max(0, conductance * (before - loop.supplyCelsius)) : Number.POSITIVE_INFINITY;
  const wanted = loop.supplyCelsius + spec.cduApproachKelvin;
  exchangedW = Math.max(0, Math.min(mostW, reachingW + cduPumpsW + (coolantJK * (before - wanted)) / dt));
  const change = (dt * (reachingW + cduPumpsW - exchangedW)) / coolantJK;
  loop.coolantCelsius = before + change;
  loop.plateCelsius = loop.coolantCelsius + next;
  return coolantJK * change + plateStoredJ;
}

/** Electricity of the loop, W. */
export function facilityWaterTotalW(loop: FacilityWater): number {
  return loop.pumpsW + loop.cduPumpsW + loop.fansW;
}

/** After an edit the water keeps its temperature. */
export function carryOverFacilityWater(from: FacilityWater | null, to: FacilityWater | null): void {
  if (from === null || to === null) return;
  to.supplyCelsius = from.supplyCelsius;
  to.returnCelsius = from.returnCelsius;
  to.coolantCelsius = from.coolantCelsius;
  to.plateCelsius = from.plateCelsius;
  carryOverFaults(from.faults, to.faults);
}
