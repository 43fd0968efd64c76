import type { Site } from '../../site/schema/site';
import { AIR } from '../../units/air';
import { forEachPanelFace } from '../grid/solids';
import { AXES, type Mesh } from '../kernels/mesh';
import type { Field } from '../kernels/velocity';

/** Panel faces of one containment: the cell on either side and the face's area, m². */
export interface AislePanels {
  readonly inner: Int32Array;
  readonly outer: Int32Array;
  readonly areas: Float64Array;
  readonly areaM2: number;
}

/** Faces at which the pressure of each containment is felt: those of its panels with air on both sides. */
export function createAislePanels(site: Site, mesh: Mesh): AislePanels[] {
  return site.containments.map((containment) => {
    const inner: number[] = [];
    const outer: number[] = [];
    const areas: number[] = [];
    const centre = AXES.map((axis) => (at(containment.min, axis) + at(containment.max, axis)) / 2);
    forEachPanelFace(mesh, containment, (axis, upper) => {
      const lower = upper - mesh.stride[axis];
      if (mesh.solid[upper] || mesh.solid[lower]) return;
      const place = placeOf(mesh, upper);
      const upperIsInner = mesh.faces[axis][place[axis]]! < centre[axis]!;
      inner.push(upperIsInner ? upper : lower);
      outer.push(upperIsInner ? lower : upper);
      areas.push(
        AXES.reduce<number>((area, other) => (other === axis ? area : area * width(mesh, other, place[other])), 1),
      );
    });
    return {
      inner: Int32Array.from(inner),
      outer: Int32Array.from(outer),
      areas: Float64Array.from(areas),
      areaM2: areas.reduce((sum, area) => sum + area, 0),
    };
  });
}

function at(point: { x: number; y: number; z: number }, axis: 0 | 1 | 2): number {
  return axis === 0 ? point.x : axis === 1 ? point.y : point.z;
}

/** Cell of a padded index, counted without the padding. */
function placeOf({ stride }: Mesh, cell: number): [number, number, number] {
  const k = Math.floor(cell / stride[2]);
  const j = Math.floor((cell - k * stride[2]) / stride[1]);
  return [cell - k * stride[2] - j * stride[1] - 1, j - 1, k - 1];
}

function width(mesh: Mesh, axis: 0 | 1 | 2, n: number): number {
  return mesh.faces[axis][n + 1]! - mesh.faces[axis][n]!;
}

/**
 * Pressure of each containment against the room, Pa: the mean difference over its panels, at the same height on either
 * side, so that the weight of warm air counts as it does for a leak. NaN where no panel has air on both sides.
 */
export function aislePascals(panels: readonly AislePanels[], pressure: Field, pascals: Float64Array): void {
  for (let n = 0; n < panels.length; n++) {
    const { inner, outer, areas, areaM2 } = panels[n]!;
    let sum = 0;
    for (let f = 0; f < inner.length; f++) sum += areas[f]! * (pressure[inner[f]!]! - pressure[outer[f]!]!);
    pascals[n] = areaM2 > 0 ? (AIR.density * sum) / areaM2 : Number.NaN;
  }
}
