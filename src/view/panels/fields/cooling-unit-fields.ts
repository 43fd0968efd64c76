import type { CoolingUnit } from '../../../site/schema/cooling-unit';
import { choiceAt, type FieldSection, type FieldSpec, numberAt, switchAt, textAt } from './field-spec';
import { grilleFields } from './grille-fields';
import { unitMassFields } from './mass-fields';
import { planPositionFields, rotationField, sizeFields } from './plan-fields';
import { unitWaterFields } from './unit-water-fields';

type Control = CoolingUnit['control'];

const DEFAULT_MIN_SUPPLY_CELSIUS = 12;

/** The control of another mode with what carries over from the present one. */
function controlOf(mode: string, unit: CoolingUnit): Control {
  const { setpointCelsius } = unit.control;
  const minSupplyCelsius =
    'minSupplyCelsius' in unit.control ? unit.control.minSupplyCelsius : DEFAULT_MIN_SUPPLY_CELSIUS;
  if (mode === 'return') return { mode, setpointCelsius, minSupplyCelsius };
  if (mode === 'sensor') {
    const sensorId = 'sensorId' in unit.control ? unit.control.sensorId : '';
    return { mode, sensorId, setpointCelsius, minSupplyCelsius };
  }
  return { mode: 'supply', setpointCelsius };
}

const DISCHARGES = ['down', 'front', 'rear', 'left', 'right'] as const;

/** Where vanes under the floor turn the air; kept only where they do. */
const dischargeField: FieldSpec<CoolingUnit> = {
  kind: 'choice',
  id: 'discharge',
  options: DISCHARGES,
  when: (unit) => unit.supply.to === 'raised-floor',
  read: (unit) => (unit.supply.to === 'raised-floor' ? (unit.supply.discharge ?? 'down') : 'down'),
  write: (unit, value) => {
    const discharge = value as (typeof DISCHARGES)[number];
    return {
      ...unit,
      supply: discharge === 'down' ? { to: 'raised-floor' } : { to: 'raised-floor', discharge },
    };
  },
};

/** Control needs the sensors of the site to choose from. */
function controlFields(sensorIds: readonly string[]): FieldSpec<CoolingUnit>[] {
  const modes = sensorIds.length > 0 ? ['supply', 'return', 'sensor'] : ['supply', 'return'];
  return [
    {
      kind: 'choice',
      id: 'controlMode',
      options: modes,
      read: (unit) => unit.control.mode,
      write: (unit, mode) => {
        const control = controlOf(mode, unit);
        if (control.mode === 'sensor' && control.sensorId === '') control.sensorId = sensorIds[0]!;
        return { ...unit, control };
      },
    },
    numberAt('setpoint', {
      path: ['control', 'setpointCelsius'],
      unit: '°C',
      step: 0.5,
      min: -60,
      max: 150,
      decimals: 2,
    }),
    choiceAt('sensorId', ['control', 'sensorId'], sensorIds, {
      when: (unit) => unit.control.mode === 'sensor',
      optionLabel: (id) => id,
    }),
    numberAt('minSupply', {
      path: ['control', 'minSupplyCelsius'],
      when: (unit) => unit.control.mode !== 'supply',
      unit: '°C',
      step: 0.5,
      min: -60,
      max: 150,
      decimals: 2,
    }),
  ];
}

export function coolingUnitSections(sensorIds: readonly string[]): readonly FieldSection<CoolingUnit>[] {
  return [
    {
      id: 'identity',
      fields: [textAt('name', ['name'], { maxLength: 80, optional: true }), switchAt('running', ['running'])],
    },
    { id: 'control', fields: controlFields(sensorIds) },
    {
      id: 'fan',
      fields: [
        numberAt('fanSpeed', { path: ['fan', 'speed'], unit: '%', scale: 100, step: 5, min: 0, max: 100, decimals: 1 }),
        numberAt('ratedAirflow', {
          path: ['fan', 'ratedAirflowM3s'],
          unit: 'm³/s',
          step: 0.1,
          min: 0,
          max: 10_000,
          decimals: 3,
        }),
        numberAt('ratedFanPower', { path: ['fan', 'ratedPowerW'], unit: 'W', step: 100, min: 0, decimals: 0 }),
        numberAt('capacity', {
          path: ['capacityW'],
          unit: 'kW',
          scale: 0.001,
          step: 1,
          min: 0,
          optional: true,
          decimals: 1,
        }),
        dischargeField,
      ],
    },
    { id: 'grilles', fields: grilleFields },
    { id: 'coil', fields: unitWaterFields },
    { id: 'mass', fields: unitMassFields },
    { id: 'place', fields: [...planPositionFields<CoolingUnit>(), rotationField<CoolingUnit>()] },
    {
      id: 'size',
      fields: [
        ...sizeFields<CoolingUnit>(),
        numberAt('base', { path: ['base'], unit: 'm', step: 0.1, min: 0, max: 20, decimals: 3 }),
      ],
    },
  ];
}
