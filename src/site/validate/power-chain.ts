import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { powerText } from '../quantity-text';
import type { Site } from '../schema/site';
import { contentPowerW } from './it-load';
import { error, type Rule, warning } from './rule';

/** Places named by the electrical chain exist, and what it says of redundancy and ratings can hold. */
export const checkPowerChain: Rule = (site) => {
  if (site.electrical === undefined) return [];
  return [...housingIssues(site), ...redundancyIssues(site), ...feedIssues(site)];
};

function housingIssues({ electrical, obstacles }: Site): Issue[] {
  return (electrical!.lossesInRoom ?? []).flatMap(({ obstacleId }, n): Issue[] => {
    if (obstacleId === undefined || obstacles.some(({ id }) => id === obstacleId)) return [];
    return [
      error(
        'unknown-id',
        `electrical.lossesInRoom[${n}].obstacleId`,
        phrase`There is no obstacle ${obstacleId} to house it.`,
        'Name an obstacle of the site, or leave it out: the heat then goes to all the air of the room.',
      ),
    ];
  });
}

function redundancyIssues({ electrical }: Site): Issue[] {
  const ups = electrical!.ups;
  if (ups?.redundancy !== 'N+1' || (ups.modules ?? 1) > 1) return [];
  return [
    warning(
      'no-spare-module',
      'electrical.ups.modules',
      'The UPS is said to have a spare module, but it has only one.',
      'Give it two modules or more, or choose N.',
    ),
  ];
}

/** At full load a rack must be carried by what it hangs on: by both feeds, and by each alone. */
function feedIssues(site: Site): Issue[] {
  const electrical = site.electrical!;
  const two = electrical.feeds === 'a-b';
  return site.racks.flatMap((rack, r): Issue[] => {
    const ratedW = rack.feed?.feedRatedW ?? electrical.rackPdu?.feedRatedW;
    if (ratedW === undefined) return [];
    const fullW = rack.contents.reduce((sum, content) => sum + contentPowerW(site, content).fullW, 0);
    const cappedW = Math.min(fullW, rack.feed?.capW ?? electrical.capping?.rackW ?? Number.POSITIVE_INFINITY);
    const feeds = two && (rack.feed?.feeds ?? 'both') === 'both' ? 2 : 1;
    if (cappedW <= ratedW * feeds) return [];
    return [
      warning(
        'feed-below-load',
        `racks[${r}].feed`,
        phrase`Rack ${rack.name ?? rack.id} draws up to ${powerText(cappedW)}; its feeds are rated ${powerText(ratedW * feeds)}.`,
        'Raise the rating of its feeds, cap its power, or lower its load.',
      ),
    ];
  });
}
