import { z } from 'zod';
import { airflow, boxSize, celsius, entityId, fraction, planPosition, rotation, watts } from './geometry';
import { airEconomiser, waterCoil } from './plant';
import { unitMass } from './thermal-mass';

const face = z.enum(['front', 'rear', 'left', 'right', 'top', 'bottom']);

const grille = {
  face: face.describe('Face of the unit, named before rotation.'),
  width: z.number().positive().max(20).optional().describe('Along the face, m; the whole face where absent.'),
  height: z.number().positive().max(20).optional().describe('Up the face (depth for top and bottom), m.'),
  zMin: z.number().min(0).max(20).optional().describe('Lower edge above the unit base, m; centred where absent.'),
};

const supply = z
  .discriminatedUnion('to', [
    z.strictObject({ to: z.literal('room'), ...grille }),
    z.strictObject({
      to: z.literal('raised-floor'),
      discharge: z
        .enum(['down', 'front', 'rear', 'left', 'right'])
        .optional()
        .describe(
          'Direction in which vanes turn the air under the floor, named before rotation; straight down where absent.',
        ),
    }),
  ])
  .describe('Where the cooled air goes.');

const returnAir = z
  .discriminatedUnion('from', [
    z.strictObject({ from: z.literal('room'), ...grille }),
    z.strictObject({ from: z.literal('ceiling-plenum') }),
  ])
  .describe('Where the warm air comes from.');

const fan = z
  .strictObject({
    ratedAirflowM3s: airflow.describe('Flow at full speed, m³/s.'),
    ratedPowerW: watts.describe('Electrical power of the fan at full speed, W.'),
    speed: fraction.default(1).describe('Share of full speed; flow is proportional to it.'),
    powerExponent: z
      .number()
      .min(1)
      .max(4)
      .default(3)
      .describe('Power follows speed to this exponent (3: fan affinity law).'),
  })
  .describe('The fan of the unit.');

const control = z
  .discriminatedUnion('mode', [
    z.strictObject({
      mode: z.literal('supply'),
      setpointCelsius: celsius.describe('Supply air temperature that it holds while capacity lasts, °C.'),
    }),
    z.strictObject({
      mode: z.literal('return'),
      setpointCelsius: celsius.describe('Return air temperature that it holds, °C.'),
      minSupplyCelsius: celsius.default(12).describe('Lowest supply air temperature allowed, °C.'),
    }),
    z.strictObject({
      mode: z.literal('sensor'),
      sensorId: entityId.describe('Sensor that it holds at the setpoint.'),
      setpointCelsius: celsius.describe('Temperature wanted at the sensor, °C.'),
      minSupplyCelsius: celsius.default(12).describe('Lowest supply air temperature allowed, °C.'),
    }),
  ])
  .describe('What it controls.');

export const coolingUnit = z.strictObject({
  id: entityId,
  name: z.string().max(80).optional().describe('Label; the id where absent.'),
  kind: z
    .enum(['crah', 'crac', 'in-row', 'overhead', 'wall'])
    .describe('Common kind; sets the drawing and the defaults.'),
  position: planPosition,
  base: z
    .number()
    .min(0)
    .max(20)
    .default(0)
    .describe('Height of its base above the floor, m (overhead and wall units).'),
  rotation: rotation.default(0),
  size: boxSize,
  medium: z.enum(['chilled-water', 'dx']).describe('Chilled-water coil, or direct expansion with its own compressor.'),
  supply,
  return: returnAir,
  fan,
  capacityW: watts.optional().describe('Sensible capacity; without it the unit never saturates, W.'),
  ratedCop: z
    .number()
    .min(0.5)
    .max(20)
    .optional()
    .describe(
      'DX units: heat over compressor power at rating conditions (19.4 °C wet bulb, 35 °C outdoor); without it their power is not known.',
    ),
  coil: waterCoil.optional(),
  economiser: airEconomiser.optional(),
  thermalMass: unitMass.optional(),
  control,
  running: z.boolean().default(true).describe('False: switched off, no flow.'),
});

export type GrilleFace = z.infer<typeof face>;
export type CoolingUnit = z.infer<typeof coolingUnit>;
