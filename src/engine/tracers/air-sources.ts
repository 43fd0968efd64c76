import { floorUnitShares } from '../airflow/plenum/unit-shares';
import type { Port } from '../grid/ports';
import type { Engine } from '../state';
import type { FrozenTransport } from './adjoint';

/** Where air enters the room: the cells and the flow into each, m³/s. A copy that the running air does not change. */
export interface AirInlet {
  readonly cells: Int32Array;
  readonly flows: Float64Array;
}

/** Every way into the room, in the order of the site. */
export interface AirInlets {
  readonly chassis: readonly AirInlet[];
  /** Straight from each unit; empty for units that blow under the raised floor. */
  readonly units: readonly AirInlet[];
  /** Tiles and seams of the raised floor, each with the unit shares of its air. */
  readonly floor: readonly { readonly inlet: AirInlet; readonly unitShare: Float64Array }[];
  readonly openings: readonly AirInlet[];
}

const NOTHING: AirInlet = { cells: new Int32Array(0), flows: new Float64Array(0) };

function inletOf(transport: FrozenTransport, port: Port | null, flow: number): AirInlet {
  if (port === null || !(flow > 0)) return NOTHING;
  return {
    cells: Int32Array.from(port.cells, (cell) => transport.place[cell]!),
    flows: Float64Array.from(port.shares, (share) => flow * share),
  };
}

/**
 * The ways into the room as the air moves now. Air of the raised floor counts as that of the units that feed it: by flow
 * under a floor of one pressure, as it moves from each unit to each tile where the plenum is two-dimensional.
 */
export function airInlets(engine: Engine, transport: FrozenTransport): AirInlets {
  const { flows, room, site } = engine;
  const { grid } = room;
  return {
    chassis: grid.chassisOutlets.map((port, n) => inletOf(transport, port, flows.chassis[n]!)),
    units: grid.unitSupplies.map((port, n) => inletOf(transport, port, flows.units[n]!)),
    floor: floorInlets(engine, transport).filter(({ inlet }) => inlet.cells.length > 0),
    openings: site.openings.map((_, n) =>
      grid.pinnedOpenings[n] === null
        ? freeInlet(engine, transport, n)
        : inletOf(transport, grid.pinnedOpenings[n]!, flows.openings[n]!),
    ),
  };
}

function floorInlets(engine: Engine, transport: FrozenTransport): AirInlets['floor'] {
  const { flows, room } = engine;
  const { grid, plenums } = room;
  const tiles = grid.tiles.map((port, n) => inletOf(transport, port, flows.tiles[n]!));
  if (plenums.underfloor !== null) {
    const shares = floorUnitShares(plenums.underfloor, flows.units);
    return [
      ...tiles.map((inlet, n) => ({ inlet, unitShare: shares.tiles[n]! })),
      ...seamInlets(engine, transport, shares.floorFaces),
    ];
  }
  const unitShare = new Float64Array(flows.units.length);
  let toFloor = 0;
  for (let n = 0; n < unitShare.length; n++) if (plenums.unitToFloor[n]) toFloor += flows.units[n]!;
  for (let n = 0; n < unitShare.length; n++) {
    if (plenums.unitToFloor[n] && toFloor > 0) unitShare[n] = flows.units[n]! / toFloor;
  }
  return [...tiles, inletOf(transport, grid.floor, flows.floorLeakage)].map((inlet) => ({ inlet, unitShare }));
}

/** Seams face by face, each with the air of its own place. */
function seamInlets(
  engine: Engine,
  transport: FrozenTransport,
  shares: readonly Float64Array[],
): { inlet: AirInlet; unitShare: Float64Array }[] {
  const { floor } = engine.room.grid;
  if (floor === null) return [];
  return shares.flatMap((unitShare, n) => {
    const flow = engine.flows.floorFaces[n]!;
    if (flow <= 0) return [];
    const inlet = {
      cells: Int32Array.of(transport.place[floor.cells[n]!]!),
      flows: Float64Array.of(flow),
    };
    return [{ inlet, unitShare }];
  });
}

function freeInlet(engine: Engine, transport: FrozenTransport, opening: number): AirInlet {
  const { grid, kernels } = engine.room;
  const cells: number[] = [];
  const inward: number[] = [];
  for (let f = 0; f < grid.freeFaces.length; f++) {
    if (grid.freeFaceOpening[f] !== opening) continue;
    const free = grid.freeFaces[f]!;
    const q = free.inward * kernels.velocity[free.axis][free.face]! * free.area;
    if (q <= 0) continue;
    cells.push(transport.place[free.cell]!);
    inward.push(q);
  }
  return { cells: Int32Array.from(cells), flows: Float64Array.from(inward) };
}

/** Share of the air in a mean, whose footprint is given, that came in this way. */
export function shareOf({ cells, flows }: AirInlet, footprint: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < cells.length; n++) sum += flows[n]! * footprint[cells[n]!]!;
  return sum;
}

/** Writes the share of each unit, straight or through the raised floor. */
export function unitSharesOf(inlets: AirInlets, footprint: Float64Array, shares: Float64Array): void {
  for (let n = 0; n < inlets.units.length; n++) shares[n] = shareOf(inlets.units[n]!, footprint);
  for (const { inlet, unitShare } of inlets.floor) {
    const share = shareOf(inlet, footprint);
    for (let n = 0; n < shares.length; n++) shares[n]! += share * unitShare[n]!;
  }
}
