import { AIR } from '../../../units/air';
import type { PlenumCells } from './cells';

/** Zero-equation turbulence (Chen and Xu 1998), with a quarter of the depth as mean distance to a solid. */
const EDDY_FACTOR = 0.03874 / 4;
/** Under-relaxation of the momentum equations. */
const RELAXATION = 0.8;

/** One velocity component's equations: aP u = sum a_nb u_nb + b + area (p_low - p_high). */
export interface MomentumSystem {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly diagonal: Float64Array;
  readonly source: Float64Array;
  /** Velocity gained for each m²/s² of pressure difference, s/m (SIMPLEC). */
  readonly response: Float64Array;
}

export function createMomentumSystem(size: number): MomentumSystem {
  const array = () => new Float64Array(size);
  return {
    low: array(),
    high: array(),
    left: array(),
    right: array(),
    diagonal: array(),
    source: array(),
    response: array(),
  };
}

/** What one component's equations are made of; `along` is its own direction, `across` the other. */
export interface Component {
  readonly velocity: Float64Array;
  readonly flux: Float64Array;
  readonly otherVelocity: Float64Array;
  readonly otherFlux: Float64Array;
  readonly area: Float64Array;
  readonly otherArea: Float64Array;
  readonly along: number;
  readonly across: number;
  readonly alongIsX: boolean;
  /** Momentum that units give to their air at each face, m⁴/s². */
  readonly push: Float64Array;
}

/** The larger of two slopes is never used: van Leer's limiter in its symmetric form. */
function limited(behind: number, ahead: number): number {
  return behind * ahead > 0 ? (behind * ahead) / (behind + ahead) : 0;
}

/**
 * Depth-averaged momentum in flux form: upwind with van Leer's correction in the source. Air that enters a cell from
 * above (`inflow`, m³/s) brings no horizontal momentum but what `push` gives it; air that leaves upwards takes its own.
 */
export function assembleMomentum(
  cells: PlenumCells,
  component: Component,
  inflow: Float64Array,
  scale: number,
  system: MomentumSystem,
): void {
  const { nx, ny, stride, dx, dy, depth, clear, dragPerMetre } = cells;
  const { velocity: u, flux, otherVelocity: v, otherFlux, area, otherArea, along: s, across: t } = component;
  const { low, high, left, right, diagonal, source, response } = system;
  for (let j = 1; j <= ny; j++) {
    for (let i = 1, c = 1 + stride * j; i <= nx; i++, c++) {
      if (area[c]! <= 0) {
        low[c] = high[c] = left[c] = right[c] = source[c] = response[c] = 0;
        diagonal[c] = 1;
        continue;
      }
      const b = c - s;
      const spanAlong = component.alongIsX ? (dx[i]! + dx[i - 1]!) / 2 : (dy[j]! + dy[j - 1]!) / 2;
      const spanAcross = component.alongIsX ? dy[j]! : dx[i]!;
      const side = (v[c]! + v[c + t]! + v[b]! + v[b + t]!) / 4;
      const own = u[c]!;
      const speed = Math.sqrt(own * own + side * side);
      const viscosity = AIR.kinematicViscosity + EDDY_FACTOR * speed * depth;

      const toHigh = (flux[c]! + flux[c + s]!) / 2;
      const toLow = (flux[c]! + flux[b]!) / 2;
      const toRight = (otherFlux[c + t]! + otherFlux[b + t]!) / 2;
      const toLeft = (otherFlux[c]! + otherFlux[b]!) / 2;
      const diffuseAlong = (viscosity * spanAcross * depth) / spanAlong;
      const diffuseAcross = (viscosity * spanAlong * depth) / spanAcross;
      const openRight = otherArea[c + t]! + otherArea[b + t]! > 0 && area[c + t]! > 0;
      const openLeft = otherArea[c]! + otherArea[b]! > 0 && area[c - t]! > 0;

      high[c] = Math.max(-toHigh, 0) + diffuseAlong;
      low[c] = Math.max(toLow, 0) + diffuseAlong;
      right[c] = openRight ? Math.max(-toRight, 0) + diffuseAcross : 0;
      left[c] = openLeft ? Math.max(toLeft, 0) + diffuseAcross : 0;

      let carried = 0;
      const ahead = u[c + s]! - own;
      const behind = own - u[b]!;
      if (toHigh > 0) carried += toHigh * limited(behind, ahead);
      else if (c + 2 * s < u.length) carried -= toHigh * limited(u[c + 2 * s]! - u[c + s]!, ahead);
      if (toLow > 0) carried -= b - s >= 0 ? toLow * limited(u[b]! - u[b - s]!, behind) : 0;
      else carried += toLow * limited(ahead, behind);
      if (openRight) {
        const step = u[c + t]! - own;
        if (toRight > 0) carried += openLeft ? toRight * limited(own - u[c - t]!, step) : 0;
        else if (area[c + 2 * t]! > 0) carried -= toRight * limited(u[c + 2 * t]! - u[c + t]!, step);
      }
      if (openLeft) {
        const step = own - u[c - t]!;
        if (toLeft > 0) carried -= area[c - 2 * t]! > 0 ? toLeft * limited(u[c - t]! - u[c - 2 * t]!, step) : 0;
        else carried += openRight ? toLeft * limited(u[c + t]! - own, step) : 0;
      }

      const entering = (inflow[c]! + inflow[b]!) / 2;
      const share = clear[c]! / 2 + clear[b]! / 2;
      const volume = spanAlong * spanAcross * depth * share;
      const sharp = borderLoss(clear, c, b, own) / 2;
      const drag = dragPerMetre * speed * volume + sharp * Math.abs(own) * area[c]!;
      const gathered = high[c]! + low[c]! + right[c]! + left[c]!;
      const held = ((gathered + entering + drag) * (1 - RELAXATION)) / RELAXATION + scale * volume;
      diagonal[c] = gathered + entering + drag + held;
      source[c] = held * own + component.push[c]! - carried;
      response[c] = area[c]! / (entering + drag + held);
    }
  }
}

/** Loss of air that crosses from one clear height to another (Borda and Carnot), on the velocity in the narrow one. */
function borderLoss(clear: Float64Array, c: number, b: number, velocity: number): number {
  const up = velocity >= 0 ? clear[b]! : clear[c]!;
  const down = velocity >= 0 ? clear[c]! : clear[b]!;
  if (up === down) return 0;
  return up > down ? 0.5 * (1 - down / up) : (1 - up / down) ** 2;
}

/** Two Gauss-Seidel sweeps, there and back, with the pressure of the moment. */
export function sweepMomentum(
  cells: PlenumCells,
  component: Component,
  pressure: Float64Array,
  system: MomentumSystem,
): void {
  const { nx, ny, stride } = cells;
  for (let j = 1; j <= ny; j++) {
    for (let c = 1 + stride * j, end = c + nx; c < end; c++) relax(component, pressure, system, c);
  }
  for (let j = ny; j >= 1; j--) {
    for (let c = nx + stride * j, end = stride * j; c > end; c--) relax(component, pressure, system, c);
  }
}

function relax(component: Component, pressure: Float64Array, system: MomentumSystem, c: number): void {
  const { velocity: u, area, along: s, across: t } = component;
  if (area[c]! <= 0) return;
  u[c] =
    (system.low[c]! * u[c - s]! +
      system.high[c]! * u[c + s]! +
      system.left[c]! * u[c - t]! +
      system.right[c]! * u[c + t]! +
      system.source[c]! +
      area[c]! * (pressure[c - s]! - pressure[c]!)) /
    system.diagonal[c]!;
}
