import { describe, expect, it } from 'vitest';
import { ask, createAsking, roomToWarm } from './requests';

describe('requests', () => {
  it('asks above the limit until half a kelvin below it', () => {
    const asking = createAsking(1);
    const requests = [-1, 0.1, -0.3, -0.49, -0.6, -0.3].map((over) => ask(asking, 0, over, 0.5, 1));
    expect(requests).toEqual([0, 1, 1, 1, 0, 0]);
  });

  it('counts twice after two minutes 2 K over, three times after two minutes 3 K over, and forgets at once', () => {
    const asking = createAsking(1);
    const at = (over: number, seconds: number) => {
      let requests = 0;
      for (let n = 0; n < seconds; n++) requests = ask(asking, 0, over, 0.5, 1);
      return requests;
    };
    expect(at(2.1, 119)).toBe(1);
    expect(at(2.1, 1)).toBe(2);
    expect(at(3.1, 119)).toBe(2);
    expect(at(3.1, 1)).toBe(3);
    expect(at(0.2, 1)).toBe(1);
    expect(ask(asking, 0, Number.NaN, 0.5, 1)).toBe(0);
  });

  it('a step of unlimited length grades at once', () => {
    expect(ask(createAsking(1), 0, 2.5, 0.5, Number.POSITIVE_INFINITY)).toBe(2);
  });

  it('racks at 24, 25 and 26 °C may warm by 1 K until the first asks at 27 °C, by 2 K where one is ignored', () => {
    const racks = Int32Array.from([0, 1, 2]);
    const celsius = Float64Array.from([24, 26, 25]);
    const once = new Float64Array(3).fill(1);
    expect(roomToWarm(racks, celsius, once, 27, 0)).toBeCloseTo(1, 6);
    expect(roomToWarm(racks, celsius, once, 27, 1)).toBeCloseTo(2, 6);
    expect(roomToWarm(racks, celsius, Float64Array.from([1, 0, 1]), 27, 0)).toBeCloseTo(2, 6);
    expect(roomToWarm(racks, celsius, Float64Array.from([1, 3, 1]), 27, 1)).toBeCloseTo(1, 6);
    expect(roomToWarm(racks, celsius, once, 22, 0)).toBeCloseTo(-4, 6);
    expect(roomToWarm(racks, celsius, new Float64Array(3), 27, 0)).toBeNaN();
  });
});
