import type { Site } from '../../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../units/air';
import { advanceSlices, type Conduction, createConduction, eliminateSlices, setConductionStep } from './conduction';
import {
  CABLE,
  CONSTRUCTIONS,
  cableSurface,
  FLOOR_PANEL_FROM_BELOW,
  type Layer,
  PEDESTAL_STEEL,
  pedestalSurface,
} from './constructions';
import { CEILING, FLOOR, filmCoefficient, VERTICAL } from './film';

/** One kind of surface under the raised floor. */
interface PlenumSurface {
  readonly conduction: Conduction;
  readonly areaM2: number;
  readonly lies: number;
  /** First of its slices. */
  readonly start: number;
}

/** Slab, panels, pedestals and cable under a raised floor, each as one surface that meets all of the supply air. */
export interface PlenumMass {
  readonly surfaces: readonly PlenumSurface[];
  readonly slices: number;
  /** Cross-section that the supply air passes, m² (assumption: depth times the shorter side of the room). */
  readonly sectionM2: number;
  readonly work: Float64Array;
  readonly outer: Float64Array;
  readonly idleCelsius: Float64Array;
}

/** What the surfaces under the floor remember; `plenumCelsius` NaN where they are to start from the air. */
export interface PlenumMemory {
  readonly plenumCelsius: Float64Array;
  /** Heat that they took up in the last step, W; negative when they give it back. */
  plenumHeatW: number;
}

/** Flows of the floor and the temperatures that they carry. */
export interface FloorAir {
  readonly tilesM3s: Float64Array;
  readonly tilesCelsius: Float64Array;
  readonly floorFacesM3s: Float64Array;
  readonly floorFacesCelsius: Float64Array;
}

export function createPlenumMass(site: Site): PlenumMass | null {
  const { raisedFloor, room } = site;
  if (raisedFloor?.mass === undefined) return null;
  const { slab, panels, steelKg = 0, cableKg = 0 } = raisedFloor.mass;
  const floorM2 = room.width * room.depth;
  const surfaces: PlenumSurface[] = [];
  let slices = 0;
  const add = (areaM2: number, layers: readonly Layer[], lies: number) => {
    if (areaM2 === 0) return;
    const conduction = createConduction(layers);
    surfaces.push({ conduction, areaM2, lies, start: slices });
    slices += conduction.slices;
  };
  if (slab !== 'none') add(floorM2, CONSTRUCTIONS[slab], FLOOR);
  if (panels !== 'none') add(floorM2, FLOOR_PANEL_FROM_BELOW, CEILING);
  add(pedestalSurface(steelKg), PEDESTAL_STEEL, VERTICAL);
  add(cableSurface(cableKg), CABLE, VERTICAL);
  return {
    surfaces,
    slices,
    sectionM2: raisedFloor.height * Math.min(room.width, room.depth),
    work: new Float64Array(slices),
    outer: new Float64Array(surfaces.length),
    idleCelsius: new Float64Array(surfaces.length),
  };
}

/**
 * The supply air passes what lies under the floor on its way to tiles and seams, mixed as the surfaces see it:
 *   C (T_m - T_x) = sum A h (T_x - T_s),
 * with C = rho cp times the flow that comes up, T_m its mean temperature before and T_x after; implicit in time, the
 * slices of each surface eliminated. On return every temperature of the floor's air has moved by T_x - T_m, and
 * `plenumHeatW` is the heat that this air has lost, to rounding.
 */
export function passPlenum(memory: PlenumMemory, mass: PlenumMass | null, air: FloorAir, dtSeconds: number): void {
  if (mass === null) return;
  const flow = upward(air.tilesM3s) + upward(air.floorFacesM3s);
  memory.plenumHeatW = 0;
  if (!(flow > 0)) return;
  const mean = (carried(air.tilesM3s, air.tilesCelsius) + carried(air.floorFacesM3s, air.floorFacesCelsius)) / flow;
  const { plenumCelsius } = memory;
  const speed = flow / mass.sectionM2;
  let pull = flow * AIR_HEAT_CAPACITY;
  let balance = pull * mean;
  for (let n = 0; n < mass.surfaces.length; n++) {
    const { conduction, areaM2, lies, start } = mass.surfaces[n]!;
    setConductionStep(conduction, dtSeconds);
    if (Number.isNaN(plenumCelsius[start]!)) plenumCelsius.fill(mean, start, start + conduction.slices);
    const film = filmCoefficient(lies, mean - plenumCelsius[start]!, speed);
    const outer = 1 / (1 / film + 1 / conduction.surfaceConductance);
    const idle = eliminateSlices(conduction, plenumCelsius, mass.work, start);
    const conductanceWK = (areaM2 * outer * conduction.uptake[0]!) / (outer + conduction.uptake[0]!);
    mass.outer[n] = outer;
    mass.idleCelsius[n] = idle;
    pull += conductanceWK;
    balance += conductanceWK * idle;
  }
  const after = balance / pull;
  for (let n = 0; n < mass.surfaces.length; n++) {
    const { conduction, start } = mass.surfaces[n]!;
    const outer = mass.outer[n]!;
    const uptake = conduction.uptake[0]!;
    const first = (outer * after + uptake * mass.idleCelsius[n]!) / (outer + uptake);
    advanceSlices(conduction, plenumCelsius, mass.work, start, first);
  }
  const change = after - mean;
  for (let n = 0; n < air.tilesCelsius.length; n++) air.tilesCelsius[n]! += change;
  for (let n = 0; n < air.floorFacesCelsius.length; n++) air.floorFacesCelsius[n]! += change;
  memory.plenumHeatW = -flow * AIR_HEAT_CAPACITY * change;
}

/** Heat in what lies under the floor above 0 °C, J. */
export function plenumHeatJ({ plenumCelsius }: PlenumMemory, mass: PlenumMass): number {
  let sum = 0;
  for (const { conduction, areaM2, start } of mass.surfaces) {
    for (let s = 0; s < conduction.slices; s++) sum += areaM2 * conduction.capacity[s]! * plenumCelsius[start + s]!;
  }
  return sum;
}

function upward(flow: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < flow.length; n++) sum += Math.max(0, flow[n]!);
  return sum;
}

function carried(flow: Float64Array, celsius: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < flow.length; n++) if (flow[n]! > 0) sum += flow[n]! * celsius[n]!;
  return sum;
}
