import { outletSpeed } from '../../engine/airflow/plenum/outlets';

/** A duct under a floor: supplied evenly over its first part, tiled from a place on to its closed end; SI units. */
export interface PlenumDuct {
  readonly length: number;
  readonly width: number;
  readonly depth: number;
  readonly supplyUntil: number;
  readonly tilesFrom: number;
  readonly flowM3s: number;
  /** Loss coefficient of the tiles on their gross area. */
  readonly loss: number;
  readonly dragPerMetre: number;
}

export interface DuctProfile {
  readonly x: number[];
  /** Pressure over density against the room, m²/s². */
  readonly pressure: number[];
  /** Flow into the room for each metre of tiles, m²/s. */
  readonly outflow: number[];
}

const STEPS = 3600;

/**
 * The one-dimensional equations of the same physics, integrated to high accuracy:
 *   U' = (s - q) / A,   P' = -U U' (1 + [what enters brings no momentum]) - f U²,   q = W V(P),
 * from rest at the closed end behind the supply, the pressure there sought so that the far end is at rest too.
 */
export function exactDuct(duct: PlenumDuct): DuctProfile {
  let low = -100;
  let high = 1000;
  for (let n = 0; n < 80; n++) {
    const middle = (low + high) / 2;
    if (march(duct, middle, null) > 0) low = middle;
    else high = middle;
  }
  const profile: DuctProfile = { x: [], pressure: [], outflow: [] };
  march(duct, (low + high) / 2, profile);
  return profile;
}

/** Velocity left at the far end for a pressure at the near one: above 0 where the pressure is too low. */
function march(duct: PlenumDuct, startPressure: number, profile: DuctProfile | null): number {
  const { length, width, depth, supplyUntil, tilesFrom, flowM3s, loss, dragPerMetre } = duct;
  const area = width * depth;
  const outflowAt = (x: number, pressure: number) => (x < tilesFrom ? 0 : width * outletSpeed(pressure, loss));
  const slopes = (x: number, velocity: number, pressure: number): [number, number] => {
    const entering = x < supplyUntil ? flowM3s / supplyUntil : 0;
    const leaving = outflowAt(x, pressure);
    const rise = (entering - leaving) / area;
    const still = entering + Math.max(-leaving, 0);
    return [rise, -velocity * (rise + still / area) - dragPerMetre * velocity * Math.abs(velocity)];
  };
  let velocity = 0;
  let pressure = startPressure;
  const dx = length / STEPS;
  for (let n = 0; n < STEPS; n++) {
    const x = n * dx;
    // Middle of the step where a piece of the duct ends: the pieces are whole numbers of steps.
    const at = x + dx / 2;
    const [u1, p1] = slopes(at, velocity, pressure);
    const [u2, p2] = slopes(at, velocity + (dx / 2) * u1, pressure + (dx / 2) * p1);
    const [u3, p3] = slopes(at, velocity + (dx / 2) * u2, pressure + (dx / 2) * p2);
    const [u4, p4] = slopes(at, velocity + dx * u3, pressure + dx * p3);
    velocity += (dx / 6) * (u1 + 2 * u2 + 2 * u3 + u4);
    pressure += (dx / 6) * (p1 + 2 * p2 + 2 * p3 + p4);
    if (profile !== null) {
      profile.x.push(x + dx);
      profile.pressure.push(pressure);
      profile.outflow.push(outflowAt(at, pressure));
    }
  }
  return velocity;
}
