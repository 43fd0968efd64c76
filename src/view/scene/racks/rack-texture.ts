import { DataTexture, FloatType, NearestFilter, RGBAFormat } from 'three';
import type { Rack } from '../../../site/schema/rack';

const TEXTURE_WIDTH = 256;

export const RACK_FLAG = { hovered: 1, selected: 2, ghost: 4, misplaced: 8 } as const;

/**
 * Where each rack is and how warm it is, one texture for everything drawn of racks. Two texels a rack:
 * (x, y, quarter turns, flags) and (inlet max °C, outlet mean °C, unused, unused).
 * Moving a rack among thousands is one write here and touches no geometry.
 */
export class RackTexture {
  readonly texture: DataTexture;
  private readonly data: Float32Array;

  constructor(readonly rackCount: number) {
    const rows = Math.max(1, Math.ceil((rackCount * 2) / TEXTURE_WIDTH));
    this.data = new Float32Array(TEXTURE_WIDTH * rows * 4).fill(Number.NaN);
    this.texture = new DataTexture(this.data, TEXTURE_WIDTH, rows, RGBAFormat, FloatType);
    this.texture.minFilter = NearestFilter;
    this.texture.magFilter = NearestFilter;
  }

  setPlaces(racks: readonly Rack[], flagsOf: (rack: Rack) => number): void {
    racks.forEach((rack, i) => {
      this.data[i * 8] = rack.position.x;
      this.data[i * 8 + 1] = rack.position.y;
      this.data[i * 8 + 2] = rack.rotation / 90;
      this.data[i * 8 + 3] = flagsOf(rack);
    });
    this.texture.needsUpdate = true;
  }

  setTemperatures(index: number, inletCelsius: number, outletCelsius: number): void {
    this.data[index * 8 + 4] = inletCelsius;
    this.data[index * 8 + 5] = outletCelsius;
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
  }
}
