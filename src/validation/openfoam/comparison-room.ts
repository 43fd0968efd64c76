import { type Site, type SiteInput, siteSchema } from '../../site/schema/site';
import type { LoadRange } from './site-parts';

/** A room in which this engine is compared with OpenFOAM. */
export interface ComparisonRoom {
  readonly id: string;
  /** What is special about it. */
  readonly title: string;
  /** Held out: no choice of the physics was made on it. */
  readonly heldOut: boolean;
  readonly site: Site;
  readonly profiles: readonly ProfileLine[];
}

/** A vertical line up which temperatures are compared, m. */
export interface ProfileLine {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** A room from the parts of its site. */
export function comparisonRoom(
  id: string,
  title: string,
  heldOut: boolean,
  profiles: readonly ProfileLine[],
  parts: Omit<SiteInput, 'format' | 'version' | 'name'>,
): ComparisonRoom {
  return {
    id,
    title,
    heldOut,
    profiles,
    site: siteSchema.parse({ format: 'isotherm-site', version: 1, name: title, ...parts }),
  };
}

/** Loads that differ a little from chassis to chassis, and much. */
export const moderate: LoadRange = { powerW: [600, 1600], riseKelvin: [10, 14] };
export const uneven: LoadRange = { powerW: [200, 2200], riseKelvin: [9, 16] };
