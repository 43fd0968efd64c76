import type { PlenumCells } from './cells';
import { assembleMomentum, type Component, createMomentumSystem, type MomentumSystem, sweepMomentum } from './momentum';
import { type Outlets, outletSlope, outletSpeed } from './outlets';
import { createPressureSystem, factorise, type PressureSystem, solvePressure } from './pressure-solve';

/** Loss coefficient of a floor seam on its own area: a sharp-edged slit. */
export const SEAM_LOSS = 2.7;

/** What of the air under the floor persists from tick to tick. */
export interface PlenumAir {
  /** Velocity through faces, m/s. */
  readonly u: Float64Array;
  readonly v: Float64Array;
  /** Pressure over density against the room's mean, m²/s². */
  readonly pressure: Float64Array;
  /** Flow through each outlet, m³/s, positive into the room. */
  readonly outletM3s: Float64Array;
  /** Open share of the floor's seams. */
  seamShare: number;
}

export function createPlenumAir(cells: PlenumCells, outlets: Outlets): PlenumAir {
  return {
    u: new Float64Array(cells.size),
    v: new Float64Array(cells.size),
    pressure: new Float64Array(cells.size),
    outletM3s: new Float64Array(outlets.cell.length),
    seamShare: 0,
  };
}

/** What drives it at this moment. */
export interface PlenumDrive {
  /** Air from units less air through pinned tiles, m³/s for each cell. */
  readonly supply: Float64Array;
  /** Air that enters from above without horizontal momentum, m³/s for each cell. */
  readonly entering: Float64Array;
  /** Momentum that units give to their air at the faces along x and y, m⁴/s². */
  readonly pushX: Float64Array;
  readonly pushY: Float64Array;
  /** Pressure over density above each outlet against the room's mean, m²/s². */
  readonly abovePressure: Float64Array;
  /** Flow that the seams are to carry, m³/s. */
  seamM3s: number;
  /** Flow by which accuracy is measured, m³/s. */
  scaleM3s: number;
}

export interface PlenumWork {
  readonly fluxX: Float64Array;
  readonly fluxY: Float64Array;
  readonly momentumX: MomentumSystem;
  readonly momentumY: MomentumSystem;
  readonly system: PressureSystem;
  readonly componentX: Component;
  readonly componentY: Component;
  readonly before: Float64Array;
  /** Seam flow of each cell, m³/s. */
  readonly seamM3s: Float64Array;
  /** Diagonal of the plenum's plan, m. */
  readonly sizeMetres: number;
}

export function createPlenumWork(cells: PlenumCells, air: PlenumAir, drive: PlenumDrive): PlenumWork {
  const { size, stride, areaX, areaY } = cells;
  const fluxX = new Float64Array(size);
  const fluxY = new Float64Array(size);
  const shared = { alongIsX: true, along: 1, across: stride };
  return {
    fluxX,
    fluxY,
    momentumX: createMomentumSystem(size),
    momentumY: createMomentumSystem(size),
    system: createPressureSystem(size),
    before: new Float64Array(air.outletM3s.length),
    seamM3s: new Float64Array(size),
    componentX: {
      ...shared,
      velocity: air.u,
      flux: fluxX,
      otherVelocity: air.v,
      otherFlux: fluxY,
      area: areaX,
      otherArea: areaY,
      push: drive.pushX,
    },
    componentY: {
      alongIsX: false,
      along: stride,
      across: 1,
      velocity: air.v,
      flux: fluxY,
      otherVelocity: air.u,
      otherFlux: fluxX,
      area: areaY,
      otherArea: areaX,
      push: drive.pushY,
    },
    sizeMetres: Math.hypot(cells.xFaces[cells.nx]!, cells.yFaces[cells.ny]!),
  };
}

/** Rounds of the tile law's linearisation in one iteration, and the mass left in a cell, as a share of the flow. */
const PRESSURE_ROUNDS = 12;
const MASS_SHARE = 1e-7;

/**
 * One SIMPLEC iteration. On return every cell gives out what it takes in, to 1e-9 of the flow, the tiles following
 * their law at the pressure found: however far the momentum still is from rest, the flows can be used.
 * Returns the largest change of an outlet's flow as a share of their mean flow.
 */
export function iteratePlenum(
  cells: PlenumCells,
  outlets: Outlets,
  air: PlenumAir,
  drive: PlenumDrive,
  work: PlenumWork,
): number {
  const { size, areaX, areaY } = cells;
  const { fluxX, fluxY, momentumX, momentumY } = work;
  work.before.set(air.outletM3s);
  for (let c = 0; c < size; c++) {
    fluxX[c] = air.u[c]! * areaX[c]!;
    fluxY[c] = air.v[c]! * areaY[c]!;
  }
  const slowest = (0.02 * drive.scaleM3s) / (cells.depth * work.sizeMetres * work.sizeMetres);
  assembleMomentum(cells, work.componentX, drive.entering, slowest, momentumX);
  assembleMomentum(cells, work.componentY, drive.entering, slowest, momentumY);
  sweepMomentum(cells, work.componentX, air.pressure, momentumX);
  sweepMomentum(cells, work.componentY, air.pressure, momentumY);
  for (let c = 0; c < size; c++) {
    fluxX[c] = air.u[c]! * areaX[c]!;
    fluxY[c] = air.v[c]! * areaY[c]!;
  }
  setConductances(cells, work);
  setSeams(outlets, air, drive);
  for (let round = 0; round < PRESSURE_ROUNDS; round++) {
    const worst = gatherResidual(cells, outlets, air, drive, work);
    if (worst <= MASS_SHARE * drive.scaleM3s) break;
    factorise(cells, work.system);
    const tolerance = Math.max(0.03 * worst, 0.5 * MASS_SHARE * drive.scaleM3s);
    solvePressure(cells, work.system, tolerance, 200);
    correct(cells, air, work);
  }
  for (let c = 0; c < size; c++) {
    if (areaX[c]! > 0) air.u[c] = fluxX[c]! / areaX[c]!;
    if (areaY[c]! > 0) air.v[c] = fluxY[c]! / areaY[c]!;
  }
  let change = 0;
  for (let n = 0; n < work.before.length; n++) change = Math.max(change, Math.abs(air.outletM3s[n]! - work.before[n]!));
  return (change * work.before.length) / drive.scaleM3s;
}

function setConductances(cells: PlenumCells, work: PlenumWork): void {
  const { size, areaX, areaY } = cells;
  const { gx, gy } = work.system;
  for (let c = 0; c < size; c++) {
    gx[c] = areaX[c]! * work.momentumX.response[c]!;
    gy[c] = areaY[c]! * work.momentumY.response[c]!;
  }
}

/** Opens or shuts the seams by the share that they miss their flow by, so that the share given holds at rest. */
function setSeams(outlets: Outlets, air: PlenumAir, drive: PlenumDrive): void {
  let unit = 0;
  for (let n = 0; n < outlets.cell.length; n++) {
    if (outlets.tile[n]! >= 0) continue;
    unit += outlets.area[n]! * outletSpeed(air.pressure[outlets.cell[n]!]! - drive.abovePressure[n]!, SEAM_LOSS);
  }
  if (drive.seamM3s === 0) air.seamShare = 0;
  else if (unit > 0) air.seamShare = drive.seamM3s / unit;
}

function gatherResidual(
  cells: PlenumCells,
  outlets: Outlets,
  air: PlenumAir,
  drive: PlenumDrive,
  work: PlenumWork,
): number {
  const { nx, ny, stride } = cells;
  const { fluxX, fluxY } = work;
  const { extra, right } = work.system;
  extra.fill(0);
  for (let j = 1; j <= ny; j++) {
    for (let c = 1 + stride * j, end = c + nx; c < end; c++) {
      right[c] = drive.supply[c]! + fluxX[c]! - fluxX[c + 1]! + fluxY[c]! - fluxY[c + stride]!;
    }
  }
  for (let n = 0; n < outlets.cell.length; n++) {
    const c = outlets.cell[n]!;
    const area = outlets.tile[n]! >= 0 ? outlets.area[n]! : outlets.area[n]! * air.seamShare;
    const loss = outlets.loss[n]!;
    const speed = outletSpeed(air.pressure[c]! - drive.abovePressure[n]!, loss);
    air.outletM3s[n] = area * speed;
    right[c]! -= area * speed;
    extra[c]! += area * outletSlope(speed, loss);
  }
  let worst = 0;
  for (let j = 1; j <= ny; j++) {
    for (let c = 1 + stride * j, end = c + nx; c < end; c++) worst = Math.max(worst, Math.abs(right[c]!));
  }
  return worst;
}

/** Adds the pressure correction to pressure and face flows. */
function correct(cells: PlenumCells, air: PlenumAir, work: PlenumWork): void {
  const { nx, ny, stride } = cells;
  const { fluxX, fluxY } = work;
  const { gx, gy, x } = work.system;
  for (let j = 1; j <= ny; j++) {
    for (let c = 1 + stride * j, end = c + nx; c < end; c++) {
      air.pressure[c]! += x[c]!;
      fluxX[c]! += gx[c]! * (x[c - 1]! - x[c]!);
      fluxY[c]! += gy[c]! * (x[c - stride]! - x[c]!);
    }
  }
}
