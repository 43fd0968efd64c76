import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter } from 'three';

export interface NameAtlas {
  texture: CanvasTexture;
  columns: number;
  rows: number;
  dispose(): void;
}

/** Names drawn once into one texture, a cell of 4:1 each, in white on transparent; the shader gives the colour. */
export function createNameAtlas(names: readonly string[]): NameAtlas {
  const cellWidth = names.length > 1024 ? 64 : 128;
  const cellHeight = cellWidth / 4;
  const columns = Math.max(1, Math.min(Math.floor(2048 / cellWidth), names.length));
  const rows = Math.max(1, Math.ceil(names.length / columns));
  const canvas = document.createElement('canvas');
  canvas.width = columns * cellWidth;
  canvas.height = rows * cellHeight;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `600 ${cellHeight * 0.78}px system-ui, sans-serif`;
  names.forEach((name, i) => {
    const x = (i % columns) * cellWidth + cellWidth / 2;
    const y = Math.floor(i / columns) * cellHeight + cellHeight / 2;
    context.fillText(name, x, y, cellWidth - 4);
  });
  const texture = new CanvasTexture(canvas);
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.anisotropy = 4;
  return { texture, columns, rows, dispose: () => texture.dispose() };
}
