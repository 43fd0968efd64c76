import { boxOf, coolingUnitBox, type Direction, faceDirection, rackBox } from '../../site/footprint';
import type { CoolingUnit, GrilleFace } from '../../site/schema/cooling-unit';
import type { Point } from '../../site/schema/geometry';
import type { Rack, RackContent } from '../../site/schema/rack';
import type { Opening, PerforatedPanel } from '../../site/schema/room';
import type { Site } from '../../site/schema/site';
import { contentVent } from './vents';

/** A rectangle in an axis-aligned plane; `facing` points from the body into the room's air. */
export interface Rectangle {
  min: Point;
  max: Point;
  facing: Direction;
}

interface GrilleSpec {
  face: GrilleFace;
  width?: number | undefined;
  height?: number | undefined;
  zMin?: number | undefined;
}

/** The rectangle of a supply or return grille of a cooling unit. */
export function grilleRectangle(unit: CoolingUnit, grille: GrilleSpec): Rectangle {
  const box = coolingUnitBox(unit);
  const facing = faceDirection(grille.face, unit.rotation);
  const min = { ...box.min };
  const max = { ...box.max };
  if (facing === 'z+' || facing === 'z-') {
    const size = { width: grille.width ?? unit.size.width, depth: grille.height ?? unit.size.depth, height: 1 };
    const flat = boxOf(unit.position, unit.rotation, size);
    const z = facing === 'z+' ? box.max.z : box.min.z;
    return { min: { x: flat.min.x, y: flat.min.y, z }, max: { x: flat.max.x, y: flat.max.y, z }, facing };
  }
  const along = facing[0] === 'x' ? 'y' : 'x';
  const full = max[along] - min[along];
  const centre = (min[along] + max[along]) / 2;
  const width = Math.min(grille.width ?? full, full);
  min[along] = centre - width / 2;
  max[along] = centre + width / 2;
  const height = Math.min(grille.height ?? unit.size.height, unit.size.height);
  const zMin = unit.base + (grille.zMin ?? (unit.size.height - height) / 2);
  min.z = zMin;
  max.z = Math.min(zMin + height, box.max.z);
  collapse(min, max, facing);
  return { min, max, facing };
}

/** Inlet (front) or outlet (rear) rectangle of a content of a rack. */
export function ventRectangle(rack: Rack, content: RackContent, side: 'front' | 'rear'): Rectangle {
  const vent = contentVent(rack, content);
  const facing = faceDirection(side, rack.rotation);
  const box = boxOf(rack.position, rack.rotation, { ...rack.size, width: Math.min(vent.width, rack.size.width) });
  const min = { ...box.min, z: vent.zMin };
  const max = { ...box.max, z: Math.min(vent.zMin + vent.height, rack.size.height) };
  collapse(min, max, facing);
  return { min, max, facing };
}

/** The whole front or rear of a rack. */
export function rackFaceRectangle(rack: Rack, side: 'front' | 'rear'): Rectangle {
  const facing = faceDirection(side, rack.rotation);
  const { min, max } = rackBox(rack);
  collapse(min, max, facing);
  return { min, max, facing };
}

export function panelRectangle(site: Site, panel: PerforatedPanel, surface: 'floor' | 'ceiling'): Rectangle {
  const z = surface === 'floor' ? 0 : site.room.height;
  return {
    min: { x: panel.position.x - panel.width / 2, y: panel.position.y - panel.depth / 2, z },
    max: { x: panel.position.x + panel.width / 2, y: panel.position.y + panel.depth / 2, z },
    facing: surface === 'floor' ? 'z+' : 'z-',
  };
}

export function openingRectangle(site: Site, opening: Opening): Rectangle {
  const { centre, width, height, surface } = opening;
  const { room } = site;
  if (surface === 'floor' || surface === 'ceiling') {
    const z = surface === 'floor' ? 0 : room.height;
    return {
      min: { x: centre.x - width / 2, y: centre.y - height / 2, z },
      max: { x: centre.x + width / 2, y: centre.y + height / 2, z },
      facing: surface === 'floor' ? 'z+' : 'z-',
    };
  }
  const alongY = surface === 'x-min' || surface === 'x-max';
  const min = { x: centre.x - width / 2, y: centre.y - width / 2, z: centre.z - height / 2 };
  const max = { x: centre.x + width / 2, y: centre.y + width / 2, z: centre.z + height / 2 };
  if (alongY) min.x = max.x = surface === 'x-min' ? 0 : room.width;
  else min.y = max.y = surface === 'y-min' ? 0 : room.depth;
  const facing: Direction = surface === 'x-min' ? 'x+' : surface === 'x-max' ? 'x-' : surface === 'y-min' ? 'y+' : 'y-';
  return { min, max, facing };
}

/** Moves the rectangle onto the face of the box that it belongs to. */
function collapse(min: Point, max: Point, facing: Direction): void {
  const axis = facing[0] as 'x' | 'y';
  if (facing[1] === '+') min[axis] = max[axis];
  else max[axis] = min[axis];
}
