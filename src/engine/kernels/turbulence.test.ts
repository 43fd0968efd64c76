import { describe, expect, it } from 'vitest';
import { CHEN_XU, wallViscosity } from './turbulence';

const NU = 1.5e-5;

/** Effective viscosity that the zero-equation model has at speed V, distance l from the wall. */
const effective = (speed: number, distance: number) => NU + CHEN_XU * speed * distance;

/** Shear stress over density, m²/s². */
const friction = (speed: number, distance: number) =>
  (wallViscosity(effective(speed, distance), NU) * speed) / distance;

/** Friction by the logarithmic law of smooth walls, kappa 0.41, E 9 (Launder and Spalding 1974). */
function logLawFriction(speed: number, distance: number): number {
  let shearSpeed = 0.05 * speed;
  for (let n = 0; n < 50; n++) shearSpeed = (0.41 * speed) / Math.log((9 * shearSpeed * distance) / NU);
  return shearSpeed ** 2;
}

describe('friction of smooth walls', () => {
  it('is laminar in still air and up to y+ = 11.8', () => {
    expect(wallViscosity(NU, NU)).toBe(NU);
    // |V| l = 139 nu is where the two laws meet.
    expect(wallViscosity(effective(138 * NU, 1), NU)).toBe(NU);
    expect(wallViscosity(effective(142 * NU, 1), NU)).toBeGreaterThan(NU);
  });

  it('keeps to the power law u+ = 8.3 y+^(1/7) beyond', () => {
    const shearSpeed = Math.sqrt(friction(0.5, 0.05));
    expect(0.5 / shearSpeed).toBeCloseTo(8.3 * ((shearSpeed * 0.05) / NU) ** (1 / 7), 6);
  });

  it('lies within 10 % of the logarithmic law for 0.2 to 3 m/s in the middle of cells of 0.1 to 0.3 m', () => {
    for (const speed of [0.2, 0.5, 1, 3]) {
      for (const distance of [0.05, 0.15]) {
        const ratio = friction(speed, distance) / logLawFriction(speed, distance);
        expect(Math.abs(ratio - 1), `${speed} m/s, ${distance} m`).toBeLessThan(0.1);
      }
    }
  });
});
