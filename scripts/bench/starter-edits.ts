import type { Site } from '../../src/site/schema/site';

/** A change to a settled room, as the state before and after it. */
export interface Edit {
  name: string;
  before: Site;
  after: Site;
}

/** The four edits that people make most: on the starter room, in the middle of its first row. */
export function starterEdits(site: Site): Edit[] {
  const moved = site.racks[5]!;
  const without = { ...site, racks: site.racks.filter((rack) => rack !== moved) };
  const loaded = site.racks.findIndex((rack) => rack.contents.some((content) => content.kind === 'chassis'));
  const doubled = site.racks.map((rack, r) =>
    r === loaded
      ? {
          ...rack,
          contents: rack.contents.map((content) =>
            content.kind === 'chassis' ? { ...content, powerW: content.powerW * 2 } : content,
          ),
        }
      : rack,
  );
  const closed = site.tiles.map((tile, t) => (t === 3 ? { ...tile, damper: 0 } : tile));
  return [
    { name: 'drop a rack', before: without, after: site },
    { name: 'remove a rack', before: site, after: without },
    { name: 'double the power of a rack', before: site, after: { ...site, racks: doubled } },
    { name: 'close a tile', before: site, after: { ...site, tiles: closed } },
  ];
}
