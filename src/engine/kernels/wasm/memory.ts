import type { TurbulenceModel } from '../backend';
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
  'energy',
  'dissipation',
  'production',
  'friction',
  'inflowEnergy',
  'inflowDissipation',
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
/** Packed arrays; each of these has its own, so that all threads may be at work on them. */
const PACKED = ['packedU', 'packedV', 'packedW', 'packedHeat', 'direction', 'image', 'answer', 'labels'] as const;
/** Bytes from the progress counter of one plane to the next: a cache line. */
const COUNTER_BYTES = 64;

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
  /** Addresses and sizes by the kernels' names. */
  readonly settings: Readonly<Record<string, number>>;
  /** Those of the helper `n`, from 1, which differ in the work space. */
  helperSettings(n: number): Readonly<Record<string, number>>;
}

/** Lays a room out in a memory that `createMemory` gives, zeroed, with work space for the leading thread and its helpers. */
export function allocateRoom(
  mesh: Mesh,
  solver: PoissonSolver,
  helpers: number,
  turbulence: TurbulenceModel,
  createMemory: (pages: number) => WebAssembly.Memory,
): RoomMemory {
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
    helpers,
  };
  const tableLengths = [sy + 8, mesh.ny + 2, mesh.nz + 2] as const;
  for (const name of FIELDS) settings[name] = layout.take(bytes);
  TABLES.forEach((names, axis) => {
    for (const name of names) settings[name] = layout.take(tableLengths[axis]! * FLOAT_BYTES);
  });
  for (const [axis, name] of PRECISE.entries()) settings[name] = layout.take(tableLengths[axis]! * 8);
  settings.wallFriction = turbulence === 'k-epsilon' ? settings.friction! : 0;
  settings.blocks = layout.take(bytes * 7);
  const rowBuffers = Array.from({ length: 1 + helpers }, () => layout.take(sy * 7 * FLOAT_BYTES));
  const limiters = rowBuffers.map(() => layout.take((3 * mesh.stride[2] + 5 * sy) * FLOAT_BYTES));
  settings.rows = rowBuffers[0]!;
  settings.limiter = limiters[0]!;
  for (const name of PACKED) settings[name] = layout.take(bytes);
  settings.partials = layout.take((mesh.nz + 2) * 8);
  settings.progress = layout.take((mesh.nz + 2) * COUNTER_BYTES);
  const mostRegions = solver.regions + SPARE_REGIONS;
  settings.regionSums = layout.take((mostRegions + 1) * 8);
  settings.regionCells = layout.take((mostRegions + 1) * 8);
  settings.levels = layout.take(boxes.length * LEVEL_WORDS * 4);
  const levelAddresses = boxes.map((box) => Array.from({ length: 8 }, () => layout.take(box.half * 2 * FLOAT_BYTES)));

  const memory = createMemory(layout.pages);
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
    helperSettings: (n) => ({ ...settings, helpers: 0, rows: rowBuffers[n]!, limiter: limiters[n]! }),
  };
}
