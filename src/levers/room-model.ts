import type { ReducedModel } from '../engine/reduced/model';
import { siteDigest } from '../engine/reduced/site-digest';
import type { Site } from '../site/schema/site';

/**
 * What a trace of the room's air depends on: the box, what stands in it and what moves air, not how servers choose their
 * frequency, what their heat sinks are, or what cools the water behind a coil. `siteToTrace` puts equipment of given flow
 * and heat in the place of all that.
 */
export function airText(site: Site): string {
  return JSON.stringify({
    room: site.room,
    raisedFloor: site.raisedFloor,
    ceilingPlenum: site.ceilingPlenum,
    tiles: site.tiles,
    ceilingGrilles: site.ceilingGrilles,
    racks: site.racks.map(({ contents, feed: _feed, ...rack }) => ({
      ...rack,
      contents: contents.map((content) => ({
        id: content.id,
        uStart: content.uStart,
        uSize: content.uSize,
        what: content.kind === 'servers' ? [content.type, content.count] : [content.powerW, content.airflowM3s],
      })),
    })),
    units: site.coolingUnits.map(({ id, position, base, rotation, size, supply, return: back, fan }) => ({
      id,
      position,
      base,
      rotation,
      size,
      supply,
      back,
      ratedAirflowM3s: fan.ratedAirflowM3s,
    })),
    openings: site.openings,
    containments: site.containments,
    obstacles: site.obstacles,
  });
}

/**
 * A model made from one way to run a room, for another way to run the same room. Which air a rack draws follows from flows
 * and heat alone, which the model looks up at every step. Throws where the rooms differ.
 */
export function modelFor(model: ReducedModel, madeFrom: Site, site: Site): ReducedModel {
  if (airText(madeFrom) !== airText(site)) throw new Error('The reduced model was made from another room than this.');
  return { ...model, siteDigest: siteDigest(site) };
}
