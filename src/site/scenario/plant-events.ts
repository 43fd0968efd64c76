import { z } from 'zod';
import { entityId, fraction } from '../schema/geometry';
import { when } from './when';

/** Water circuits whose pumps can trip: chilled and condenser water of the plant, facility water and coolant of the CDUs. */
export const PUMP_CIRCUITS = ['chilled', 'condenser', 'facility', 'coolant'] as const;
/** Heat exchangers that can foul. */
export const FOULED_PARTS = ['condenser', 'rejection', 'economiser', 'facility-rejection', 'cdu', 'coils'] as const;
export const REJECTIONS = ['plant', 'facility'] as const;

export const chillerTrip = z
  .strictObject({
    kind: z.literal('chiller-trip'),
    ...when,
    machines: z.number().int().min(1).max(40).optional().describe('Machines that trip; all where absent.'),
    restartSeconds: z
      .number()
      .min(0)
      .max(7200)
      .default(300)
      .describe('From repair to the restart of the machine, s. Default: 4 to 8 minutes are usual, an assumption.'),
    rampSeconds: z
      .number()
      .min(0)
      .max(3600)
      .default(180)
      .describe('From restart to full capacity, s. Default is an assumption.'),
  })
  .describe('Chillers of the chilled-water plant trip; pumps, towers and units go on.');

export const pumpTrip = z
  .strictObject({
    kind: z.literal('pump-trip'),
    ...when,
    circuit: z.enum(PUMP_CIRCUITS).describe('The circuit whose pumps lose their drive.'),
    share: z
      .number()
      .min(0.01)
      .max(1)
      .default(1)
      .describe('Share of the pumps of the circuit that stop; the others go on with their own flow.'),
    runDownSeconds: z
      .number()
      .positive()
      .max(600)
      .default(3)
      .describe(
        'Time in which the flow of pumps without drive halves, s: rho L v / dp of the water in the pipes. Default is an assumption.',
      ),
  })
  .describe('Pumps of a water circuit trip; the flow runs down by the inertia of the water.');

export const rejectionFault = z
  .strictObject({
    kind: z.literal('rejection-fault'),
    ...when,
    of: z.enum(REJECTIONS).default('plant').describe('Heat rejection of the plant, or of the facility water.'),
    share: z.number().min(0.01).max(1).default(1).describe('Share of the fans that stop.'),
  })
  .describe('Fans of cooling towers or dry coolers stop; what is left is natural draught.');

export const fouling = z
  .strictObject({
    kind: z.literal('fouling'),
    ...when,
    part: z.enum(FOULED_PARTS).describe('The heat exchanger that is fouled.'),
    conductanceShare: fraction
      .min(0.05)
      .default(0.6)
      .describe('What is left of its conductance, as a share of the clean one.'),
    unitIds: z
      .array(entityId)
      .min(1)
      .max(2000)
      .optional()
      .describe('Coils only: the cooling units concerned; where absent all with chilled water.'),
  })
  .describe(
    'A heat exchanger is fouled: condensers of the chillers, towers or dry coolers, economiser, CDUs, or coils.',
  );

export type PumpCircuit = (typeof PUMP_CIRCUITS)[number];
export type FouledPart = (typeof FOULED_PARTS)[number];
export type RejectionPlace = (typeof REJECTIONS)[number];
