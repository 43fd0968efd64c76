import { z } from 'zod';
import { celsius, fraction, watts } from './geometry';

const kelvin = z.number().min(0.1).max(60);

export const pump = z
  .strictObject({
    pressurePa: z
      .number()
      .min(0)
      .max(2e6)
      .default(200_000)
      .describe('Pressure at design flow, Pa. Default: assumption.'),
    efficiency: z
      .number()
      .min(0.1)
      .max(1)
      .default(0.65)
      .describe('Hydraulic power over electricity, motor and drive included. Default: assumption.'),
    speed: z
      .enum(['variable', 'constant'])
      .default('variable')
      .describe('variable: flow follows what coils ask for; constant: design flow whenever anything is cooled.'),
    count: z
      .number()
      .int()
      .min(1)
      .max(40)
      .optional()
      .describe('Equal pumps that run in parallel; one where absent. Says what is left when one of them trips.'),
  })
  .describe('Pumps of a water circuit.');

const tower = z
  .strictObject({
    kind: z.literal('tower'),
    count: z.number().int().min(1).max(60).default(2).describe('Equal cells.'),
    designHeatW: watts.optional().describe('Heat of all cells at design, W; what the chillers reject where absent.'),
    fanW: watts.optional().describe('Fans of all cells at full speed, W; 1.05 % of the design heat where absent.'),
    designWetBulbCelsius: celsius.default(25.6).describe('Wet bulb at design, °C.'),
    designApproachKelvin: kelvin.default(3.9).describe('Leaving water above wet bulb at design, K.'),
    designRangeKelvin: kelvin.default(5.6).describe('Entering less leaving water at design, K.'),
    setpointCelsius: celsius.default(21).describe('Water temperature that its fans hold for the condensers, °C.'),
    cyclesOfConcentration: z.number().min(1.5).max(20).default(5).describe('Sets the blow-down.'),
  })
  .describe('Open cooling towers with fans of variable speed (YorkCalc).');

const dryCooler = z
  .strictObject({
    kind: z.literal('dry-cooler'),
    designHeatW: watts.optional().describe('Heat at design, W; what it is to reject where absent.'),
    fanW: watts.optional().describe('Fans at full speed, W; 4.02 % of the design heat where absent.'),
    designAirCelsius: celsius.default(35).describe('Outdoor air at design, °C.'),
    designEnteringCelsius: celsius.default(46.11).describe('Entering water at design, °C.'),
    designLeavingCelsius: celsius.default(40.55).describe('Leaving water at design, °C.'),
    setpointCelsius: celsius.default(21).describe('Water temperature that its fans hold, °C.'),
  })
  .describe('Dry coolers with fans of variable speed.');

const rejection = z.discriminatedUnion('kind', [tower, dryCooler]).describe('How heat leaves to the outdoor air.');

const volume = z.number().min(0.01).max(100_000).optional();

export const chilledWaterPlant = z
  .strictObject({
    kind: z.literal('chilled-water'),
    supplyCelsius: celsius.default(10).describe('Chilled water leaving the plant, °C.'),
    chillers: z
      .strictObject({
        set: z.string().min(1).max(80).describe('Name of the EnergyPlus curve set.'),
        count: z.number().int().min(1).max(40).default(2).describe('Equal machines, run in stages.'),
        capacityW: watts
          .optional()
          .describe('Reference capacity of each, W; scales the set, whose own is taken where absent.'),
      })
      .describe('Chillers.'),
    loop: z
      .strictObject({
        designRiseKelvin: kelvin.default(6).describe('Return less supply at design, K; sets the design flow.'),
        volumeM3: volume.describe('Water in the loop, m³; 6 minutes of design flow where absent (assumption).'),
        bufferM3: volume.describe('Buffer tank in the supply, mixed throughout, m³; none where absent.'),
        minFlowShare: fraction.default(0.3).describe('Least flow while anything is cooled, share of design.'),
        pump: pump.prefault({}),
      })
      .prefault({})
      .describe('Chilled-water loop.'),
    condenser: z
      .strictObject({
        rejection: rejection.prefault({ kind: 'tower' }),
        volumeM3: volume.describe('Water in the loop, m³; 6 minutes of design flow where absent (assumption).'),
        pump: pump.prefault({}),
      })
      .prefault({})
      .describe('Condenser-water loop; unused by an air-cooled set.'),
    economiser: z
      .strictObject({
        approachKelvin: kelvin
          .default(2)
          .describe('Chilled water above cold water at the heat exchanger at design, K.'),
        startKelvin: z
          .number()
          .min(0)
          .max(20)
          .default(2)
          .describe('It starts when the heat rejection could give water this much below the return, K.'),
        stopKelvin: z.number().min(0).max(20).default(0.5).describe('It stops below this difference, K.'),
      })
      .optional()
      .describe('Water-side economiser: a heat exchanger before the chillers.'),
  })
  .describe('Chillers, pumps and heat rejection, computed from curves, loads and weather.');

/** Facility water classes of ASHRAE TC 9.9 and the highest supply temperature of each, °C; W+ has none below this. */
export const WATER_CLASSES = { W17: 17, W27: 27, W32: 32, W40: 40, W45: 45, 'W+': 60 } as const;

export const facilityWater = z
  .strictObject({
    waterClass: z
      .enum(['W17', 'W27', 'W32', 'W40', 'W45', 'W+'])
      .default('W32')
      .describe('ASHRAE class: its number is the highest facility water supply, °C.'),
    supplyCelsius: celsius.optional().describe('Facility water supply held, °C; the limit of the class where absent.'),
    cduApproachKelvin: kelvin
      .default(3)
      .describe('Coolant to the servers above facility water, K: what the heat exchanger of the CDU needs.'),
    designHeatW: watts.optional().describe('Heat at design, W; that of the racks at full load where absent.'),
    designRiseKelvin: kelvin.default(10).describe('Rise of the facility water at design, K.'),
    volumeM3: volume.describe('Water in the loop, m³; 6 minutes of design flow where absent (assumption).'),
    coolantM3: volume.describe(
      'Coolant between CDUs and servers, m³; half a minute of design flow where absent (assumption).',
    ),
    pump: pump.prefault({}).describe('Pumps of facility water.'),
    cduPump: pump.prefault({}).describe('Pumps of the coolant, in the CDUs.'),
    rejection: z
      .discriminatedUnion('kind', [tower, dryCooler, z.strictObject({ kind: z.literal('chilled-water') })])
      .prefault({ kind: 'dry-cooler' })
      .describe('Where its heat goes; chilled-water: to the plant of that kind.'),
    reuse: z
      .strictObject({
        maxW: watts.describe('Most heat that the customer takes, W.'),
        minCelsius: celsius.default(35).describe('Return water below this is too cold for the customer, °C.'),
      })
      .optional()
      .describe('Heat exported from the return water, as a district heating substation does.'),
  })
  .describe('Warm-water loop with coolant distribution units.');

/** Heat exchanger in the rear door of a rack. */
export const rearDoor = z
  .strictObject({
    effectiveness: fraction.default(0.7).describe('Share of the difference between exhaust and water that it removes.'),
    capacityW: watts.optional().describe('Most heat that it takes, W.'),
    waterCelsius: celsius
      .default(16)
      .describe('Water at its inlet, °C; never below dew point plus margin, nor below what the plant supplies.'),
    dewPointMarginKelvin: z
      .number()
      .min(0)
      .max(20)
      .default(2)
      .describe('Its water is held this far above the dew point of the room, K.'),
  })
  .describe('Rear-door heat exchanger: cools the exhaust of the rack before it reaches the room.');

/** Coil of a chilled-water unit, from one rating point of its data sheet. */
export const waterCoil = z
  .strictObject({
    ratedHeatW: watts.describe('Sensible heat at the rating point, dry, at rated airflow, W.'),
    ratedAirCelsius: celsius.default(24).describe('Entering air at the rating point, °C.'),
    ratedWaterCelsius: celsius.default(7).describe('Entering water at the rating point, °C.'),
    ratedWaterRiseKelvin: kelvin.default(5).describe('Leaving less entering water at the rating point, K.'),
  })
  .describe('Coil and valve by effectiveness and NTU. Absent: any heat at any water temperature up to the capacity.');

/** Outdoor air used by a cooling unit. */
export const airEconomiser = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('air'),
      control: z
        .enum(['dry-bulb', 'dew-point', 'enthalpy'])
        .default('dry-bulb')
        .describe('What outdoor air must not exceed: dry bulb; dry bulb and dew point; enthalpy of the return air.'),
      highCelsius: celsius.default(23).describe('Highest outdoor dry bulb, °C.'),
      highDewPointCelsius: celsius.default(13.5).describe('Highest outdoor dew point, °C.'),
      lowCelsius: celsius.default(-20).describe('Lowest outdoor dry bulb, °C.'),
      evaporativeEffectiveness: fraction
        .optional()
        .describe(
          'Direct evaporative pad in the outdoor air: share of dry less wet bulb that it takes; none if absent.',
        ),
      hysteresisKelvin: z.number().min(0).max(10).default(1).describe('It comes back this far inside its limits, K.'),
      fanW: watts.default(0).describe('Further fan and pump power at full outdoor air, W.'),
      cyclesOfConcentration: z.number().min(1.5).max(20).default(3).describe('Sets the blow-down of the pad.'),
    }),
    z.strictObject({
      kind: z.literal('indirect'),
      wetEffectiveness: fraction.default(0.7).describe('Share of return air less outdoor wet bulb, pad wet.'),
      dryEffectiveness: fraction.default(0.72).describe('Share of return air less outdoor dry bulb, pad dry.'),
      fanW: watts.default(0).describe('Fans of outdoor air and pump at full use, W.'),
      hysteresisKelvin: z.number().min(0).max(10).default(1).describe('Least gain over the return air to start, K.'),
      cyclesOfConcentration: z.number().min(1.5).max(20).default(3).describe('Sets the blow-down of the pad.'),
    }),
  ])
  .describe('Economiser with outdoor air: mixed into the supply (air), or across a heat exchanger (indirect).');

export type Pump = z.infer<typeof pump>;
export type Rejection = z.infer<typeof rejection>;
export type ChilledWaterPlant = z.infer<typeof chilledWaterPlant>;
export type FacilityWater = z.infer<typeof facilityWater>;
export type RearDoor = z.infer<typeof rearDoor>;
export type WaterCoil = z.infer<typeof waterCoil>;
export type AirEconomiser = z.infer<typeof airEconomiser>;
