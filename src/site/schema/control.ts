import { z } from 'zod';
import { celsius, entityId, fraction } from './geometry';

const seconds = z.number().min(0).max(86_400);
const kelvinStep = z.number().positive().max(20);

const speedLimits = {
  minSpeed: fraction.default(0.3).describe('Lowest speed of a running fan, share of full speed. Default: assumption.'),
  maxSpeed: fraction.default(1).describe('Highest speed, share of full speed.'),
  ratePerSecond: z
    .number()
    .positive()
    .max(1)
    .default(0.005)
    .describe('Fastest change of speed, share of full speed a second. Default: assumption.'),
};

const fans = z
  .discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('raised-floor-pressure'),
      setpointPa: z
        .number()
        .positive()
        .max(500)
        .default(10)
        .describe('Pressure under the raised floor against the room, Pa. Default: assumption.'),
      ...speedLimits,
    }),
    z.strictObject({
      by: z.literal('aisle-pressure'),
      containmentId: entityId.describe('The contained aisle whose pressure is held.'),
      setpointPa: z
        .number()
        .min(-200)
        .max(200)
        .describe('Pressure in the aisle against the room, Pa: above 0 for a cold aisle, below 0 for a hot one.'),
      ...speedLimits,
    }),
    z.strictObject({
      by: z.literal('inlet'),
      setpointCelsius: celsius.describe('Warmest inlet of the racks of the zone that the fans hold, °C.'),
      ...speedLimits,
    }),
  ])
  .describe('What sets the speed that the fans of the zone have in common. Absent: the speed of each unit.');

const reset = {
  ignoredRequests: z
    .number()
    .int()
    .min(0)
    .max(1000)
    .default(0)
    .describe('Requests that are ignored. Default 0: every rack counts; ASHRAE Guideline 36 takes 2 for air handlers.'),
};

const trimAndRespond = z
  .strictObject({
    by: z.literal('trim-and-respond'),
    minCelsius: celsius.default(18).describe('Lowest supply air setpoint, °C.'),
    maxCelsius: celsius.default(27).describe('Highest supply air setpoint, °C.'),
    startCelsius: celsius.optional().describe('Setpoint at the start, °C; the lowest where absent.'),
    requestAboveCelsius: celsius
      .optional()
      .describe('A rack asks for colder air above this inlet, °C; the recommended limit of the class where absent.'),
    releaseKelvin: z
      .number()
      .min(0)
      .max(10)
      .default(0.5)
      .describe('It stops asking this far below, K. Default: assumption.'),
    requestAboveSpeed: fraction
      .default(0.7)
      .describe(
        'Fans that follow the inlet ask for colder air above this share of full speed: what warmer air saves they would spend. Default: assumption.',
      ),
    multipliers: z
      .array(
        z.strictObject({
          rackId: entityId,
          multiplier: z.number().min(0).max(100).describe('Requests of this rack count so many times; 0: never.'),
        }),
      )
      .max(5_000)
      .optional()
      .describe('Weights of racks; 1 where absent.'),
    ...reset,
    trimKelvin: kelvinStep.default(0.1).describe('The setpoint rises by this in each time step, K.'),
    respondKelvin: kelvinStep.default(0.2).describe('It falls by this for each request that counts, K.'),
    maxRespondKelvin: kelvinStep.default(0.6).describe('But by no more than this in a time step, K.'),
    stepSeconds: seconds.min(1).default(120).describe('Time step, s.'),
    delaySeconds: seconds.default(600).describe('The reset begins this long after the units start, s.'),
  })
  .describe('Supply air setpoint reset by requests, as in ASHRAE Guideline 36.');

const predictive = trimAndRespond
  .extend({
    by: z.literal('mpc'),
    minSpeed: fraction
      .default(0.4)
      .describe('Lowest speed of the fans, share of full speed: the slowest that reduced models are traced at.'),
    maxSpeed: fraction.default(1).describe('Highest speed, share of full speed.'),
  })
  .describe(
    'Supply air, and the fans where nothing else drives them, by model-predictive control on the reduced model of the room. Without a model, or where the room is not as the model says: trim and respond by the same numbers.',
  );

const staging = z
  .strictObject({
    minRunning: z.number().int().min(1).max(2_000).default(1).describe('Units that always run.'),
    spare: z
      .number()
      .int()
      .min(0)
      .max(100)
      .default(1)
      .describe('So many units may fail while the others still carry the load (N+1: 1).'),
    startAbove: fraction
      .default(0.9)
      .describe('Another starts when the running ones, less the spare, would be driven above this share.'),
    stopBelow: fraction
      .default(0.65)
      .describe('One stops when the others, less the spare, would stay below this share.'),
    startSeconds: seconds.default(300).describe('That must have lasted so long before a start, s.'),
    stopSeconds: seconds.default(900).describe('That must have lasted so long before a stop, s.'),
    minOnSeconds: seconds.default(900).describe('Least time from a start to the next stop, s. Default: assumption.'),
    minOffSeconds: seconds.default(600).describe('Least time from a stop to the next start, s. Default: assumption.'),
    rotateHours: z
      .number()
      .positive()
      .max(8784)
      .optional()
      .describe('After this time the next unit in the list becomes the first, h; the order stays where absent.'),
  })
  .describe('How many units of the zone run. First in the list starts first and stops last.');

const zone = z
  .strictObject({
    id: entityId,
    name: z.string().max(80).optional().describe('Label; the id where absent.'),
    unitIds: z
      .array(entityId)
      .max(2_000)
      .optional()
      .describe('Cooling units driven in common, so that they do not fight; all units where absent.'),
    rackIds: z.array(entityId).max(5_000).optional().describe('Racks that they serve; all racks where absent.'),
    fans: fans.optional(),
    supply: z
      .discriminatedUnion('by', [trimAndRespond, predictive])
      .optional()
      .describe('What sets the supply air setpoint of the units that control their supply. Absent: each its own.'),
    staging: staging.optional(),
  })
  .describe('Cooling units driven in common, and the racks that they serve.');

const chilledWaterReset = z
  .strictObject({
    minCelsius: celsius.default(7).describe('Lowest chilled-water setpoint, °C.'),
    maxCelsius: celsius.default(15.6).describe('Highest chilled-water setpoint, °C.'),
    startCelsius: celsius.optional().describe('Setpoint at the start, °C; the lowest where absent.'),
    openAbove: fraction
      .default(0.95)
      .describe('A unit asks for colder water when its valve is open beyond this share.'),
    releaseBelow: fraction.default(0.85).describe('It stops asking below this share.'),
    ...reset,
    trimShare: fraction.default(0.02).describe('The setpoint rises by this share of its range in each time step.'),
    respondShare: fraction.default(0.03).describe('It falls by this share for each request that counts.'),
    maxRespondShare: fraction.default(0.07).describe('But by no more than this share in a time step.'),
    stepSeconds: seconds.min(1).default(300).describe('Time step, s.'),
    delaySeconds: seconds.default(900).describe('The reset begins this long after the plant starts, s.'),
  })
  .describe('Chilled-water setpoint reset by the valves of the units, as in ASHRAE Guideline 36.');

const chillerStaging = z
  .strictObject({
    startShare: fraction.default(0.95).describe('Another starts above this share of the capacity of the running ones.'),
    stopShare: fraction.default(0.8).describe('One stops where the others stay below this share.'),
    startAfterSeconds: seconds.default(300).describe('Least time between a change and the next start, s.'),
    stopAfterSeconds: seconds.default(600).describe('Least time between a change and the next stop, s.'),
  })
  .describe('How many chillers run. Defaults: assumptions.');

export const coolingControl = z
  .strictObject({
    zones: z.array(zone).max(200).default([]).describe('Groups of cooling units driven in common.'),
    chilledWater: chilledWaterReset.optional(),
    chillers: chillerStaging.optional(),
  })
  .describe('Control above that of single units: common fans, resets of setpoints, staging.');

export type CoolingControl = z.infer<typeof coolingControl>;
export type ControlZone = z.infer<typeof zone>;
export type FanControl = z.infer<typeof fans>;
export type TrimAndRespond = z.infer<typeof trimAndRespond>;
export type PredictiveControl = z.infer<typeof predictive>;
export type UnitStaging = z.infer<typeof staging>;
export type ChilledWaterReset = z.infer<typeof chilledWaterReset>;
export type ChillerStaging = z.infer<typeof chillerStaging>;
