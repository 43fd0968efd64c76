import { type FacilityWater as FacilitySpec, WATER_CLASSES } from '../../site/schema/plant';
import { WATER_HEAT_CAPACITY } from '../../units/water';
import { DEFAULT_LOOP_SECONDS } from './chilled-water';
import { pumpPowerW } from './pump';
import {
  coldestForHeat,
  createRejection,
  createRejectionPoint,
  FROST_CELSIUS,
  type OutdoorAir,
  type RejectionModel,
  rejectHeat,
} from './rejection';

/** Least share of design flow while anything is cooled (assumption). */
const LEAST_FLOW_SHARE = 0.2;
const LONGEST_TURN = 0.25;

interface FacilityStructure {
  readonly spec: FacilitySpec;
  readonly supplyCelsius: number;
  readonly classCelsius: number;
  readonly designM3s: number;
  readonly loopJK: number;
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
}

const rejected = createRejectionPoint();

/** A loop at rest at its supply temperature; `fullHeatW` is the racks' liquid heat at full load. */
export function createFacilityWater(spec: FacilitySpec, fullHeatW: number): FacilityWater {
  const designW = Math.max(1, spec.designHeatW ?? fullHeatW);
  const designM3s = designW / (spec.designRiseKelvin * WATER_HEAT_CAPACITY);
  const classCelsius = WATER_CLASSES[spec.waterClass];
  const supplyCelsius = spec.supplyCelsius ?? classCelsius;
  const { rejection } = spec;
  return {
    structure: {
      spec,
      supplyCelsius,
      classCelsius,
      designM3s,
      loopJK: (spec.volumeM3 ?? designM3s * DEFAULT_LOOP_SECONDS) * WATER_HEAT_CAPACITY,
      rejection: rejection.kind === 'chilled-water' ? null : createRejection(rejection, designW),
    },
    supplyCelsius,
    returnCelsius: supplyCelsius,
    coolantCelsius: supplyCelsius + spec.cduApproachKelvin,
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
  };
}

/**
 * One step for the heat of the racks, W. On return heat + pumps = reuse + rejected + to the plant + stored. Flow follows
 * the heat at the design rise, but for the least flow; the supply is held by the fans, or as the plant's water allows.
 * `plantCelsius` is the chilled water's supply, °C, NaN where there is none.
 */
export function stepFacilityWater(
  loop: FacilityWater,
  heatW: number,
  outdoor: OutdoorAir,
  plantCelsius: number,
  dtSeconds: number,
): void {
  const { structure } = loop;
  const { spec, designM3s, rejection } = structure;
  loop.heatW = heatW;
  const full = designM3s * WATER_HEAT_CAPACITY * spec.designRiseKelvin;
  const share = heatW > 0 ? Math.max(LEAST_FLOW_SHARE, heatW / full) : 0;
  const moving = share > 0 && spec.pump.speed === 'constant' ? Math.max(1, share) : share;
  loop.flowM3s = moving * designM3s;
  loop.pumpsW = pumpPowerW(spec.pump, designM3s, moving);
  loop.cduPumpsW = pumpPowerW(
    spec.cduPump,
    designM3s,
    share > 0 && spec.cduPump.speed === 'constant' ? Math.max(1, share) : share,
  );
  loop.outOfRange = 0;
  loop.fansW = 0;
  loop.waterKgs = 0;
  loop.rejectedW = 0;
  loop.toPlantW = 0;
  loop.reuseW = 0;
  loop.storedW = 0;
  if (moving === 0) {
    loop.aboveClass = 0;
    return;
  }
  const needsWet = rejection?.kind === 'tower';
  if (rejection !== null && Number.isNaN(needsWet ? outdoor.wetBulbCelsius : outdoor.dryBulbCelsius)) {
    loop.fansW = Number.NaN;
    loop.rejectedW = Number.NaN;
    return;
  }
  if (dtSeconds === Number.POSITIVE_INFINITY) rest(loop, outdoor, plantCelsius);
  else move(loop, outdoor, plantCelsius, dtSeconds);
  loop.coolantCelsius = loop.supplyCelsius + spec.cduApproachKelvin;
  loop.aboveClass = loop.supplyCelsius > structure.classCelsius + 0.05 ? 1 : 0;
}

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
    const coldest = coldestForHeat(structure.rejection, leftW, loop.flowM3s, outdoor);
    loop.supplyCelsius = Math.max(structure.supplyCelsius, coldest, FROST_CELSIUS);
    rejectHeat(
      structure.rejection,
      loop.supplyCelsius + leftW / waterWK,
      outdoor,
      loop.flowM3s,
      loop.supplyCelsius,
      rejected,
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

function move(loop: FacilityWater, outdoor: OutdoorAir, plantCelsius: number, dtSeconds: number): void {
  const { structure } = loop;
  const halfJK = structure.loopJK / 2;
  const waterWK = loop.flowM3s * WATER_HEAT_CAPACITY;
  const parts = Math.max(1, Math.ceil((dtSeconds * waterWK) / halfJK / LONGEST_TURN));
  const dt = dtSeconds / parts;
  const weight = 1 / parts;
  const before = loop.supplyCelsius + loop.returnCelsius;
  for (let n = 0; n < parts; n++) {
    const { supplyCelsius, returnCelsius } = loop;
    const reusedW = reuseW(loop, returnCelsius, waterWK);
    const entering = returnCelsius - reusedW / waterWK;
    let leaving = entering;
    if (structure.rejection === null) {
      leaving = Math.min(entering, fromPlant(loop, plantCelsius));
      loop.toPlantW += weight * waterWK * (entering - leaving);
    } else {
      rejectHeat(structure.rejection, entering, outdoor, loop.flowM3s, structure.supplyCelsius, rejected);
      leaving = rejected.leavingCelsius;
      loop.rejectedW += weight * rejected.heatW;
      noteRejection(loop, weight);
    }
    loop.reuseW += weight * reusedW;
    const back = supplyCelsius + (loop.heatW + loop.pumpsW + loop.cduPumpsW) / waterWK;
    loop.supplyCelsius += (dt * waterWK * (leaving - supplyCelsius)) / halfJK;
    loop.returnCelsius += (dt * waterWK * (back - returnCelsius)) / halfJK;
  }
  loop.storedW = (halfJK * (loop.supplyCelsius + loop.returnCelsius - before)) / dtSeconds;
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
}
