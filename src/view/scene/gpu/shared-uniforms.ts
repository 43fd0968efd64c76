import { Color, DataTexture, LinearFilter, RGBAFormat, UnsignedByteType, Vector4 } from 'three';
import type { Theme } from '../../../store/theme';
import { type ColourRange, colourSpanKelvin, TABLE_SIZE, TEMPERATURE_TABLE } from '../colour-map';
import { SCENE_PALETTES, type ScenePalette } from '../scene-theme';

type PaletteUniform = `u${Capitalize<keyof ScenePalette>}`;

/** Values that every material of the scene reads; changed in place, so that no material is made again. */
export type SharedUniforms = Record<PaletteUniform, { value: Color }> & {
  uTemperatureTable: { value: DataTexture };
  /** Lowest and highest temperature shown, centre of the map, kelvins from centre to end; °C and K. */
  uTemperatureRange: { value: Vector4 };
};

const paletteNames = Object.keys(SCENE_PALETTES.light) as (keyof ScenePalette)[];
const uniformName = (name: keyof ScenePalette) => `u${name[0]!.toUpperCase()}${name.slice(1)}` as PaletteUniform;

/** sRGB components as they are: the scene's shaders work in display colours and convert nothing. */
function displayColour(hex: string, target: Color): Color {
  const value = Number.parseInt(hex.slice(1), 16);
  target.r = ((value >> 16) & 255) / 255;
  target.g = ((value >> 8) & 255) / 255;
  target.b = (value & 255) / 255;
  return target;
}

export function createSharedUniforms(): SharedUniforms {
  const table = new DataTexture(TEMPERATURE_TABLE, TABLE_SIZE, 1, RGBAFormat, UnsignedByteType);
  table.minFilter = LinearFilter;
  table.magFilter = LinearFilter;
  table.needsUpdate = true;
  const colours = Object.fromEntries(paletteNames.map((name) => [uniformName(name), { value: new Color() }]));
  return {
    ...(colours as Record<PaletteUniform, { value: Color }>),
    uTemperatureTable: { value: table },
    uTemperatureRange: { value: new Vector4(14, 40, 27, 13) },
  };
}

export function setPalette(uniforms: SharedUniforms, theme: Theme): void {
  for (const name of paletteNames) displayColour(SCENE_PALETTES[theme][name], uniforms[uniformName(name)].value);
}

export function setTemperatureRange(uniforms: SharedUniforms, range: ColourRange): void {
  uniforms.uTemperatureRange.value.set(
    range.minCelsius,
    range.maxCelsius,
    range.centreCelsius,
    colourSpanKelvin(range),
  );
}
