import { jetMomentum } from '../../../src/engine/airflow/air';
import type { Engine } from '../../../src/engine/engine';
import type { Port } from '../../../src/engine/grid/ports';
import type { Mesh } from '../../../src/engine/kernels/mesh';
import type { FoamPatch } from './patches';

/** Something added to the air of a set of cells, spread over them by volume. */
export interface CellSource {
  readonly name: string;
  /** Padded cells. */
  readonly cells: readonly number[];
  /** Of temperature: K m³/s; of momentum along z: m⁴/s². */
  readonly amount: number;
  readonly of: 'temperature' | 'momentum';
}

/**
 * The heat of each chassis enters the cells at its outlet: carried in by the flow, Q (T_in + rise) is the same as
 * Q T_in through the patch and Q rise in the cell behind it. Cells with the same flow by volume share a source.
 */
export function heatSources(patches: readonly FoamPatch[], mesh: Mesh): CellSource[] {
  return patches.flatMap((patch) => {
    if (patch.kind !== 'chassis-outlet') return [];
    const amounts = patch.flowM3s.map((flow) => flow * patch.riseKelvin);
    return evenSources(`${patch.name}_heat`, patch.cells, amounts, 'temperature', mesh);
  });
}

/**
 * The momentum that the engine adds at the face over the first cell of each perforated tile: half of it in the cell
 * below that face, half in the one above. All of it in the first cell would move that cell's velocity but hardly the
 * flow through its faces, which the floor holds.
 */
export function jetSources(engine: Engine): CellSource[] {
  const { grid, airScratch } = engine.room;
  const up = grid.mesh.stride[2];
  return grid.tiles.flatMap((port: Port | null, n) => {
    if (port === null) return [];
    const momentum = jetMomentum(engine.flows.tiles[n]!, port.area, airScratch.tileOpenShare[n]!);
    if (momentum === 0) return [];
    const lower = Array.from(port.cells);
    const upper = lower.map((cell) => (grid.mesh.solid[cell + up] ? cell : cell + up));
    const half = Array.from(port.shares, (share) => (share * momentum) / 2);
    return evenSources(`tile${n}_jet`, [...lower, ...upper], [...half, ...half], 'momentum', grid.mesh);
  });
}

/** Splits a source into sets of cells that get the same by volume, since a set spreads its amount by volume. */
function evenSources(
  name: string,
  cells: readonly number[],
  amounts: readonly number[],
  of: CellSource['of'],
  mesh: Mesh,
): CellSource[] {
  const groups = new Map<string, { cells: number[]; amount: number }>();
  cells.forEach((cell, n) => {
    const density = (amounts[n]! / cellVolume(mesh, cell)).toPrecision(7);
    const group = groups.get(density) ?? { cells: [], amount: 0 };
    group.cells.push(cell);
    group.amount += amounts[n]!;
    groups.set(density, group);
  });
  return [...groups.values()].map((group, n) => ({ name: `${name}${n}`, ...group, of }));
}

function cellVolume(mesh: Mesh, c: number): number {
  const k = Math.floor(c / mesh.stride[2]);
  const j = Math.floor((c - k * mesh.stride[2]) / mesh.stride[1]);
  const i = c - k * mesh.stride[2] - j * mesh.stride[1];
  return mesh.width[0][i]! * mesh.width[1][j]! * mesh.width[2][k]!;
}
