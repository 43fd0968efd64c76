import type { ServerType } from '../../site/catalogue/server-type';
import type { Rack, RackContent } from '../../site/schema/rack';

/** Figures of a fresh load bank, to be replaced by those of the equipment. */
const NEW_CHASSIS = { uSize: 4, powerW: 2000, airflowM3s: 0.15 } as const;

/** Lowest rack unit at which `uSize` free units lie together; null where there is none. */
export function freeUnits(rack: Rack, uSize: number): number | null {
  const taken = new Uint8Array(rack.uHeight + 1);
  for (const { uStart, uSize: size } of rack.contents) taken.fill(1, uStart, uStart + size);
  let run = 0;
  for (let unit = 1; unit <= rack.uHeight; unit++) {
    run = taken[unit] === 1 ? 0 : run + 1;
    if (run === uSize) return unit - uSize + 1;
  }
  return null;
}

function freshId(rack: Rack, stem: string): string {
  const ids = new Set(rack.contents.map(({ id }) => id));
  let number = 1;
  while (ids.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

/** One height of servers of a type in the lowest free units; null where they do not fit. */
export function newServers(rack: Rack, type: ServerType): RackContent | null {
  const uStart = freeUnits(rack, type.uSize);
  if (uStart === null) return null;
  return {
    kind: 'servers',
    id: freshId(rack, 'g'),
    type: type.id,
    count: type.serversPerUSize,
    uStart,
    uSize: type.uSize,
  };
}

/** Equipment with its power and flow given directly; null where it does not fit. */
export function newChassis(rack: Rack): RackContent | null {
  const uStart = freeUnits(rack, NEW_CHASSIS.uSize);
  if (uStart === null) return null;
  return {
    kind: 'chassis',
    id: freshId(rack, 'c'),
    uStart,
    ...NEW_CHASSIS,
    liquidFraction: 0,
    heatCapacityJK: 0,
    heatExchangeEffectiveness: 0.8,
  };
}

/** The rack with a content added, or in the place of the one with its id. */
export function withContent(rack: Rack, content: RackContent): Rack {
  const known = rack.contents.some(({ id }) => id === content.id);
  const contents = known
    ? rack.contents.map((other) => (other.id === content.id ? content : other))
    : [...rack.contents, content];
  return { ...rack, contents };
}

export function withoutContent(rack: Rack, id: string): Rack {
  return { ...rack, contents: rack.contents.filter((content) => content.id !== id) };
}
