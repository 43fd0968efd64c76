import { type Direction, faceDirection } from '../../../site/footprint';
import type { CoolingUnit, GrilleFace } from '../../../site/schema/cooling-unit';
import type { Point } from '../../../site/schema/geometry';
import { PATTERN, type QuadItem } from './quad-item';

/** Grilles are drawn this far off the body, m. */
const LIFT_METRES = 0.006;
/** Height of the band that stands for air taken from, or given to, a plenum, m. */
const BAND_METRES = 0.16;

export function directionVector(direction: Direction): Point {
  const sign = direction[1] === '+' ? 1 : -1;
  return { x: direction[0] === 'x' ? sign : 0, y: direction[0] === 'y' ? sign : 0, z: direction[0] === 'z' ? sign : 0 };
}

interface FaceRect {
  face: GrilleFace;
  width?: number | undefined;
  height?: number | undefined;
  zMin?: number | undefined;
}

/** Rectangle of a grille on a unit, on the face named before rotation. */
export function grilleQuad(unit: CoolingUnit, grille: FaceRect): QuadItem {
  const { size, rotation, position, base } = unit;
  const normal = directionVector(faceDirection(grille.face, rotation));
  const side = grille.face === 'left' || grille.face === 'right';
  const flat = grille.face === 'top' || grille.face === 'bottom';
  const width = grille.width ?? (side ? size.depth : size.width);
  const height = grille.height ?? (flat ? size.depth : size.height);
  const style = { pattern: PATTERN.louvre, openArea: 1, flags: 0 };
  if (flat) {
    const across = directionVector(faceDirection('right', rotation));
    const back = directionVector(faceDirection('rear', rotation));
    const z = grille.face === 'top' ? base + size.height + LIFT_METRES : base - LIFT_METRES;
    return {
      centre: { x: position.x, y: position.y, z },
      along: { x: across.x * width, y: across.y * width, z: 0 },
      up: { x: back.x * height, y: back.y * height, z: 0 },
      ...style,
    };
  }
  const reach = (side ? size.width : size.depth) / 2 + LIFT_METRES;
  const zMin = grille.zMin ?? (size.height - height) / 2;
  return {
    centre: { x: position.x + normal.x * reach, y: position.y + normal.y * reach, z: base + zMin + height / 2 },
    along: { x: -normal.y * width, y: normal.x * width, z: 0 },
    up: { x: 0, y: 0, z: height },
    ...style,
  };
}

/** Faces that show a unit's supply temperature: its grille, or a band at the foot where it blows under the floor. */
export function supplyQuads(unit: CoolingUnit): QuadItem[] {
  if (unit.supply.to === 'room') return [grilleQuad(unit, unit.supply)];
  return (['front', 'rear'] as const).map((face) => grilleQuad(unit, { face, height: BAND_METRES, zMin: 0 }));
}

/** Faces that show its return temperature: its grille, or a band at the head where it draws from the ceiling. */
export function returnQuads(unit: CoolingUnit): QuadItem[] {
  if (unit.return.from === 'room') return [grilleQuad(unit, unit.return)];
  return (['front', 'rear'] as const).map((face) =>
    grilleQuad(unit, { face, height: BAND_METRES, zMin: unit.size.height - BAND_METRES }),
  );
}
