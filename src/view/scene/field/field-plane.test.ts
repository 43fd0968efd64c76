import { DataUtils } from 'three';
import { describe, expect, it } from 'vitest';
import { createAxisLookup } from './axis-lookup';
import { halfOf, stationsOf } from './field-plane';
import { evenFaces } from './test-frame';

/** Texture coordinate at a place, as the graphics chip interpolates it. */
function textureAt(stations: ReturnType<typeof stationsOf>, metres: number): number {
  const i = stations.findIndex((station) => station.metres >= metres);
  const [from, to] = [stations[Math.max(0, i - 1)]!, stations[i]!];
  return from === to
    ? to.texture
    : from.texture + ((metres - from.metres) / (to.metres - from.metres)) * (to.texture - from.texture);
}

describe('stations of a field plane', () => {
  it('needs four for any number of equal cells', () => {
    expect(stationsOf(createAxisLookup(Float64Array.from(evenFaces(9.6, 0.1))))).toHaveLength(4);
  });

  it('puts each cell centre on its texel, on unequal cells too', () => {
    const axis = createAxisLookup(Float64Array.of(0, 0.1, 0.2, 0.3, 0.5, 0.9, 1.3, 1.35));
    const stations = stationsOf(axis);
    axis.centres.forEach((centre, i) => {
      expect(textureAt(stations, centre)).toBeCloseTo((i + 0.5) / axis.count, 9);
    });
  });
});

it('holds temperatures to 1/64 K in the texture, and keeps impossible ones within its bounds', () => {
  for (const celsius of [-12.34, 17.91, 22.5, 30.007]) {
    expect(Math.abs(DataUtils.fromHalfFloat(halfOf(celsius)) - celsius)).toBeLessThanOrEqual(1 / 64);
  }
  expect(DataUtils.fromHalfFloat(halfOf(9999))).toBe(250);
});
