import type { Rejection } from '../../site/schema/plant';
import { WATER_DENSITY, WATER_HEAT_CAPACITY } from '../../units/water';
import { conductanceShare, counterflowEffectiveness, counterflowTransferUnits } from './heat-exchanger';
import { DESIGN_WATER_TO_AIR, towerEvaporationKgs } from './tower-evaporation';
import { YORK_RANGE, yorkApproachKelvin, yorkOutOfRange, yorkRangeKelvin, yorkRatio } from './yorkcalc';

/** Fans of a tower over its design heat (EnergyPlus' default sizing, from memory, to be checked: assumption). */
const TOWER_FAN_SHARE = 0.0105;

/** Fans of a dry cooler over its design heat: BAC TDFS1238N, 117.7 kW for 2931 kW. */
const DRY_FAN_SHARE = 117.7 / 2931;

/** Fans do not turn slower than this share of full speed; below, they run part of the time (assumption). */
const LEAST_FAN_SHARE = 0.2;

/** What natural draught does of what the fans would (EnergyPlus' default for towers, from memory, to be checked: assumption). */
const FREE_DRAUGHT_SHARE = 0.1;

/** Water is not cooled below this, °C: it must not freeze (assumption). */
export const FROST_CELSIUS = 5;

/** Cooling towers or dry coolers of one circuit, sized. */
export interface RejectionModel {
  readonly kind: Rejection['kind'];
  readonly cells: number;
  /** Water of all cells at design, m³/s. */
  readonly designM3s: number;
  readonly fanW: number;
  readonly setpointCelsius: number;
  /** Towers: ratio of water to air, as YorkCalc counts it, that gives the design approach at full fans. */
  readonly ratioAtDesign: number;
  readonly cycles: number;
  /** Dry coolers: conductance and air at design, W/K. */
  readonly conductanceWK: number;
  readonly airWK: number;
}

/** What is left of a heat rejection: of its fans, and of its conductance where it is fouled. Shares, 0-1. */
export interface RejectionCondition {
  readonly fansOut: number;
  readonly rejectionConductance: number;
}

const SOUND: RejectionCondition = { fansOut: 0, rejectionConductance: 1 };

export interface RejectionPoint {
  leavingCelsius: number;
  heatW: number;
  fanW: number;
  /** Share of full speed; below the least, the share of time times the least. */
  fanShare: number;
  /** Evaporated and blown down, kg/s. */
  waterKgs: number;
  outOfRange: boolean;
  /** Fans are at full speed and the water is warmer than wanted. */
  saturated: boolean;
}

export function createRejectionPoint(): RejectionPoint {
  return {
    leavingCelsius: Number.NaN,
    heatW: 0,
    fanW: 0,
    fanShare: 0,
    waterKgs: 0,
    outOfRange: false,
    saturated: false,
  };
}

/** Sizes what rejects heat; `heatW` is what it has to reject where the site does not say. */
export function createRejection(spec: Rejection, heatW: number): RejectionModel {
  const designW = spec.designHeatW ?? heatW;
  if (spec.kind === 'tower') {
    return {
      kind: 'tower',
      cells: spec.count,
      designM3s: designW / (WATER_HEAT_CAPACITY * spec.designRangeKelvin),
      fanW: spec.fanW ?? TOWER_FAN_SHARE * designW,
      setpointCelsius: spec.setpointCelsius,
      ratioAtDesign: ratioForApproach(spec.designWetBulbCelsius, spec.designRangeKelvin, spec.designApproachKelvin),
      cycles: spec.cyclesOfConcentration,
      conductanceWK: 0,
      airWK: 0,
    };
  }
  const range = spec.designEnteringCelsius - spec.designLeavingCelsius;
  // The maker does not give the air flow; as much capacity rate as the water's (assumption).
  const waterWK = designW / range;
  const effectiveness = Math.min(0.98, range / (spec.designEnteringCelsius - spec.designAirCelsius));
  return {
    kind: 'dry-cooler',
    cells: 1,
    designM3s: waterWK / WATER_HEAT_CAPACITY,
    fanW: spec.fanW ?? DRY_FAN_SHARE * designW,
    setpointCelsius: spec.setpointCelsius,
    ratioAtDesign: 1,
    cycles: 1,
    conductanceWK: waterWK * counterflowTransferUnits(effectiveness, 1),
    airWK: waterWK,
  };
}

/** Ratio of water to air that YorkCalc needs for an approach; the approach grows with it. */
function ratioForApproach(wetBulbCelsius: number, rangeKelvin: number, approachKelvin: number): number {
  let low = 0.2;
  let high: number = YORK_RANGE.ratio.high;
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2;
    if (yorkApproachKelvin(wetBulbCelsius, rangeKelvin, middle) > approachKelvin) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** Cells that run for this flow: as many as keep each within the tower's range of water flow. */
function runningCells(model: RejectionModel, waterM3s: number): number {
  const each = (YORK_RANGE.waterShare.low * model.designM3s) / model.cells;
  return Math.max(1, Math.min(model.cells, Math.floor(waterM3s / each + 1e-9)));
}

/** Water of each running cell as a share of its design. */
function cellShare(model: RejectionModel, waterM3s: number): number {
  return (waterM3s / model.designM3s) * (model.cells / runningCells(model, waterM3s));
}

/** Water that leaves a tower with its fans at this share, °C; `waterShare` is that of each running cell. */
function towerLeaving(
  model: RejectionModel,
  enteringCelsius: number,
  wetBulbCelsius: number,
  waterShare: number,
  fanShare: number,
  conductance: number,
): number {
  // A fouled fill does what a clean one does with less air (assumption: YorkCalc has no other measure of it).
  const ratio = (model.ratioAtDesign * waterShare) / (fanShare * conductance);
  const exact = yorkRangeKelvin(wetBulbCelsius, enteringCelsius - wetBulbCelsius, ratio);
  if (!Number.isNaN(exact)) return enteringCelsius - exact;
  let low = 0;
  let high = Math.max(0, enteringCelsius - wetBulbCelsius);
  for (let n = 0; n < 44; n++) {
    const range = (low + high) / 2;
    if (wetBulbCelsius + yorkApproachKelvin(wetBulbCelsius, range, ratio) < enteringCelsius - range) low = range;
    else high = range;
  }
  return enteringCelsius - low;
}

function dryLeaving(
  model: RejectionModel,
  enteringCelsius: number,
  dryBulbCelsius: number,
  waterM3s: number,
  fanShare: number,
  conductanceLeft: number,
): number {
  if (enteringCelsius <= dryBulbCelsius) return enteringCelsius;
  const waterWK = waterM3s * WATER_HEAT_CAPACITY;
  const airWK = model.airWK * fanShare;
  const smaller = Math.min(waterWK, airWK);
  const conductance = conductanceLeft * model.conductanceWK * conductanceShare(fanShare, waterM3s / model.designM3s);
  const effectiveness = counterflowEffectiveness(conductance / smaller, smaller / Math.max(waterWK, airWK));
  return enteringCelsius - (effectiveness * smaller * (enteringCelsius - dryBulbCelsius)) / waterWK;
}

function soundLeaving(
  model: RejectionModel,
  enteringCelsius: number,
  outdoor: OutdoorAir,
  waterM3s: number,
  fanShare: number,
  conductance: number,
): number {
  if (model.kind === 'dry-cooler') {
    return dryLeaving(model, enteringCelsius, outdoor.dryBulbCelsius, waterM3s, fanShare, conductance);
  }
  const share = cellShare(model, waterM3s);
  return towerLeaving(model, enteringCelsius, outdoor.wetBulbCelsius, share, fanShare, conductance);
}

/** Cooling of all cells over that of cells with fans at full speed, where some fans stand. */
function draught({ fansOut }: RejectionCondition): number {
  return 1 - fansOut + FREE_DRAUGHT_SHARE * fansOut;
}

/** Water that leaves with the fans that turn at this share: cells without fans mix theirs in, cooled by natural draught. */
function leavingAt(
  model: RejectionModel,
  enteringCelsius: number,
  outdoor: OutdoorAir,
  waterM3s: number,
  fanShare: number,
  condition: RejectionCondition,
): number {
  const { fansOut, rejectionConductance } = condition;
  const leaving = soundLeaving(model, enteringCelsius, outdoor, waterM3s, fanShare, rejectionConductance);
  if (fansOut === 0) return leaving;
  const full =
    fanShare === 1 ? leaving : soundLeaving(model, enteringCelsius, outdoor, waterM3s, 1, rejectionConductance);
  const still = enteringCelsius - FREE_DRAUGHT_SHARE * (enteringCelsius - full);
  return (1 - fansOut) * leaving + fansOut * still;
}

export interface OutdoorAir {
  readonly dryBulbCelsius: number;
  readonly wetBulbCelsius: number;
  readonly pascals?: number;
}

/** Coldest water that it could give now, with all fans, °C. */
export function coldestWater(
  model: RejectionModel,
  enteringCelsius: number,
  outdoor: OutdoorAir,
  waterM3s: number,
): number {
  return waterM3s > 0 ? leavingAt(model, enteringCelsius, outdoor, waterM3s, 1, SOUND) : enteringCelsius;
}

/**
 * Water that leaves at the setpoint where the fans can bring it there, else as cold as they can; never colder than it came,
 * never below the frost limit. On return heat = c V (entering - leaving). Natural draught cannot be turned down but by the
 * frost limit.
 */
export function rejectHeat(
  model: RejectionModel,
  enteringCelsius: number,
  outdoor: OutdoorAir,
  waterM3s: number,
  wantedCelsius: number,
  point: RejectionPoint,
  condition: RejectionCondition = SOUND,
): void {
  point.leavingCelsius = enteringCelsius;
  point.heatW = 0;
  point.fanW = 0;
  point.fanShare = 0;
  point.waterKgs = 0;
  point.outOfRange = false;
  point.saturated = false;
  const wanted = Math.max(FROST_CELSIUS, wantedCelsius);
  if (!(waterM3s > 0) || enteringCelsius <= wanted) return;
  const waterWK = waterM3s * WATER_HEAT_CAPACITY;
  const atFull = leavingAt(model, enteringCelsius, outdoor, waterM3s, 1, condition);
  const atLeast = leavingAt(model, enteringCelsius, outdoor, waterM3s, LEAST_FAN_SHARE, condition);
  const turning = 1 - condition.fansOut;
  if (atFull >= wanted) {
    point.fanShare = 1;
    point.leavingCelsius = atFull;
    point.saturated = atFull > wanted + 1e-6;
    point.fanW = turning * fansW(model, 1, waterM3s);
  } else if (atLeast <= wanted) {
    const time = (enteringCelsius - wanted) / (enteringCelsius - atLeast);
    point.fanShare = time * LEAST_FAN_SHARE;
    point.leavingCelsius = wanted;
    point.fanW = turning * time * fansW(model, LEAST_FAN_SHARE, waterM3s);
  } else {
    point.fanShare = fanShareFor(model, enteringCelsius, outdoor, waterM3s, wanted, condition);
    point.leavingCelsius = wanted;
    point.fanW = turning * fansW(model, point.fanShare, waterM3s);
  }
  point.heatW = waterWK * (enteringCelsius - point.leavingCelsius);
  if (model.kind === 'tower') {
    point.waterKgs = towerWaterKgs(model, point, enteringCelsius, outdoor, waterM3s, condition);
    point.outOfRange = yorkOutOfRange(
      outdoor.wetBulbCelsius,
      enteringCelsius - point.leavingCelsius,
      cellShare(model, waterM3s),
    );
  }
}

/** Evaporated and blown down, kg/s. Air in proportion to the speed of the fans of the cells that run. */
function towerWaterKgs(
  model: RejectionModel,
  { heatW, fanShare, leavingCelsius }: RejectionPoint,
  enteringCelsius: number,
  outdoor: OutdoorAir,
  waterM3s: number,
  { fansOut }: RejectionCondition,
): number {
  const running = runningCells(model, waterM3s) / model.cells;
  const airKgs = (model.designM3s * WATER_DENSITY * running * fanShare * (1 - fansOut)) / DESIGN_WATER_TO_AIR;
  return towerEvaporationKgs(heatW, airKgs, enteringCelsius, leavingCelsius, outdoor) * (1 + 1 / (model.cycles - 1));
}

/** Fan power of the cells that run: cube of the speed. */
function fansW(model: RejectionModel, fanShare: number, waterM3s: number): number {
  const running = model.kind === 'tower' ? runningCells(model, waterM3s) / model.cells : 1;
  return model.fanW * running * fanShare ** 3;
}

function fanShareFor(
  model: RejectionModel,
  enteringCelsius: number,
  outdoor: OutdoorAir,
  waterM3s: number,
  wantedCelsius: number,
  condition: RejectionCondition,
): number {
  if (model.kind === 'tower' && condition.fansOut === 0) {
    const { wetBulbCelsius } = outdoor;
    const ratio = yorkRatio(wetBulbCelsius, enteringCelsius - wantedCelsius, wantedCelsius - wetBulbCelsius);
    const share = (model.ratioAtDesign * cellShare(model, waterM3s)) / ratio / condition.rejectionConductance;
    if (share >= LEAST_FAN_SHARE && share <= 1) return share;
  }
  let low = LEAST_FAN_SHARE;
  let high = 1;
  for (let n = 0; n < 36; n++) {
    const middle = (low + high) / 2;
    if (leavingAt(model, enteringCelsius, outdoor, waterM3s, middle, condition) > wantedCelsius) low = middle;
    else high = middle;
  }
  return high;
}

/** Coldest water in a steady state that rejects this heat with all fans, °C: wet bulb and approach, or air and the exchanger's span. */
export function coldestForHeat(
  model: RejectionModel,
  heatW: number,
  waterM3s: number,
  outdoor: OutdoorAir,
  condition: RejectionCondition = SOUND,
): number {
  if (!(waterM3s > 0)) return Number.POSITIVE_INFINITY;
  const waterWK = waterM3s * WATER_HEAT_CAPACITY;
  const range = heatW / waterWK;
  const { rejectionConductance } = condition;
  // Cells with fans cool their water by more than the mean where others have none.
  const cellRange = range / draught(condition);
  let cellLeaving: number;
  if (model.kind === 'dry-cooler') {
    const smaller = Math.min(waterWK, model.airWK);
    const conductance = rejectionConductance * model.conductanceWK * conductanceShare(1, waterM3s / model.designM3s);
    const effectiveness = counterflowEffectiveness(conductance / smaller, smaller / Math.max(waterWK, model.airWK));
    cellLeaving = outdoor.dryBulbCelsius + (waterWK * cellRange) / (effectiveness * smaller) - cellRange;
  } else {
    const ratio = (model.ratioAtDesign * cellShare(model, waterM3s)) / rejectionConductance;
    cellLeaving = outdoor.wetBulbCelsius + yorkApproachKelvin(outdoor.wetBulbCelsius, cellRange, ratio);
  }
  return cellLeaving + (cellRange - range);
}
