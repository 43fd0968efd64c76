import { z } from 'zod';
import { when } from './when';

/** Elements whose breaker can be opened. */
export const BREAKER_ELEMENTS = ['rack-feed', 'pdu', 'ups'] as const;

const side = z.enum(['A', 'B']);

export const feedLoss = z
  .strictObject({
    kind: z.literal('feed-loss'),
    ...when,
    side: side.describe('The feed that is lost; with a single feed it is A.'),
  })
  .describe(
    'One feed of the racks is lost from its UPS on. What hangs on both goes over to the other; breakers that are then overloaded trip in their time.',
  );

export const breakerTrip = z
  .strictObject({
    kind: z.literal('breaker-trip'),
    ...when,
    element: z
      .enum(BREAKER_ELEMENTS)
      .describe('rack-feed: breaker of a feed of one rack; pdu: floor unit; ups: output.'),
    id: z.string().max(80).default('').describe('Rack id, or number of the floor unit; empty for the UPS.'),
    side: side.default('A').describe('Side that it is on; A with a single feed.'),
  })
  .describe('A breaker opens. Until it is repaired nothing behind it is fed from that side.');

export type BreakerElement = (typeof BREAKER_ELEMENTS)[number];
