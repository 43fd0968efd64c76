import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter } from 'three';

export interface NameAtlas {
  texture: CanvasTexture;
  columns: number;
  rows: number;
  /** Width of a cell over its height. */
  aspect: number;
  dispose(): void;
}

const FONT = 'system-ui, sans-serif';

/** Width over height of the cell that the longest name fills, so that short names are large. */
function cellAspect(context: CanvasRenderingContext2D, names: readonly string[]): number {
  context.font = `600 32px ${FONT}`;
  const longest = Math.max(0, ...names.map((name) => context.measureText(name).width));
  return Math.min(6, Math.max(1.6, longest / 36));
}

/** Names drawn once into one texture, a cell each, in white on transparent; the shader gives the colour. */
export function createNameAtlas(names: readonly string[]): NameAtlas {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  const aspect = cellAspect(context, names);
  const cellWidth = names.length > 1024 ? 64 : 128;
  const cellHeight = Math.round(cellWidth / aspect);
  const columns = Math.max(1, Math.min(Math.floor(2048 / cellWidth), names.length));
  const rows = Math.max(1, Math.ceil(names.length / columns));
  canvas.width = columns * cellWidth;
  canvas.height = rows * cellHeight;
  context.fillStyle = '#fff';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `600 ${cellHeight * 0.84}px ${FONT}`;
  names.forEach((name, i) => {
    const x = (i % columns) * cellWidth + cellWidth / 2;
    const y = Math.floor(i / columns) * cellHeight + cellHeight / 2;
    context.fillText(name, x, y, cellWidth - 4);
  });
  const texture = new CanvasTexture(canvas);
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.anisotropy = 4;
  return { texture, columns, rows, aspect: cellWidth / cellHeight, dispose: () => texture.dispose() };
}
