import { BufferAttribute, BufferGeometry, DataTexture, DataUtils, HalfFloatType, LinearFilter, RGFormat } from 'three';
import type { AirGrid } from './air-field';
import type { AxisLookup } from './axis-lookup';
import { type Axis, planeAxes, sampleSlice } from './slice-sample';

/** 1 as a half-precision number. */
const HALF_ONE = 0x3c00;
/** Temperatures that the texture can hold, °C, and steps a kelvin: as fine as half precision is at 32 °C. */
const LOWEST_CELSIUS = -100;
const HIGHEST_CELSIUS = 250;
const STEPS_PER_KELVIN = 64;

/** Half-precision numbers of all temperatures, looked up instead of converted: planes have tens of thousands of cells. */
const HALVES = Uint16Array.from({ length: (HIGHEST_CELSIUS - LOWEST_CELSIUS) * STEPS_PER_KELVIN + 1 }, (_, i) =>
  DataUtils.toHalfFloat(LOWEST_CELSIUS + i / STEPS_PER_KELVIN),
);

/** Half-precision number of a temperature, °C, to 1/64 K. */
export function halfOf(celsius: number): number {
  const bounded = Math.min(HIGHEST_CELSIUS, Math.max(LOWEST_CELSIUS, celsius));
  return HALVES[Math.round((bounded - LOWEST_CELSIUS) * STEPS_PER_KELVIN)]!;
}

/** Texture coordinates off by less than this share of a texel are taken as even. */
const EVEN_SHARE = 1e-3;

interface Station {
  metres: number;
  texture: number;
}

/**
 * Points along an axis between which texture coordinates run evenly: room faces and cell centres, so that unequal cells
 * land where they are. A run of equal cells needs only its ends.
 */
export function stationsOf(axis: AxisLookup): Station[] {
  const all = [axis.faces[0]!, ...axis.centres, axis.faces[axis.count]!].map((metres, i) => ({
    metres,
    texture: (Math.min(Math.max(i - 1, 0), axis.count - 1) + 0.5) / axis.count,
  }));
  return all.filter((station, i) => {
    const before = all[i - 1];
    const after = all[i + 1];
    if (before === undefined || after === undefined) return true;
    const share = (station.metres - before.metres) / (after.metres - before.metres);
    const even = before.texture + share * (after.texture - before.texture);
    return Math.abs(even - station.texture) * axis.count > EVEN_SHARE;
  });
}

/**
 * A plane across the air field: a mesh whose vertices are the cell centres that it cuts, and a texture with one texel
 * a cell. Red is temperature x share of air, green the share of air, so that filtering never mixes solids in.
 */
export class FieldPlane {
  readonly geometry = new BufferGeometry();
  readonly texture: DataTexture;
  private readonly halves: Uint16Array;
  private readonly values: Float32Array;

  constructor(
    private readonly grid: AirGrid,
    readonly axis: Axis,
  ) {
    const { u, v } = planeAxes(grid, axis);
    this.values = new Float32Array(u.count * v.count);
    this.halves = new Uint16Array(u.count * v.count * 2);
    this.texture = new DataTexture(this.halves, u.count, v.count, RGFormat, HalfFloatType);
    this.texture.minFilter = LinearFilter;
    this.texture.magFilter = LinearFilter;
    this.build(u, v);
  }

  private build(uAxis: AxisLookup, vAxis: AxisLookup): void {
    const u = stationsOf(uAxis);
    const v = stationsOf(vAxis);
    const columns = u.length;
    const position = new Float32Array(columns * v.length * 3);
    const uv = new Float32Array(columns * v.length * 2);
    const index: number[] = [];
    v.forEach((b, j) => {
      u.forEach((a, i) => {
        const at = i + columns * j;
        position.set(
          this.axis === 'x'
            ? [0, a.metres, b.metres]
            : this.axis === 'y'
              ? [a.metres, 0, b.metres]
              : [a.metres, b.metres, 0],
          at * 3,
        );
        uv.set([a.texture, b.texture], at * 2);
        if (i + 1 < columns && j + 1 < v.length)
          index.push(at, at + 1, at + columns + 1, at, at + columns + 1, at + columns);
      });
    });
    this.geometry.setAttribute('position', new BufferAttribute(position, 3));
    this.geometry.setAttribute('uv', new BufferAttribute(uv, 2));
    this.geometry.setIndex(index);
  }

  /** Fills the texture with the field at `coordinate` metres along the axis. */
  write(temperature: Float32Array, coordinate: number): void {
    sampleSlice(this.grid, temperature, this.axis, coordinate, this.values);
    for (let i = 0; i < this.values.length; i++) {
      const celsius = this.values[i]!;
      const air = !Number.isNaN(celsius);
      this.halves[2 * i] = air ? halfOf(celsius) : 0;
      this.halves[2 * i + 1] = air ? HALF_ONE : 0;
    }
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.geometry.dispose();
    this.texture.dispose();
  }
}
