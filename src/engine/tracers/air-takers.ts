import type { Port } from '../grid/ports';
import type { Engine } from '../state';
import type { FrozenTransport } from './adjoint';

/** The air that someone draws: weights over the air cells that sum to 1, and the flow, m³/s. */
export interface AirTaker {
  readonly cells: Int32Array;
  readonly weights: Float64Array;
  readonly flowM3s: number;
}

/** Air drawn through several ports, each with its flow; null where nothing is drawn. */
function takerOf(
  transport: FrozenTransport,
  ports: readonly (Port | null)[],
  flowOf: (n: number) => number,
): AirTaker | null {
  const cells: number[] = [];
  const weights: number[] = [];
  let total = 0;
  for (let n = 0; n < ports.length; n++) if (ports[n] !== null && flowOf(n) > 0) total += flowOf(n);
  if (!(total > 0)) return null;
  for (let n = 0; n < ports.length; n++) {
    const port = ports[n]!;
    if (port === null || !(flowOf(n) > 0)) continue;
    for (let m = 0; m < port.cells.length; m++) {
      cells.push(transport.place[port.cells[m]!]!);
      weights.push((flowOf(n) / total) * port.shares[m]!);
    }
  }
  return { cells: Int32Array.from(cells), weights: Float64Array.from(weights), flowM3s: total };
}

/** What chassis `start` to `end` (exclusive) draw together. */
export function chassisTaker(engine: Engine, transport: FrozenTransport, start: number, end: number): AirTaker | null {
  const { flows, room } = engine;
  const ports = room.grid.chassisInlets.slice(start, end);
  return takerOf(transport, ports, (n) => flows.chassis[start + n]!);
}

/** What a unit returns: through its own grille, or mixed from the ceiling plenum. */
export function unitTaker(engine: Engine, transport: FrozenTransport, unit: number): AirTaker | null {
  const { flows, room } = engine;
  const own = room.grid.unitReturns[unit]!;
  if (own !== null) return takerOf(transport, [own], () => flows.units[unit]!);
  const mixed = takerOf(transport, room.grid.grilles, (n) => flows.grilles[n]!);
  return mixed === null || !(flows.units[unit]! > 0) ? null : { ...mixed, flowM3s: flows.units[unit]! };
}

/** What leaves through an opening. */
export function openingTaker(engine: Engine, transport: FrozenTransport, opening: number): AirTaker | null {
  const { flows, room } = engine;
  const { grid, kernels } = room;
  const pinned = grid.pinnedOpenings[opening]!;
  if (pinned !== null) return takerOf(transport, [pinned], () => -flows.openings[opening]!);
  const cells: number[] = [];
  const outward: number[] = [];
  let total = 0;
  for (let f = 0; f < grid.freeFaces.length; f++) {
    if (grid.freeFaceOpening[f] !== opening) continue;
    const free = grid.freeFaces[f]!;
    const q = -free.inward * kernels.velocity[free.axis][free.face]! * free.area;
    if (q <= 0) continue;
    cells.push(transport.place[free.cell]!);
    outward.push(q);
    total += q;
  }
  if (!(total > 0)) return null;
  return { cells: Int32Array.from(cells), weights: Float64Array.from(outward, (q) => q / total), flowM3s: total };
}

/** The air of the room as a whole, by volume; parts of it that no flow enters are left out. Its flow is 0: nobody draws it. */
export function roomTaker(engine: Engine, transport: FrozenTransport): { taker: AirTaker; volumeM3: number } {
  const { kernels, grid } = engine.room;
  const { label, count, air } = kernels.regions;
  const fed = new Uint8Array(count + 1);
  for (let n = 0; n < air.length; n++) if (kernels.inflow[air[n]!]! > 0) fed[label[air[n]!]!] = 1;
  const cells: number[] = [];
  let volumeM3 = 0;
  for (let c = 0; c < grid.mesh.size; c++) {
    const place = transport.place[c]!;
    if (place < 0 || fed[label[c]!] === 0) continue;
    cells.push(place);
    volumeM3 += transport.volume[place]!;
  }
  const weights = Float64Array.from(cells, (place) => transport.volume[place]! / volumeM3);
  return { taker: { cells: Int32Array.from(cells), weights, flowM3s: 0 }, volumeM3 };
}
