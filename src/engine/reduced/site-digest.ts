import type { Site } from '../../site/schema/site';

/**
 * Digest of what a reduced model depends on: the room and everything in it that moves or heats air. What only drives the
 * room (load, set points, fan speeds), what it costs (plant, electrical chain) and names may change; the model stays right.
 * FNV-1a over the JSON text, twice with different starts, 16 hexadecimal digits: against mistakes, not against malice.
 */
export function siteDigest(site: Site): string {
  const text = JSON.stringify({
    room: site.room,
    raisedFloor: site.raisedFloor,
    ceilingPlenum: site.ceilingPlenum,
    tiles: site.tiles,
    ceilingGrilles: site.ceilingGrilles,
    racks: site.racks,
    coolingUnits: site.coolingUnits.map(({ name: _name, control: _control, fan, ...unit }) => ({
      ...unit,
      ratedAirflowM3s: fan.ratedAirflowM3s,
    })),
    openings: site.openings,
    containments: site.containments,
    obstacles: site.obstacles,
    governor: site.workload?.governor,
  });
  const hash = (start: number): string => {
    let value = start;
    for (let n = 0; n < text.length; n++) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193);
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return hash(0x811c9dc5) + hash(0x050c5d1f);
}
