import type { BoxSize, PlanPosition, Point } from '../../../site/schema/geometry';
import { type ChoiceField, type NumberField, numberAt } from './field-spec';

const metres = { unit: 'm', step: 0.1, decimals: 3 } as const;

/** Position on the floor plan. */
export function planPositionFields<E extends { position: PlanPosition }>(): NumberField<E>[] {
  return [numberAt('x', { path: ['position', 'x'], ...metres }), numberAt('y', { path: ['position', 'y'], ...metres })];
}

export function sizeFields<E extends { size: BoxSize }>(): NumberField<E>[] {
  return [
    numberAt('width', { path: ['size', 'width'], min: 0.05, ...metres }),
    numberAt('depth', { path: ['size', 'depth'], min: 0.05, ...metres }),
    numberAt('height', { path: ['size', 'height'], min: 0.05, ...metres }),
  ];
}

/** Quarter turns. */
export function rotationField<E extends { rotation: 0 | 90 | 180 | 270 }>(): ChoiceField<E> {
  return {
    kind: 'choice',
    id: 'rotation',
    options: ['0', '90', '180', '270'],
    read: (entity) => String(entity.rotation),
    write: (entity, value) => ({ ...entity, rotation: Number(value) as E['rotation'] }),
  };
}

/** The two corners of a box. */
export function cornerFields<E extends { min: Point; max: Point }>(): NumberField<E>[] {
  const corner = (end: 'min' | 'max', axis: 'x' | 'y' | 'z') =>
    numberAt<E>(`${end}.${axis}`, { path: [end, axis], ...metres });
  return (['min', 'max'] as const).flatMap((end) => (['x', 'y', 'z'] as const).map((axis) => corner(end, axis)));
}
