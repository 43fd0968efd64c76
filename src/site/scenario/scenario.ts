import { z } from 'zod';
import { failureEvent } from './events';

export const SCENARIO_VERSION = 1;

/**
 * The firmware of Dell's PowerEdge C8000 enclosure switches off at 43 °C at the inlet (hardware owner's manual, table
 * 5-6: warning 38, critical 41, off 43). Makers differ and mostly do not say.
 */
export const DEFAULT_SHUTDOWN_CELSIUS = 43;

/** A failure to be played on a site: a file of its own, so that one site may have many. */
export const scenarioSchema = z
  .strictObject({
    format: z.literal('isotherm-scenario').describe('Marks the file as a failure scenario.'),
    version: z.literal(SCENARIO_VERSION).describe('Version of this format.'),
    name: z.string().min(1).max(120).describe('Name of the scenario.'),
    events: z.array(failureEvent).min(1).max(200).describe('What fails; several may fail at once.'),
    throttlingCelsius: z
      .number()
      .min(0)
      .max(100)
      .optional()
      .describe(
        'Inlet temperature at which equipment is slowed down, °C. Where absent it follows from the fan law of servers, and is not known for equipment given directly.',
      ),
    shutdownCelsius: z
      .number()
      .min(0)
      .max(100)
      .default(DEFAULT_SHUTDOWN_CELSIUS)
      .describe(
        'Inlet temperature at which equipment switches itself off, °C. Default 43, as a blade enclosure does; makers differ.',
      ),
  })
  .describe('An Isotherm failure scenario.');

export type Scenario = z.infer<typeof scenarioSchema>;

/** A scenario of these events with every default filled in. */
export function scenarioOf(name: string, events: z.input<typeof failureEvent>[]): Scenario {
  return scenarioSchema.parse({ format: 'isotherm-scenario', version: SCENARIO_VERSION, name, events });
}
