import { useMemo } from 'react';
import type { Frame, FrameLayout } from '../../../frame/layout';
import { boxOfEntity } from '../../../site/entity';
import type { Opening, PerforatedPanel } from '../../../site/schema/room';
import type { Site } from '../../../site/schema/site';
import { createFrameSource } from './frame-source';
import { QuadLayer } from './QuadLayer';
import { PATTERN, type QuadItem } from './quad-item';

function panelQuad(panel: PerforatedPanel, z: number, flags: number): QuadItem {
  return {
    centre: { x: panel.position.x, y: panel.position.y, z },
    along: { x: panel.width, y: 0, z: 0 },
    up: { x: 0, y: panel.depth, z: 0 },
    pattern: PATTERN.perforated,
    openArea: panel.openArea * panel.damper,
    flags,
  };
}

/** Temperatures of a list of the frame, written by id. */
function useCelsius(
  ids: readonly string[],
  idsOf: (layout: FrameLayout) => readonly string[],
  block: 'tileCelsius' | 'openingCelsius',
) {
  return useMemo(() => {
    const source = createFrameSource(ids);
    return (frame: Frame, out: Float32Array) => {
      const values = frame.blocks[block];
      source(idsOf(frame.layout)).forEach((place, i) => {
        out[i] = place < 0 ? Number.NaN : values[place]!;
      });
    };
  }, [ids, idsOf, block]);
}

const tileIdsOf = (layout: FrameLayout) => layout.tileIds;
const openingIdsOf = (layout: FrameLayout) => layout.openingIds;

interface Flagged<T> {
  flagsOf: (entity: T) => number;
}

/** Perforated floor tiles, coloured by the air that comes out of them. */
export function Tiles({ tiles, flagsOf }: { tiles: readonly PerforatedPanel[] } & Flagged<PerforatedPanel>) {
  const items = useMemo(() => tiles.map((tile) => panelQuad(tile, 0.008, flagsOf(tile))), [tiles, flagsOf]);
  const ids = useMemo(() => tiles.map(({ id }) => id), [tiles]);
  return <QuadLayer items={items} writeCelsius={useCelsius(ids, tileIdsOf, 'tileCelsius')} />;
}

const noCelsius = (_frame: Frame, out: Float32Array) => {
  out.fill(Number.NaN);
};

/** Grilles in the suspended ceiling; the frame has their flow but not their temperature. */
export function CeilingGrilles({ site, flagsOf }: { site: Site } & Flagged<PerforatedPanel>) {
  const { ceilingGrilles, room } = site;
  const items = useMemo(
    () => ceilingGrilles.map((grille) => panelQuad(grille, room.height - 0.008, flagsOf(grille))),
    [ceilingGrilles, room.height, flagsOf],
  );
  return <QuadLayer items={items} writeCelsius={noCelsius} />;
}

/** Holes in the walls, floor and ceiling, coloured by the air that passes. */
export function Openings({ site, flagsOf }: { site: Site } & Flagged<Opening>) {
  const { openings, room } = site;
  const items = useMemo(
    () =>
      openings.map((opening): QuadItem => {
        const { min, max } = boxOfEntity({ ...site, room }, 'opening', opening);
        const flat = opening.surface === 'floor' || opening.surface === 'ceiling';
        const alongX = opening.surface !== 'x-min' && opening.surface !== 'x-max';
        return {
          centre: {
            x: (min.x + max.x) / 2,
            y: (min.y + max.y) / 2,
            z: (min.z + max.z) / 2 + (opening.surface === 'floor' ? 0.008 : 0),
          },
          along: alongX ? { x: max.x - min.x, y: 0, z: 0 } : { x: 0, y: max.y - min.y, z: 0 },
          up: flat ? { x: 0, y: max.y - min.y, z: 0 } : { x: 0, y: 0, z: max.z - min.z },
          pattern: PATTERN.hole,
          openArea: 1,
          flags: flagsOf(opening),
        };
      }),
    [site, openings, room, flagsOf],
  );
  const ids = useMemo(() => openings.map(({ id }) => id), [openings]);
  return <QuadLayer items={items} writeCelsius={useCelsius(ids, openingIdsOf, 'openingCelsius')} />;
}
