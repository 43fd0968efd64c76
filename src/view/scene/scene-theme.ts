import type { Theme } from '../../store/theme';

/** Neutral colours of the scene; colour itself is left to temperature. */
export interface ScenePalette {
  background: string;
  floor: string;
  grid: string;
  gridStrong: string;
  wall: string;
  /** Bodies of racks and units, and their thin edges. */
  body: string;
  edge: string;
  /** What lies behind a rack's door where no equipment is. */
  recess: string;
  glass: string;
  /** Selection, distance lines, handles. */
  ink: string;
  inkQuiet: string;
  shadow: string;
}

export const SCENE_PALETTES: Record<Theme, ScenePalette> = {
  light: {
    background: '#e9ecef',
    floor: '#f6f7f8',
    grid: '#dfe3e7',
    gridStrong: '#c3c9cf',
    wall: '#aab2ba',
    body: '#e4e7eb',
    edge: '#8d969f',
    recess: '#4b525a',
    glass: '#9aa5b0',
    ink: '#15191d',
    inkQuiet: '#5b646d',
    shadow: '#3c444c',
  },
  dark: {
    background: '#131619',
    floor: '#1b1f23',
    grid: '#262b30',
    gridStrong: '#3a4148',
    wall: '#4b545d',
    body: '#3a4148',
    edge: '#6f7a85',
    recess: '#0d0f11',
    glass: '#8fa0b0',
    ink: '#f3f5f7',
    inkQuiet: '#9aa4ae',
    shadow: '#000000',
  },
};
