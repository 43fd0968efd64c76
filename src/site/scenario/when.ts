import { z } from 'zod';

const seconds = z.number().min(0).max(1e7);

/** When an event begins and when it is repaired, on the scenario's own clock. */
export const when = {
  atSeconds: seconds.default(0).describe('Start, s after the scenario begins.'),
  untilSeconds: seconds
    .optional()
    .describe('Repair, s after the scenario begins; where absent it lasts to the end of the run.'),
};
