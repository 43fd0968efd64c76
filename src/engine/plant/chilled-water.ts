import { type ChillerSet, chillerSet } from '../../site/chillers/chiller-set';
import type { ChillerStaging } from '../../site/schema/control';
import type { ChilledWaterPlant } from '../../site/schema/plant';
import { WATER_HEAT_CAPACITY } from '../../units/water';
import { type Staging, USUAL_STAGES } from './chiller-bank';
import { counterflowTransferUnits } from './heat-exchanger';
import { createRejection, type RejectionModel } from './rejection';
import { type ChilledWaterFaults, carryOverFaults, createChilledWaterFaults } from './water-faults';

/** Water in a loop whose volume is not given: this long at design flow (assumption). */
export const DEFAULT_LOOP_SECONDS = 360;

/** How the heat of the loop is being removed. */
export const IDLE_MODE = 0;
export const FREE_MODE = 1;
export const PARTIAL_MODE = 2;
export const MECHANICAL_MODE = 3;

/** What the site says about the chilled-water plant. Never changes. */
export interface ChilledWaterStructure {
  readonly spec: ChilledWaterPlant;
  readonly stages: ChillerStaging;
  readonly set: ChillerSet;
  /** Reference capacity of one machine, W. */
  readonly machineW: number;
  readonly designM3s: number;
  readonly condenserDesignM3s: number;
  /** Heat capacity of the water in each loop, J/K; half of it before and half behind the machines. */
  readonly loopJK: number;
  readonly condenserJK: number;
  /** Of the supply half with the buffer tank in it, J/K. */
  readonly supplyJK: number;
  /** Null where the machines are air-cooled. */
  readonly rejection: RejectionModel | null;
  /** Conductance of the economiser's heat exchanger, W/K; 0 where there is none. */
  readonly exchangerWK: number;
}

/** Running state of the plant: two circuits with their water, the machines and what they do. W, °C, m³/s. */
export interface ChilledWater {
  readonly structure: ChilledWaterStructure;
  /** Supply that the machines hold: the site's, until a control changes it. */
  setpointCelsius: number;
  supplyCelsius: number;
  returnCelsius: number;
  condenserSupplyCelsius: number;
  condenserReturnCelsius: number;
  flowM3s: number;
  condenserM3s: number;
  readonly staging: Staging;
  /** 1 while the economiser is in use. */
  economising: number;
  mode: number;
  partLoad: number;
  fanShare: number;
  /** Heat that coils, doors and CDUs gave to the water. */
  coilHeatW: number;
  chillerHeatW: number;
  economiserHeatW: number;
  rejectedW: number;
  /** Heat that the water of both circuits keeps, in the last step. */
  storedW: number;
  chillersW: number;
  pumpsW: number;
  condenserPumpsW: number;
  rejectionFansW: number;
  /** Water made up, kg/s. */
  waterKgs: number;
  /** 1 where a curve was asked outside its fitted range. */
  outOfRange: number;
  /** 1 where the machines can't hold the supply temperature. */
  saturated: number;
  /** Rise of the condenser water in the last step, K. */
  rejectedRangeKelvin: number;
  readonly faults: ChilledWaterFaults;
}

/** Design condenser heat over evaporator heat: 1 + 1/COP at the reference point. */
function condenserHeatW(set: ChillerSet, evaporatorW: number): number {
  return evaporatorW * (1 + 1 / set.referenceCop);
}

/** A plant at rest at its setpoints; null where the site has none of this kind, or names a curve set that does not exist. */
export function createChilledWater(spec: ChilledWaterPlant, stages = USUAL_STAGES): ChilledWater | null {
  const set = chillerSet(spec.chillers.set);
  if (set === undefined) return null;
  const machineW = spec.chillers.capacityW ?? set.referenceCapacityW;
  const allW = machineW * spec.chillers.count;
  const designWK = allW / spec.loop.designRiseKelvin;
  const designM3s = designWK / WATER_HEAT_CAPACITY;
  const rejection = set.airCooled ? null : createRejection(spec.condenser.rejection, condenserHeatW(set, allW));
  const condenserDesignM3s = rejection?.designM3s ?? 0;
  const loopM3 = spec.loop.volumeM3 ?? designM3s * DEFAULT_LOOP_SECONDS;
  const condenserM3 = spec.condenser.volumeM3 ?? condenserDesignM3s * DEFAULT_LOOP_SECONDS;
  const { supplyCelsius } = spec;
  const cold = spec.condenser.rejection.setpointCelsius;
  return {
    structure: {
      spec,
      stages,
      set,
      machineW,
      designM3s,
      condenserDesignM3s,
      loopJK: loopM3 * WATER_HEAT_CAPACITY,
      supplyJK: (loopM3 / 2 + (spec.loop.bufferM3 ?? 0)) * WATER_HEAT_CAPACITY,
      condenserJK: condenserM3 * WATER_HEAT_CAPACITY,
      rejection,
      exchangerWK: rejection === null ? 0 : exchangerWK(spec, designWK),
    },
    setpointCelsius: supplyCelsius,
    supplyCelsius,
    returnCelsius: supplyCelsius + spec.loop.designRiseKelvin,
    condenserSupplyCelsius: cold,
    condenserReturnCelsius: cold,
    flowM3s: 0,
    condenserM3s: 0,
    staging: { running: 0, secondsSinceChange: 0 },
    economising: 0,
    mode: IDLE_MODE,
    partLoad: 0,
    fanShare: 0,
    coilHeatW: 0,
    chillerHeatW: 0,
    economiserHeatW: 0,
    rejectedW: 0,
    storedW: 0,
    chillersW: 0,
    pumpsW: 0,
    condenserPumpsW: 0,
    rejectionFansW: 0,
    waterKgs: 0,
    outOfRange: 0,
    saturated: 0,
    rejectedRangeKelvin: 0,
    faults: createChilledWaterFaults(),
  };
}

/** Exchanger that reaches its approach with equal flows on both sides at design. */
function exchangerWK(spec: ChilledWaterPlant, designWK: number): number {
  if (spec.economiser === undefined) return 0;
  const rise = spec.loop.designRiseKelvin;
  return designWK * counterflowTransferUnits(rise / (rise + spec.economiser.approachKelvin), 1);
}

/** Electricity of the whole plant, W. */
export function chilledWaterTotalW(plant: ChilledWater): number {
  return plant.chillersW + plant.pumpsW + plant.condenserPumpsW + plant.rejectionFansW;
}

/** After an edit: water, stages and changeover go on where they were. */
export function carryOverChilledWater(from: ChilledWater | null, to: ChilledWater | null): void {
  if (from === null || to === null) return;
  to.supplyCelsius = from.supplyCelsius;
  to.returnCelsius = from.returnCelsius;
  to.condenserSupplyCelsius = from.condenserSupplyCelsius;
  to.condenserReturnCelsius = from.condenserReturnCelsius;
  to.staging.running = Math.min(from.staging.running, to.structure.spec.chillers.count);
  to.staging.secondsSinceChange = from.staging.secondsSinceChange;
  to.economising = to.structure.exchangerWK > 0 ? from.economising : 0;
  carryOverFaults(from.faults, to.faults);
}
