import { createEngine, type EngineOptions } from '../../src/engine/engine';
import { extractReduced } from '../../src/engine/reduced/extract';
import { advanceReduced, createReducedRoom } from '../../src/engine/reduced/reduced-room';
import type { Site } from '../../src/site/schema/site';

const DAYS = 3;
const DAYS_OF_YEAR = 365;
/** A year has to take no longer, s. */
const MOST_SECONDS = 30;

const judged = (seconds: number): string =>
  seconds <= MOST_SECONDS ? seconds.toFixed(0) : `**MISS** ${seconds.toFixed(0)}`;

/** A room beside itself: twice as deep, with two of everything. */
export function doubled(site: Site): Site {
  const { depth } = site.room;
  const twice = <Item extends { id: string; position: { x: number; y: number } }>(items: readonly Item[]): Item[] => [
    ...items,
    ...items.map((item) => ({
      ...item,
      id: `${item.id}-2`,
      position: { ...item.position, y: item.position.y + depth },
    })),
  ];
  return {
    ...site,
    name: `${site.name}, doubled`,
    room: { ...site.room, depth: 2 * depth },
    racks: twice(site.racks),
    coolingUnits: twice(site.coolingUnits),
    tiles: twice(site.tiles),
    sensors: [],
    obstacles: [],
    electrical: undefined,
  };
}

/** Seconds of processor time for a year of workload, servers, units and plant, by racks and by chassis, from three days of it. */
export function yearTable(site: Site, options: EngineOptions): string {
  const rows = (['rack', 'chassis'] as const).flatMap((detail) => {
    const model = extractReduced(createEngine(site, options), {
      detail,
      axes: { balanceLevels: [0.7, 1, 1.4], loads: [0.35, 0.7, 1], inletsCelsius: [22, 34] },
    });
    return [60, 300].map((stepSeconds) => {
      const room = createReducedRoom(site, model, 1);
      const steps = (DAYS * 86_400) / stepSeconds;
      for (let n = 0; n < 500; n++) advanceReduced(room, stepSeconds);
      const before = process.cpuUsage();
      for (let n = 0; n < steps; n++) advanceReduced(room, stepSeconds);
      const { user, system } = process.cpuUsage(before);
      const seconds = (user + system) / 1e6;
      return `| ${site.racks.length} | ${detail} | ${model.groupIds.length} | ${model.giver.length} | ${stepSeconds} | ${((1e6 * seconds) / steps).toFixed(0)} | ${judged((seconds * DAYS_OF_YEAR) / DAYS)} |`;
    });
  });
  return `| racks | model of | groups | paths | step, s | one step, µs | a year, s |
| ----: | -------- | -----: | ----: | ------: | -----------: | --------: |
${rows.join('\n')}`;
}
