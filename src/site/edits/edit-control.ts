import type { ControlZone, CoolingControl } from '../schema/control';
import type { Site } from '../schema/site';

/** Zone that a site gets first, over all its units and racks. */
const FIRST_ZONE = 'room';

const NO_CONTROL: CoolingControl = { zones: [] };

/** The site with one more control zone, of the units that no zone drives yet. */
export function addControlZone(site: Site): Site {
  const control = site.coolingControl ?? NO_CONTROL;
  const driven = new Set(control.zones.flatMap(({ unitIds }) => unitIds ?? site.coolingUnits.map(({ id }) => id)));
  const free = site.coolingUnits.map(({ id }) => id).filter((id) => !driven.has(id));
  const id = freeId(control.zones);
  const first = control.zones.length === 0;
  return withControlParts(site, { ...control, zones: [...control.zones, first ? { id } : { id, unitIds: free }] });
}

function freeId(zones: readonly ControlZone[]): string {
  const taken = new Set(zones.map(({ id }) => id));
  for (let n = 1; ; n++) {
    const id = n === 1 ? FIRST_ZONE : `${FIRST_ZONE}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** The site with a zone changed. */
export function changeControlZone(site: Site, zone: number, change: (zone: ControlZone) => ControlZone): Site {
  const control = site.coolingControl ?? NO_CONTROL;
  return withControlParts(site, { ...control, zones: control.zones.map((own, z) => (z === zone ? change(own) : own)) });
}

/** The site without a zone: its units are left to themselves. */
export function removeControlZone(site: Site, zone: number): Site {
  const control = site.coolingControl ?? NO_CONTROL;
  return withControlParts(site, { ...control, zones: control.zones.filter((_, z) => z !== zone) });
}

/** The site with this control; with none of it left, without any. */
export function withControlParts(site: Site, control: CoolingControl): Site {
  const { coolingControl: _, ...rest } = site;
  const empty = control.zones.length === 0 && control.chilledWater === undefined && control.chillers === undefined;
  return empty ? rest : { ...rest, coolingControl: control };
}
