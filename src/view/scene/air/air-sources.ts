import type { Frame } from '../../../frame/layout';
import { faceDirection, rackBox } from '../../../site/footprint';
import type { Point } from '../../../site/schema/geometry';
import type { Site } from '../../../site/schema/site';
import { directionVector, grilleQuad } from '../room/unit-faces';

/** A rectangle from which air enters the room, and how much. */
export interface AirSource {
  centre: Point;
  along: Point;
  up: Point;
  /** Relative share of new particles: the flow, m³/s. */
  airflowM3s: number;
}

/** Sources stand this far out of their surface, so that they start in air, m. */
const OUT_METRES = 0.06;

const placeOf = (ids: readonly string[]) => new Map(ids.map((id, i) => [id, i]));

/** Tiles, supply grilles and rack rears with their flow now. */
export function airSources(site: Site, frame: Frame): AirSource[] {
  const { layout, blocks } = frame;
  const sources: AirSource[] = [];
  const tiles = placeOf(layout.tileIds);
  for (const tile of site.tiles) {
    const airflowM3s = blocks.tileAirflowM3s[tiles.get(tile.id) ?? -1] ?? 0;
    if (airflowM3s <= 0) continue;
    sources.push({
      centre: { ...tile.position, z: OUT_METRES },
      along: { x: tile.width * 0.9, y: 0, z: 0 },
      up: { x: 0, y: tile.depth * 0.9, z: 0 },
      airflowM3s,
    });
  }
  const units = placeOf(layout.unitIds);
  for (const unit of site.coolingUnits) {
    const airflowM3s = blocks.unitAirflowM3s[units.get(unit.id) ?? -1] ?? 0;
    if (unit.supply.to !== 'room' || airflowM3s <= 0) continue;
    const quad = grilleQuad(unit, unit.supply);
    const out = directionVector(faceDirection(unit.supply.face, unit.rotation));
    sources.push({ centre: movedOut(quad.centre, out), along: quad.along, up: quad.up, airflowM3s });
  }
  const racks = placeOf(layout.rackIds);
  for (const rack of site.racks) {
    const airflowM3s = blocks.rackAirflowM3s[racks.get(rack.id) ?? -1] ?? 0;
    if (airflowM3s <= 0) continue;
    const box = rackBox(rack);
    const out = directionVector(faceDirection('rear', rack.rotation));
    const half = { x: (box.max.x - box.min.x) / 2, y: (box.max.y - box.min.y) / 2 };
    const centre = {
      x: rack.position.x + out.x * half.x,
      y: rack.position.y + out.y * half.y,
      z: rack.size.height / 2,
    };
    sources.push({
      centre: movedOut(centre, out),
      along: { x: out.y * rack.size.width * 0.8, y: out.x * rack.size.width * 0.8, z: 0 },
      up: { x: 0, y: 0, z: rack.size.height * 0.85 },
      airflowM3s,
    });
  }
  return sources;
}

function movedOut(centre: Point, out: Point): Point {
  return { x: centre.x + out.x * OUT_METRES, y: centre.y + out.y * OUT_METRES, z: centre.z + out.z * OUT_METRES };
}
