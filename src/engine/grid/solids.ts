import { type Box, coolingUnitBox, faceDirection, rackBox } from '../../site/footprint';
import type { Rack } from '../../site/schema/rack';
import type { Containment } from '../../site/schema/room';
import type { Site } from '../../site/schema/site';
import { AXES, type Axis, cellIndex, type Mesh } from '../kernels/mesh';
import { nearestFace } from './lines';
import { perforatedLoss } from './perforated-loss';
import { contentVent, emptyUnits } from './vents';

/** Open share of a perforated rack door, front and rear (typical 60-80 %; assumption). */
const DOOR_OPEN_AREA = 0.64;

type Range = [number, number];

function rangesOf(mesh: Mesh, box: Box): [Range, Range, Range] {
  const range = (axis: Axis, from: number, to: number): Range => {
    const faces = mesh.faces[axis];
    const low = nearestFace(faces, from);
    return [low, Math.max(nearestFace(faces, to), Math.min(low + 1, faces.length - 1))];
  };
  return [range(0, box.min.x, box.max.x), range(1, box.min.y, box.max.y), range(2, box.min.z, box.max.z)];
}

function forEachIn(mesh: Mesh, [x, y, z]: [Range, Range, Range], visit: (c: number, k: number) => void): void {
  for (let k = z[0]; k < z[1]; k++) {
    for (let j = y[0]; j < y[1]; j++) for (let i = x[0]; i < x[1]; i++) visit(cellIndex(mesh, i, j, k), k);
  }
}

/** Marks racks, units and obstacles solid, then carves the paths that air finds through racks. */
export function placeSolids(mesh: Mesh, site: Site): void {
  const boxes: Box[] = [...site.racks.map(rackBox), ...site.coolingUnits.map(coolingUnitBox), ...site.obstacles];
  const { solid } = mesh;
  for (const box of boxes)
    forEachIn(mesh, rangesOf(mesh, box), (c) => {
      solid[c] = 1;
    });
  for (const axis of AXES) {
    const s = mesh.stride[axis];
    const open = mesh.open[axis];
    for (let c = s; c < open.length; c++) if (solid[c] || solid[c - s]) open[c] = 0;
  }
  const solidRacks = mesh.solid.slice();
  for (const rack of site.racks) carveRackPaths(mesh, rack);
  for (const containment of site.containments) placeContainment(mesh, containment, solidRacks);
}

/**
 * Empty rack units without blanking panels, and the gap under a rack, let air pass either way between front and
 * rear. The cells of those heights become a duct, closed sideways; front and rear are perforated faces whose
 * open share is the share of the cell row that is empty times that of the door.
 */
function carveRackPaths(mesh: Mesh, rack: Rack): void {
  const ranges = rack.blankingPanels ? [] : emptyUnits(rack).map((r) => ({ ...r, door: DOOR_OPEN_AREA }));
  if (rack.underRackGap > 0) ranges.push({ zMin: 0, zMax: rack.underRackGap, door: 1 });
  if (ranges.length === 0) return;
  const [x, y, z] = rangesOf(mesh, rackBox(rack));
  const front = faceDirection('front', rack.rotation);
  const axis: Axis = front[0] === 'x' ? 0 : 1;
  const along = axis === 0 ? x : y;
  for (let k = z[0]; k < z[1]; k++) {
    const low = mesh.faces[2][k]!;
    const high = mesh.faces[2][k + 1]!;
    let emptyShare = 0;
    let openShare = 0;
    for (const range of ranges) {
      const share = Math.max(0, Math.min(high, range.zMax) - Math.max(low, range.zMin)) / (high - low);
      emptyShare += share;
      openShare += share * range.door;
    }
    // A row that equipment mostly fills stays solid, so that the equipment keeps its own faces.
    if (emptyShare <= 0.5 && breathesBetween(rack, low, high)) continue;
    if (openShare < 0.005) continue;
    forEachIn(mesh, [x, y, [k, k + 1]], (c) => {
      mesh.solid[c] = 0;
    });
    // Inside, the duct is free; its two ends throttle.
    for (let a = along[0]; a <= along[1]; a++) {
      const end = a === along[0] || a === along[1];
      const rows: [Range, Range, Range] = axis === 0 ? [[a, a + 1], y, [k, k + 1]] : [x, [a, a + 1], [k, k + 1]];
      forEachIn(mesh, rows, (c) => {
        if (mesh.solid[c] || mesh.solid[c - mesh.stride[axis]]) return;
        mesh.open[axis][c] = end ? openShare : 1;
        mesh.loss[axis][c] = end ? perforatedLoss(openShare) : 0;
      });
    }
  }
}

/** True where some content's opening overlaps the height range. */
function breathesBetween(rack: Rack, low: number, high: number): boolean {
  return rack.contents.some((content) => {
    const vent = contentVent(rack, content);
    return vent.zMin < high - 1e-6 && vent.zMin + vent.height > low + 1e-6;
  });
}

/**
 * Panels, shut doors and roof of an aisle as thin leaking faces; open sides and open doors leave the air free. Panels
 * run between racks, not before them: the paths through a rack (`solidRacks`: cells solid before they were carved) stay.
 */
function placeContainment(mesh: Mesh, containment: Containment, solidRacks: Uint8Array): void {
  const { leakageArea } = containment;
  const loss = perforatedLoss(Math.max(leakageArea, 1e-4));
  forEachPanelFace(mesh, containment, (axis, c) => {
    if (mesh.open[axis][c] === 0 || solidRacks[c] || solidRacks[c - mesh.stride[axis]]) return;
    mesh.open[axis][c] = leakageArea;
    mesh.loss[axis][c] = leakageArea > 0 ? loss : 0;
  });
}

/** Every grid face within a panel or shut door of an aisle, with the cell on its upper side. */
export function forEachPanelFace(
  mesh: Mesh,
  containment: Containment,
  visit: (axis: Axis, upperCell: number) => void,
): void {
  const { min, max, sides, openDoors } = containment;
  const [x, y, z] = rangesOf(mesh, { min, max });
  const close = (axis: Axis, plane: number, kind: 'open' | 'panel' | 'door') => {
    if (kind === 'open' || (kind === 'door' && openDoors)) return;
    if (plane <= 0 || plane >= mesh.faces[axis].length - 1) return;
    const rows: [Range, Range, Range] = [x, y, z];
    rows[axis] = [plane, plane + 1];
    forEachIn(mesh, rows, (c) => visit(axis, c));
  };
  close(0, x[0], sides.xMin);
  close(0, x[1], sides.xMax);
  close(1, y[0], sides.yMin);
  close(1, y[1], sides.yMax);
  close(2, z[1], sides.roof);
}
