import type { CoolingUnit } from '../../../site/schema/cooling-unit';
import { airEconomiser, waterCoil } from '../../../site/schema/plant';
import { type FieldSpec, numberAt } from './field-spec';
import { ABSENT, CELSIUS, PERCENT } from './field-units';
import { KELVIN, KILOWATTS } from './plant-fields';

const onWater = (unit: CoolingUnit) => unit.medium === 'chilled-water';
const hasCoil = (unit: CoolingUnit) => onWater(unit) && unit.coil !== undefined;
const economiserIs = (kind: 'air' | 'indirect') => (unit: CoolingUnit) => unit.economiser?.kind === kind;

/** A coil rated for what the unit is to carry, in air 12 K above its water's design. */
function firstCoil(unit: CoolingUnit) {
  const ratedHeatW = unit.capacityW ?? Math.max(1000, Math.round(unit.fan.ratedAirflowM3s * 12) * 1000);
  return waterCoil.parse({ ratedHeatW, ratedAirCelsius: 30, ratedWaterCelsius: 12, ratedWaterRiseKelvin: 6 });
}

/** Medium, coil and economiser of a cooling unit. */
export const unitWaterFields: readonly FieldSpec<CoolingUnit>[] = [
  {
    kind: 'choice',
    id: 'medium',
    options: ['chilled-water', 'dx'],
    read: (unit) => unit.medium,
    write: (unit, medium) => ({ ...unit, medium: medium as CoolingUnit['medium'] }),
  },
  numberAt('ratedCop', {
    path: ['ratedCop'],
    when: (unit) => unit.medium === 'dx',
    optional: true,
    unit: '',
    step: 0.1,
    min: 0.5,
    max: 20,
    decimals: 2,
  }),
  {
    kind: 'switch',
    id: 'hasCoil',
    when: onWater,
    read: (unit) => unit.coil !== undefined,
    write: (unit, on) => {
      const { coil: _coil, ...rest } = unit;
      return on ? { ...unit, coil: firstCoil(unit) } : rest;
    },
  },
  numberAt('coilHeat', { path: ['coil', 'ratedHeatW'], when: hasCoil, ...KILOWATTS }),
  numberAt('coilAir', { path: ['coil', 'ratedAirCelsius'], when: hasCoil, ...CELSIUS }),
  numberAt('coilWater', { path: ['coil', 'ratedWaterCelsius'], when: hasCoil, ...CELSIUS }),
  numberAt('coilRise', { path: ['coil', 'ratedWaterRiseKelvin'], when: hasCoil, ...KELVIN }),
  {
    kind: 'choice',
    id: 'economiserKind',
    options: [ABSENT, 'air', 'indirect'],
    read: (unit) => unit.economiser?.kind ?? ABSENT,
    write: (unit, kind) => {
      const { economiser: _economiser, ...rest } = unit;
      return kind === ABSENT ? rest : { ...unit, economiser: airEconomiser.parse({ kind }) };
    },
  },
  {
    kind: 'choice',
    id: 'economiserControl',
    options: ['dry-bulb', 'dew-point', 'enthalpy'],
    when: economiserIs('air'),
    read: ({ economiser }) => (economiser?.kind === 'air' ? economiser.control : 'dry-bulb'),
    write: (unit, control) => {
      if (unit.economiser?.kind !== 'air') return unit;
      return { ...unit, economiser: { ...unit.economiser, control: control as 'dry-bulb' | 'dew-point' | 'enthalpy' } };
    },
  },
  numberAt('economiserHigh', { path: ['economiser', 'highCelsius'], when: economiserIs('air'), ...CELSIUS }),
  numberAt('economiserDew', {
    path: ['economiser', 'highDewPointCelsius'],
    when: ({ economiser }) => economiser?.kind === 'air' && economiser.control === 'dew-point',
    ...CELSIUS,
  }),
  numberAt('economiserLow', { path: ['economiser', 'lowCelsius'], when: economiserIs('air'), ...CELSIUS }),
  numberAt('economiserPad', {
    path: ['economiser', 'evaporativeEffectiveness'],
    when: economiserIs('air'),
    optional: true,
    ...PERCENT,
  }),
  numberAt('economiserWet', { path: ['economiser', 'wetEffectiveness'], when: economiserIs('indirect'), ...PERCENT }),
  numberAt('economiserDry', { path: ['economiser', 'dryEffectiveness'], when: economiserIs('indirect'), ...PERCENT }),
  numberAt('economiserFan', {
    path: ['economiser', 'fanW'],
    when: (unit) => unit.economiser !== undefined,
    unit: 'W',
    step: 100,
    min: 0,
    decimals: 0,
  }),
];
