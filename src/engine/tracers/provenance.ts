import type { AirSource, Provenance } from '../../frame/provenance';
import type { Port } from '../grid/ports';
import { effectiveDiffusivity } from '../kernels/scalar';
import type { Engine } from '../state';
import { type FrozenTransport, footprint, freezeTransport } from './adjoint';

/** The transport of the air as it moves now, for any number of questions. */
export function freezeEngineAir(engine: Engine): FrozenTransport {
  const { kernels, grid, surfaces } = engine.room;
  const diffusivity = new Float64Array(grid.mesh.size);
  for (let c = 0; c < diffusivity.length; c++) {
    diffusivity[c] = effectiveDiffusivity(surfaces.constants, kernels.viscosity[c]!);
  }
  return freezeTransport({ mesh: grid.mesh, velocity: kernels.velocity, diffusivity, inflow: kernels.inflow });
}

/**
 * Where the air at a rack's inlet comes from: the share of each rack exhaust, cooling unit and opening that it last left.
 * Air of the raised floor counts as that of the units that feed it, by flow. Holds for the air as it moves now; air is
 * not followed through equipment. Null for a rack that draws no air, or where the solve did not converge.
 */
export function airProvenance(engine: Engine, transport: FrozenTransport, rack: number): Provenance | null {
  const { servers, room } = engine;
  const { grid } = room;
  const { rackChassisStart } = servers.structure;
  const cells: number[] = [];
  const weights: number[] = [];
  let flow = 0;
  for (let c = rackChassisStart[rack]!; c < rackChassisStart[rack + 1]!; c++) flow += engine.flows.chassis[c]!;
  if (!(flow > 0)) return null;
  for (let c = rackChassisStart[rack]!; c < rackChassisStart[rack + 1]!; c++) {
    const port = grid.chassisInlets[c]!;
    for (let n = 0; n < port.cells.length; n++) {
      cells.push(port.cells[n]!);
      weights.push((engine.flows.chassis[c]! / flow) * port.shares[n]!);
    }
  }
  const reach = footprint(transport, Int32Array.from(cells), Float64Array.from(weights));
  if (reach === null) return null;
  const sources = [...rackSources(engine, reach), ...unitSources(engine, reach), ...openingSources(engine, reach)];
  return {
    rackId: engine.site.racks[rack]!.id,
    simulatedSeconds: engine.simulatedSeconds,
    sources: sources.filter((source) => source.share > 1e-6).sort((a, b) => b.share - a.share),
    captureIndex: sources.reduce((sum, { kind, share }) => sum + (kind === 'coolingUnit' ? share : 0), 0),
  };
}

function reachOf(port: Port | null, flow: number, reach: Float64Array): number {
  if (port === null || !(flow > 0)) return 0;
  let sum = 0;
  for (let n = 0; n < port.cells.length; n++) sum += flow * port.shares[n]! * reach[port.cells[n]!]!;
  return sum;
}

function rackSources(engine: Engine, reach: Float64Array): AirSource[] {
  const { servers, flows, site, room } = engine;
  const { rackChassisStart } = servers.structure;
  return site.racks.map((rack, r) => {
    let share = 0;
    let warmth = 0;
    for (let c = rackChassisStart[r]!; c < rackChassisStart[r + 1]!; c++) {
      const part = reachOf(room.grid.chassisOutlets[c]!, flows.chassis[c]!, reach);
      share += part;
      warmth += part * servers.outletCelsius[c]!;
    }
    return { kind: 'rack', id: rack.id, share, celsius: share > 0 ? warmth / share : Number.NaN };
  });
}

function unitSources(engine: Engine, reach: Float64Array): AirSource[] {
  const { flows, plant, room, site } = engine;
  const { grid, plenums } = room;
  let floorShare = reachOf(grid.floor, flows.floorLeakage, reach);
  for (let n = 0; n < grid.tiles.length; n++) floorShare += reachOf(grid.tiles[n]!, flows.tiles[n]!, reach);
  let toFloor = 0;
  for (let n = 0; n < flows.units.length; n++) if (plenums.unitToFloor[n]) toFloor += flows.units[n]!;
  return site.coolingUnits.map((unit, n) => ({
    kind: 'coolingUnit',
    id: unit.id,
    share: plenums.unitToFloor[n]
      ? toFloor > 0
        ? (floorShare * flows.units[n]!) / toFloor
        : 0
      : reachOf(grid.unitSupplies[n]!, flows.units[n]!, reach),
    celsius: plant.supplyCelsius[n]!,
  }));
}

function openingSources(engine: Engine, reach: Float64Array): AirSource[] {
  const { flows, room, site, inflows } = engine;
  const { grid, kernels } = room;
  return site.openings.map((opening, n) => {
    let share = reachOf(grid.pinnedOpenings[n]!, flows.openings[n]!, reach);
    for (let f = 0; f < grid.freeFaces.length; f++) {
      if (grid.freeFaceOpening[f] !== n) continue;
      const free = grid.freeFaces[f]!;
      const q = free.inward * kernels.velocity[free.axis][free.face]! * free.area;
      if (q > 0) share += q * reach[free.cell]!;
    }
    return { kind: 'opening', id: opening.id, share, celsius: inflows.openingsCelsius[n]! };
  });
}
