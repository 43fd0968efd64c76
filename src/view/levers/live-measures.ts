import type { MeasureId } from '../../frame/levers';

/** Measures that a visitor can try, in the order of the list. */
export const liveMeasures: readonly MeasureId[] = [
  'governor',
  'sleep',
  'server-fans',
  'containment',
  'blanking-panels',
  'economiser',
  'warm-water',
  'unit-fans',
  'safe-setpoint',
  'best-setpoint',
  'trim-and-respond',
];

/** Measures that choose the supply temperature: one at a time. */
const SETPOINTS: readonly MeasureId[] = ['safe-setpoint', 'best-setpoint', 'trim-and-respond'];

/** The list with a measure added or taken out; another one that chooses the supply temperature gives way to it. */
export function toggled(measures: readonly MeasureId[], id: MeasureId): MeasureId[] {
  const chosen = measures.includes(id)
    ? measures.filter((other) => other !== id)
    : [...measures.filter((other) => !(SETPOINTS.includes(id) && SETPOINTS.includes(other))), id];
  return liveMeasures.filter((other) => chosen.includes(other));
}
