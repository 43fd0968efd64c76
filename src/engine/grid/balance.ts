import type { Issue } from '../../site/issue';
import type { Site } from '../../site/schema/site';
import type { Port } from './ports';
import type { RoomGrid } from './room-grid';

interface NamedFlow {
  port: Port | null;
  flow: number;
  path: string;
}

/**
 * Every air region closed off from the rest must take in as much as it gives out, unless it is open to the outside.
 * `region` labels the cells from 1; `flows` are into the room. Returns one issue for each region that cannot balance.
 */
export function balanceIssues(region: Int32Array, regionAnchored: Uint8Array, flows: readonly NamedFlow[]): Issue[] {
  const net = new Float64Array(regionAnchored.length);
  const moved = new Float64Array(regionAnchored.length);
  const first: string[] = [];
  for (const { port, flow, path } of flows) {
    if (port === null || flow === 0) continue;
    for (let n = 0; n < port.cells.length; n++) {
      const r = region[port.cells[n]!]!;
      net[r]! += flow * port.shares[n]!;
      moved[r]! += Math.abs(flow) * port.shares[n]!;
      first[r] ??= path;
    }
  }
  const issues: Issue[] = [];
  for (let r = 1; r < net.length; r++) {
    if (regionAnchored[r] || Math.abs(net[r]!) <= 1e-6 * moved[r]! + 1e-12) continue;
    issues.push({
      severity: 'error',
      code: 'flow-cannot-balance',
      path: first[r] ?? '',
      message:
        `The closed part of the room around ${first[r] ?? 'it'} takes in ${net[r]!.toFixed(3)} m³/s more air than leaves it` +
        ` (of ${moved[r]!.toFixed(3)} m³/s moved there).`,
      remedy: 'Give its containment some leakage, add a free opening, or match the flows.',
    });
  }
  return issues;
}

/** The flows of the equipment with the place in the document that each comes from; m³/s into the room. */
export function namedFlows(
  site: Site,
  grid: RoomGrid,
  flows: {
    chassis: Float64Array;
    units: Float64Array;
    tiles: Float64Array;
    floorLeakage: number;
    floorFaces: Float64Array;
    grilles: Float64Array;
    openings: Float64Array;
  },
): NamedFlow[] {
  const list: NamedFlow[] = [];
  const add = (port: Port | null, flow: number, path: string) => {
    list.push({ port, flow, path });
  };
  let chassis = 0;
  site.racks.forEach((rack, r) => {
    rack.contents.forEach((_, n) => {
      const path = `racks[${r}].contents[${n}]`;
      add(grid.chassisInlets[chassis]!, -flows.chassis[chassis]!, path);
      add(grid.chassisOutlets[chassis]!, flows.chassis[chassis]!, path);
      chassis++;
    });
  });
  for (let n = 0; n < site.coolingUnits.length; n++) {
    add(grid.unitReturns[n]!, -flows.units[n]!, `coolingUnits[${n}]`);
    add(grid.unitSupplies[n]!, flows.units[n]!, `coolingUnits[${n}]`);
  }
  for (let n = 0; n < site.tiles.length; n++) add(grid.tiles[n]!, flows.tiles[n]!, `tiles[${n}]`);
  if (grid.floor !== null && flows.floorLeakage !== 0) {
    const shares = flows.floorFaces.map((flow) => flow / flows.floorLeakage);
    add({ ...grid.floor, shares }, flows.floorLeakage, 'raisedFloor');
  }
  for (let n = 0; n < site.ceilingGrilles.length; n++) {
    add(grid.grilles[n]!, -flows.grilles[n]!, `ceilingGrilles[${n}]`);
  }
  for (let n = 0; n < site.openings.length; n++) {
    add(grid.pinnedOpenings[n]!, flows.openings[n]!, `openings[${n}]`);
  }
  return list;
}
