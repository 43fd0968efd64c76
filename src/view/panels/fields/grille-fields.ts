import type { CoolingUnit, GrilleFace } from '../../../site/schema/cooling-unit';
import { choiceAt, type FieldSpec, numberAt } from './field-spec';

const FACES = ['front', 'rear', 'left', 'right', 'top', 'bottom'] as const satisfies readonly GrilleFace[];

const METRES = { unit: 'm', step: 0.05, max: 20, decimals: 3, optional: true } as const;

type Side = 'supply' | 'return';

const toRoom = (side: Side) => (unit: CoolingUnit) => 'face' in unit[side];

/** Face, size and height of a grille; its ids begin with `supply` or `return`. */
function grilleAt(side: Side): FieldSpec<CoolingUnit>[] {
  const when = toRoom(side);
  return [
    choiceAt(`${side}Face`, [side, 'face'], FACES, { when }),
    numberAt(`${side}Width`, { path: [side, 'width'], when, ...METRES }),
    numberAt(`${side}Height`, { path: [side, 'height'], when, ...METRES }),
    numberAt(`${side}ZMin`, { path: [side, 'zMin'], when, min: 0, ...METRES }),
  ];
}

/** Where a unit takes its air from and gives it to. A grille that begins is the whole of a usual face. */
export const grilleFields: readonly FieldSpec<CoolingUnit>[] = [
  {
    kind: 'choice',
    id: 'supplyTo',
    options: ['room', 'raised-floor'],
    read: (unit) => unit.supply.to,
    write: (unit, to) => {
      if (to === unit.supply.to) return unit;
      return { ...unit, supply: to === 'room' ? { to: 'room', face: 'front' } : { to: 'raised-floor' } };
    },
  },
  ...grilleAt('supply'),
  {
    kind: 'choice',
    id: 'returnFrom',
    options: ['room', 'ceiling-plenum'],
    read: (unit) => unit.return.from,
    write: (unit, from) => {
      if (from === unit.return.from) return unit;
      return { ...unit, return: from === 'room' ? { from: 'room', face: 'top' } : { from: 'ceiling-plenum' } };
    },
  },
  ...grilleAt('return'),
];
