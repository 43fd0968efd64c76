import type { ControlZone } from './schema/control';
import type { Site } from './schema/site';

/** Indices of the cooling units of a zone in the order that it names them; all where it names none. */
export function unitsOfZone(site: Site, { unitIds }: ControlZone): number[] {
  return indicesOf(site.coolingUnits, unitIds);
}

/** Indices of the racks that a zone serves; all where it names none. */
export function racksOfZone(site: Site, { rackIds }: ControlZone): number[] {
  return indicesOf(site.racks, rackIds);
}

function indicesOf(entities: readonly { id: string }[], ids: readonly string[] | undefined): number[] {
  if (ids === undefined) return entities.map((_, index) => index);
  const index = new Map(entities.map(({ id }, n) => [id, n]));
  return ids.flatMap((id) => index.get(id) ?? []);
}
