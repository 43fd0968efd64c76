import { type OwnTypes, serverTypeIn } from '../catalogue/catalogue';
import { powerCurveOf } from '../catalogue/server-defaults';
import type { RackContent } from '../schema/rack';
import type { Site } from '../schema/site';

/** Range of a power between idle and full load, W. */
export interface LoadRange {
  idleW: number;
  fullW: number;
}

/** Electrical power of what fills a slot; servers of unknown type count as nothing. */
export function contentPowerW(site: OwnTypes, content: RackContent): LoadRange {
  if (content.kind === 'chassis') return { idleW: content.powerW, fullW: content.powerW };
  const type = serverTypeIn(site, content.type);
  if (type === undefined) return { idleW: 0, fullW: 0 };
  const curve = powerCurveOf(type);
  return { idleW: curve[0]! * content.count, fullW: curve[10]! * content.count };
}

/** Share of its heat that leaves by liquid: the slot's own, else that of its type. */
export function liquidFractionOf(site: OwnTypes, content: RackContent): number {
  return (
    content.liquidFraction ?? (content.kind === 'servers' ? (serverTypeIn(site, content.type)?.liquidFraction ?? 0) : 0)
  );
}

/** Electrical power of all racks, W. */
export function itPowerW(site: Site): LoadRange {
  return sumOver(site, () => 1);
}

/** Heat that the racks give to the air, W. */
export function airHeatW(site: Site): LoadRange {
  return sumOver(site, (content) => 1 - liquidFractionOf(site, content));
}

/** Heat that leaves the racks by liquid, W. */
export function liquidHeatW(site: Site): LoadRange {
  return sumOver(site, (content) => liquidFractionOf(site, content));
}

function sumOver(site: Site, share: (content: RackContent) => number): LoadRange {
  const sum = { idleW: 0, fullW: 0 };
  for (const rack of site.racks) {
    for (const content of rack.contents) {
      const { idleW, fullW } = contentPowerW(site, content);
      sum.idleW += idleW * share(content);
      sum.fullW += fullW * share(content);
    }
  }
  return sum;
}
