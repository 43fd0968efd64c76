/** What counts as one giver and taker of air: a rack, or each chassis. */
export type TraceDetail = 'rack' | 'chassis';
