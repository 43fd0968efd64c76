import type { Issue } from '../issue';
import type { Site } from '../schema/site';
import type { FailureEvent } from './events';

type PowerEvent = Extract<FailureEvent, { kind: 'feed-loss' | 'breaker-trip' }>;

/** Whether the power chain of the site has what the event befalls. */
export function checkPowerEvent(event: PowerEvent, site: Site, path: string): Issue[] {
  const { electrical } = site;
  if (electrical === undefined) {
    return [fault('no-such-part', path, 'The site does not describe its power chain.', 'Describe the power chain.')];
  }
  const twoFeeds = electrical.feeds === 'a-b';
  const sides = twoFeeds || (event.kind === 'breaker-trip' && event.element === 'ups' && hasTwoUps(site)) ? 2 : 1;
  if (event.side === 'B' && sides === 1) {
    const remedy = 'Name side A, or give the racks two feeds.';
    return [fault('no-such-side', `${path}.side`, 'The site has a single feed, A.', remedy)];
  }
  if (event.kind === 'feed-loss') return [];
  switch (event.element) {
    case 'ups':
      if (electrical.ups !== undefined) return [];
      return [fault('no-such-part', `${path}.element`, 'The site has no UPS.', 'Choose another element.')];
    case 'pdu': {
      const count = electrical.pdu?.count ?? 0;
      const n = Number(event.id);
      if (Number.isInteger(n) && n >= 1 && n <= count) return [];
      const remedy = count === 0 ? 'Choose another element.' : `Choose a number from 1 to ${count}.`;
      return [fault('unknown-id', `${path}.id`, `The site has no floor unit ${event.id}.`, remedy)];
    }
    case 'rack-feed':
      if (!site.racks.some(({ id }) => id === event.id)) {
        return [fault('unknown-id', `${path}.id`, `The site has no rack ${event.id}.`, 'Name a rack of the site.')];
      }
      return [];
  }
}

export function hasTwoUps(site: Site): boolean {
  return site.electrical?.ups?.redundancy === '2N';
}

function fault(code: string, path: string, message: string, remedy: string): Issue {
  return { severity: 'error', code, path, message, remedy };
}
