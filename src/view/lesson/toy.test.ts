import { describe, expect, it } from 'vitest';
import { descend, mooreCop, saving, savingByScale, toyCooling, toyEnergy } from './toy';

describe("the primer's example", () => {
  it('8000 to 6000 is 25 %, not the 20 % that it says', () => {
    expect(toyEnergy(200, 40)).toBe(8000);
    expect(toyEnergy(200, 30)).toBe(6000);
    expect(saving(8000, 6000)).toBe(0.25);
  });

  it('saves 25 % in Celsius, 17.3 % in Fahrenheit and 3.2 % in kelvin: the same drop, three savings', () => {
    const saved = savingByScale(40, 30).map((entry) => Math.round(1000 * entry.saved) / 10);
    expect(saved).toEqual([25, 17.3, 3.2]);
  });

  it('has a cooling of 32 000 with the k of its text and 4000 with the k of its code', () => {
    expect(toyCooling(0.8, 200)).toBeCloseTo(32_000, 9);
    expect(toyCooling(0.1, 200)).toBeCloseTo(4000, 9);
  });
});

describe('descent on P T', () => {
  it('from 200 W and 40 °C at a rate of 0.1 passes 0 °C in the third step and never stops falling', () => {
    const path = descend(200, 40, 0.1, 60);
    expect(path[3]!.temperature).toBeLessThan(0);
    for (let n = 4; n < path.length; n++) expect(path[n]!.energy).toBeLessThan(path[n - 1]!.energy);
    expect(path[60]!.energy).toBeLessThan(-1e6);
  });

  it('stands still only at the saddle', () => {
    expect(descend(0, 0, 0.1, 3).every(({ energy }) => Math.abs(energy) === 0)).toBe(true);
    expect(descend(1, 1, 0.1, 200).at(-1)!.energy).toBeCloseTo(0, 6);
    expect(descend(1, 0.999, 0.1, 200).at(-1)!.energy).toBeLessThan(-1e6);
  });
});

it("Moore's COP from 15 to 20 °C cuts compressor power by 37 %", () => {
  expect(saving(1 / mooreCop(15), 1 / mooreCop(20))).toBeCloseTo(0.374, 3);
});
