import { serverTypeIn } from '../../site/catalogue/catalogue';
import type { RackContent } from '../../site/schema/rack';
import type { Site } from '../../site/schema/site';
import type { ServerSupply } from './psu';

/** Sizing of supplies of which only the grade is known: the schema's defaults, assumptions. */
const SIZING = { kind: '80plus', supplies: 'two', ratedOverPeak: 1.5 } as const;

type SupplySite = Pick<Site, 'racks' | 'electrical' | 'serverTypes'>;

/** How the servers of each chassis are supplied, in site order; null where nothing tells. */
export function chassisSupplies(site: SupplySite): (ServerSupply | null)[] {
  return site.racks.flatMap((rack) => rack.contents.map((content) => supplyOf(content, site)));
}

/** The converters of its type come first, then the grade of its type, then what the site says of all. */
function supplyOf(content: RackContent, site: SupplySite): ServerSupply | null {
  const psu = site.electrical?.psu;
  const type = content.kind === 'servers' ? serverTypeIn(site, content.type) : undefined;
  if (type?.components !== undefined && type.components.conversions.length > 0) {
    return { kind: 'converters', converters: type.components.conversions };
  }
  if (type?.psuClass === 'none') return null;
  if (type?.psuClass !== undefined) {
    return { ...SIZING, ...(psu?.kind === '80plus' ? psu : {}), grade: type.psuClass };
  }
  if (psu === undefined) return null;
  if (psu.kind === '80plus') return psu;
  return { kind: 'converters', converters: [{ fixedW: psu.standingW, efficiency: psu.efficiency }] };
}
