import type { Mesh } from '../mesh';
import type { PoissonSolver } from '../multigrid';
import type { WasmLevel } from './conductance';
import { boxOf, createLayout } from './layout';

const FLOAT_BYTES = 4;
/** 32-bit words of a level descriptor; see assembly/level.ts. */
const LEVEL_WORDS = 16;

/** Fields in natural order, by the names that the kernels know them by. */
const FIELDS = [
  'u',
  'v',
  'w',
  'pressure',
  'temperature',
  'viscosity',
  'wallDistance',
  'openX',
  'openY',
  'openZ',
  'air',
  'lossX',
  'lossY',
  'lossZ',
  'freeXY',
  'freeXZ',
  'freeYX',
  'freeYZ',
  'freeZX',
  'freeZY',
  'inflow',
  'inflowValue',
  'exchange',
  'exchangeValue',
  'correction',
  'conductanceX',
  'conductanceY',
  'conductanceZ',
  'jet',
] as const;
const TABLES = [
  ['wx', 'inverseWx', 'dx', 'inverseDx'],
  ['wy', 'inverseWy', 'dy', 'inverseDy'],
  ['wz', 'inverseWz', 'dz', 'inverseDz'],
] as const;
/** Widths in double precision. */
const PRECISE = ['preciseX', 'preciseY', 'preciseZ'] as const;
/** Air regions beyond those of the first mesh that a change of the room may make. */
const SPARE_REGIONS = 64;
/** Names that the kernels do not know: memory that the host hands to them in calls. */
const HOST_ONLY = new Set(['packed0', 'packed1', 'packed2']);

export type FieldName = (typeof FIELDS)[number];
export type TableName = (typeof TABLES)[number][number];

/** A room in the memory of its kernels. */
export interface RoomMemory {
  readonly memory: WebAssembly.Memory;
  readonly fields: Readonly<Record<FieldName, Float32Array>>;
  readonly tables: Readonly<Record<TableName, Float32Array>>;
  readonly levels: readonly WasmLevel[];
  readonly labels: Int32Array;
  readonly regionCells: Float64Array;
  /** Addresses of packed work arrays, one an axis. */
  readonly packedVelocity: readonly [number, number, number];
  /** Addresses and sizes by the kernels' names. */
  readonly settings: Readonly<Record<string, number>>;
  /** The part of them that the kernels export. */
  readonly kernelSettings: Readonly<Record<string, number>>;
}

export function allocateRoom(mesh: Mesh, solver: PoissonSolver): RoomMemory {
  const layout = createLayout();
  const boxes = solver.levels.map(boxOf);
  const finest = boxes[0]!;
  const bytes = mesh.size * FLOAT_BYTES;
  const sy = mesh.stride[1];
  const settings: Record<string, number> = {
    ny: mesh.ny,
    nz: mesh.nz,
    rowBytes: sy * FLOAT_BYTES,
    planeBytes: mesh.stride[2] * FLOAT_BYTES,
    halfRow: finest.halfRow * FLOAT_BYTES,
    halfPlane: finest.halfPlane * FLOAT_BYTES,
    halfSize: finest.half * FLOAT_BYTES,
    levelCount: boxes.length,
    regions: solver.regions,
  };
  const tableLengths = [sy + 8, mesh.ny + 2, mesh.nz + 2] as const;
  for (const name of FIELDS) settings[name] = layout.take(bytes);
  TABLES.forEach((names, axis) => {
    for (const name of names) settings[name] = layout.take(tableLengths[axis]! * FLOAT_BYTES);
  });
  for (const [axis, name] of PRECISE.entries()) settings[name] = layout.take(tableLengths[axis]! * 8);
  settings.blocks = layout.take(bytes * 7);
  settings.rows = layout.take(sy * 7 * FLOAT_BYTES);
  settings.limiter = layout.take((3 * mesh.stride[2] + 5 * sy) * FLOAT_BYTES);
  for (const name of ['packed0', 'packed1', 'packed2', 'direction', 'image', 'answer', 'labels'])
    settings[name] = layout.take(bytes);
  const mostRegions = solver.regions + SPARE_REGIONS;
  settings.regionSums = layout.take((mostRegions + 1) * 8);
  settings.regionCells = layout.take((mostRegions + 1) * 8);
  settings.levels = layout.take(boxes.length * LEVEL_WORDS * 4);
  const levelAddresses = boxes.map((box) => Array.from({ length: 8 }, () => layout.take(box.half * 2 * FLOAT_BYTES)));

  const memory = new WebAssembly.Memory({ initial: layout.pages });
  const floats = (address: number, length: number) => new Float32Array(memory.buffer, address, length);
  const fields = Object.fromEntries(FIELDS.map((name) => [name, floats(settings[name]!, mesh.size)]));
  const tables = Object.fromEntries(
    TABLES.flatMap((names, axis) => names.map((name) => [name, floats(settings[name]!, tableLengths[axis]!)])),
  );
  const levels = boxes.map((box, l): WasmLevel => {
    const [gx, gy, gz, inverse, tie] = levelAddresses[l]!;
    const array = (address: number) => floats(address, box.half * 2);
    const words = new Int32Array(memory.buffer, settings.levels! + l * LEVEL_WORDS * 4, LEVEL_WORDS);
    words.set([
      box.ny,
      box.nz,
      box.halfRow * FLOAT_BYTES,
      box.halfPlane * FLOAT_BYTES,
      box.half * FLOAT_BYTES,
      ...levelAddresses[l]!,
    ]);
    return { box, g: [array(gx!), array(gy!), array(gz!)], inverse: array(inverse!), tie: array(tie!) };
  });
  for (const [axis, name] of PRECISE.entries()) {
    new Float64Array(memory.buffer, settings[name], tableLengths[axis]).set(mesh.width[axis]!);
  }
  return {
    memory,
    levels,
    settings,
    fields: fields as Record<FieldName, Float32Array>,
    tables: tables as Record<TableName, Float32Array>,
    labels: new Int32Array(memory.buffer, settings.labels, finest.half * 2),
    regionCells: new Float64Array(memory.buffer, settings.regionCells, mostRegions + 1),
    packedVelocity: [settings.packed0!, settings.packed1!, settings.packed2!],
    kernelSettings: Object.fromEntries(Object.entries(settings).filter(([name]) => !HOST_ONLY.has(name))),
  };
}
