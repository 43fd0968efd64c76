import { describe, expect, it } from 'vitest';
import { advanceSlices, type Conduction, createConduction, eliminateSlices, setConductionStep } from './conduction';
import { CONSTRUCTIONS } from './constructions';

/** Complementary error function (Abramowitz & Stegun 7.1.26, error below 1.5e-7), for arguments of 0 and above. */
function erfc(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}

/** Air at 0 °C turns to 1 °C at time 0, behind a film; returns the heat taken up so far, J/m², after each step. */
function heatUp(wall: Conduction, film: number, dtSeconds: number, steps: number): { taken: number[]; held: number } {
  const celsius = new Float64Array(wall.slices);
  const work = new Float64Array(wall.slices);
  setConductionStep(wall, dtSeconds);
  const outer = 1 / (1 / film + 1 / wall.surfaceConductance);
  let sum = 0;
  const taken = Array.from({ length: steps }, () => {
    const idle = eliminateSlices(wall, celsius, work, 0);
    const first = (outer + wall.uptake[0]! * idle) / (outer + wall.uptake[0]!);
    advanceSlices(wall, celsius, work, 0, first);
    sum += outer * (1 - first) * dtSeconds;
    return sum;
  });
  return { taken, held: celsius.reduce((heat, value, n) => heat + wall.capacity[n]! * value, 0) };
}

describe('conduction into a slab', () => {
  const film = 5;
  const { conductivity, heatCapacity } = CONSTRUCTIONS['concrete-slab'][0]!;

  it('takes up heat like a semi-infinite body behind a film: analytic erfc solution within 1 % from 1 min to 1 h', () => {
    const wall = createConduction(CONSTRUCTIONS['concrete-slab']);
    const { taken } = heatUp(wall, film, 1, 3600);
    // Carslaw & Jaeger: heat = integral of h exp(s²) erfc(s), s = h sqrt(alpha t)/k, in closed form.
    const analytic = (seconds: number) => {
      const s = (film * Math.sqrt((conductivity / heatCapacity) * seconds)) / conductivity;
      const reach = (conductivity * heatCapacity) / film;
      return reach * (Math.exp(s * s) * erfc(s) - 1 + (2 * s) / Math.sqrt(Math.PI));
    };
    for (const seconds of [60, 300, 900, 3600]) {
      expect(Math.abs(taken[seconds - 1]! / analytic(seconds) - 1)).toBeLessThan(0.01);
    }
  });

  it.each(Object.entries(CONSTRUCTIONS))('%s: what passed the surface is what the slices hold (1e-12)', (_, layers) => {
    const { taken, held } = heatUp(createConduction(layers), film, 0.5, 1200);
    expect(Math.abs(held / taken.at(-1)! - 1)).toBeLessThan(1e-12);
    expect(held).toBeGreaterThan(0);
  });

  it.each(Object.entries(CONSTRUCTIONS))(
    '%s: slices add up to the layers, and end in balance with the air',
    (_, layers) => {
      const wall = createConduction(layers);
      const capacity = layers.reduce((sum, layer) => sum + layer.thicknessMetres * layer.heatCapacity, 0);
      expect(wall.capacity.reduce((sum, value) => sum + value, 0)).toBeCloseTo(capacity, 6);
      const { held } = heatUp(wall, film, 1e5, 400);
      expect(held / capacity).toBeCloseTo(1, 6);
    },
  );
});
