import type { CoolingUnit } from '../../../site/schema/cooling-unit';
import type { Rack } from '../../../site/schema/rack';
import type { Containment } from '../../../site/schema/room';
import type { Site } from '../../../site/schema/site';
import { type PanelMaterial, plenumMass } from '../../../site/schema/thermal-mass';
import { type ChoiceField, type FieldSpec, type NumberField, numberAt } from './field-spec';
import { ABSENT } from './field-units';

const KILOGRAMS = { unit: 'kg', min: 0, max: 10_000, decimals: 0, optional: true } as const;

/** Keeps the masses of a unit only where one is given. */
function massOf(
  id: string,
  key: keyof NonNullable<CoolingUnit['thermalMass']>,
  field: Partial<NumberField<CoolingUnit>>,
) {
  const inner = numberAt<CoolingUnit>(id, {
    path: ['thermalMass', key],
    step: 5,
    ...KILOGRAMS,
    ...field,
  });
  return {
    ...inner,
    write: (unit: CoolingUnit, value: number | null) => {
      const next = inner.write(unit, value);
      const { thermalMass, ...rest } = next;
      return thermalMass === undefined || Object.keys(thermalMass).length > 0 ? next : rest;
    },
  };
}

/** What a cooling unit weighs, and how fast its valve is. */
export const unitMassFields: readonly FieldSpec<CoolingUnit>[] = [
  massOf('coilKg', 'coilKg', {}),
  massOf('coilWaterLitres', 'coilWaterLitres', {
    unit: 'l',
    max: 5_000,
    decimals: 1,
    when: ({ thermalMass }) => thermalMass?.coilKg !== undefined,
  }),
  massOf('casingKg', 'casingKg', { step: 10 }),
  massOf('valveSeconds', 'valveSeconds', { unit: 's', max: 600, step: 5 }),
];

export const rackCableField: FieldSpec<Rack> = numberAt('rackCable', {
  path: ['cableKg'],
  step: 1,
  ...KILOGRAMS,
  max: 1000,
});

/** What the panels of an aisle are made of. */
export const panelField: ChoiceField<Containment> = {
  kind: 'choice',
  id: 'panels',
  options: [ABSENT, 'polycarbonate', 'glass', 'steel-sheet'],
  read: (containment) => containment.panels ?? ABSENT,
  write: (containment, value) => {
    const { panels: _panels, ...rest } = containment;
    return value === ABSENT ? rest : { ...rest, panels: value as PanelMaterial };
  },
};

const hasMass = (site: Site) => site.raisedFloor?.mass !== undefined;

/** What lies under the raised floor. */
export const plenumMassFields: readonly FieldSpec<Site>[] = [
  {
    kind: 'switch',
    id: 'plenumMass',
    when: (site) => site.raisedFloor !== undefined,
    read: hasMass,
    write: (site, on) => {
      if (site.raisedFloor === undefined) return site;
      const { mass: _mass, ...raisedFloor } = site.raisedFloor;
      return { ...site, raisedFloor: on ? { ...raisedFloor, mass: plenumMass.parse({}) } : raisedFloor };
    },
  },
  numberAt('plenumSteel', {
    path: ['raisedFloor', 'mass', 'steelKg'],
    when: hasMass,
    step: 50,
    ...KILOGRAMS,
  }),
  numberAt('plenumCable', {
    path: ['raisedFloor', 'mass', 'cableKg'],
    when: hasMass,
    step: 50,
    ...KILOGRAMS,
    max: 1_000_000,
  }),
];
