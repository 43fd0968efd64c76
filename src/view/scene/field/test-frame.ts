import { type Frame, type FrameLayout, frameBytes, viewFrame } from '../../../frame/layout';

/** A frame of a room without entities, for tests: `temperatureAt` and `velocityAt` give the field at cell centres. */
export function fieldFrame(
  faces: { x: number[]; y: number[]; z: number[] },
  temperatureAt: (x: number, y: number, z: number) => number,
  velocityAt: (x: number, y: number, z: number) => [number, number, number] = () => [0, 0, 0],
  isSolid: (x: number, y: number, z: number) => boolean = () => false,
): Frame {
  const [nx, ny, nz] = [faces.x.length - 1, faces.y.length - 1, faces.z.length - 1];
  const layout: FrameLayout = {
    revision: 1,
    nx,
    ny,
    nz,
    xFaces: Float64Array.from(faces.x),
    yFaces: Float64Array.from(faces.y),
    zFaces: Float64Array.from(faces.z),
    solid: new Uint8Array(nx * ny * nz),
    rackIds: [],
    chassisIds: [],
    chassisRack: new Int32Array(0),
    unitIds: [],
    tileIds: [],
    grilleIds: [],
    openingIds: [],
    sensorIds: [],
    workUnit: null,
  };
  const frame = viewFrame(layout, new ArrayBuffer(frameBytes(layout)));
  const middle = (list: number[], i: number) => (list[i]! + list[i + 1]!) / 2;
  for (let k = 0; k < nz; k++)
    for (let j = 0; j < ny; j++)
      for (let i = 0; i < nx; i++) {
        const at: [number, number, number] = [middle(faces.x, i), middle(faces.y, j), middle(faces.z, k)];
        const cell = i + nx * (j + ny * k);
        layout.solid[cell] = isSolid(...at) ? 1 : 0;
        frame.blocks.temperature[cell] = temperatureAt(...at);
        const [u, v, w] = velocityAt(...at);
        frame.blocks.velocityX[cell] = u;
        frame.blocks.velocityY[cell] = v;
        frame.blocks.velocityZ[cell] = w;
      }
  return frame;
}

/** Faces 0, step, 2 step ... up to `length`. */
export function evenFaces(length: number, step: number): number[] {
  const count = Math.round(length / step);
  return Array.from({ length: count + 1 }, (_, i) => (i * length) / count);
}
