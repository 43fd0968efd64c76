import type { RowQuantity, Spread } from '../../frame/levers';
import { UNKNOWN } from '../numbers/format';

/** Files have null for numbers that are not known. */
const known = (value: number | null): value is number => value !== null && Number.isFinite(value);

/** A number with so many decimals; a dash where it is not known. A proper minus sign, none at zero. */
export function fixed(value: number | null, decimals: number): string {
  if (!known(value)) return UNKNOWN;
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** Mean with half of its interval, where there is one. */
export function within({ mean, halfWidth }: Spread, scale: number, decimals: number): string {
  if (!known(mean)) return UNKNOWN;
  const half = known(halfWidth) ? ` ± ${(halfWidth * scale).toFixed(decimals)}` : '';
  return fixed(mean * scale, decimals) + half;
}

/** Change of energy in the eyes of a reader: a saving with a minus sign, a loss with a plus. */
export function changeText({ mean }: Pick<Spread, 'mean'>): string {
  if (!known(mean)) return UNKNOWN;
  const percent = 100 * mean;
  const text = `${Math.abs(percent).toFixed(Math.abs(percent) < 0.995 ? 2 : 1)} %`;
  if (Math.abs(percent) < 0.005) return '0 %';
  return percent > 0 ? `−${text}` : `+${text}`;
}

interface Column {
  readonly id: RowQuantity | 'latePercent' | 'undonePercent';
  readonly scale: number;
  readonly decimals: number;
}

/** Columns of energy, kWh shown as MWh. */
export const ENERGY_COLUMNS: readonly Column[] = [
  { id: 'facility', scale: 1e-3, decimals: 1 },
  { id: 'computing', scale: 1e-3, decimals: 1 },
  { id: 'serverFans', scale: 1e-3, decimals: 1 },
  { id: 'unitFans', scale: 1e-3, decimals: 1 },
  { id: 'plant', scale: 1e-3, decimals: 1 },
  { id: 'liquidLoop', scale: 1e-3, decimals: 1 },
  { id: 'losses', scale: 1e-3, decimals: 1 },
  { id: 'other', scale: 1e-3, decimals: 1 },
  { id: 'pue', scale: 1, decimals: 3 },
  { id: 'waterM3', scale: 1, decimals: 0 },
  { id: 'carbonKg', scale: 1e-3, decimals: 1 },
  { id: 'cost', scale: 1, decimals: 0 },
];

export const SERVICE_COLUMNS: readonly Column[] = [
  { id: 'worstInletCelsius', scale: 1, decimals: 1 },
  { id: 'hoursOverRecommended', scale: 1, decimals: 0 },
  { id: 'hoursOverAllowable', scale: 1, decimals: 0 },
  { id: 'degreeHours', scale: 1, decimals: 0 },
  { id: 'latePercent', scale: 100, decimals: 3 },
  { id: 'undonePercent', scale: 100, decimals: 3 },
  { id: 'throttledServerHours', scale: 1, decimals: 0 },
  { id: 'hoursOutOfRange', scale: 1, decimals: 0 },
  { id: 'hoursSaturated', scale: 1, decimals: 0 },
];

/** Mean of a column of a row, in the unit of the row's values. */
export function meanOf(values: Readonly<Record<RowQuantity, number>>, id: Column['id']): number {
  if (id === 'latePercent') return values.lateWork / values.askedWork;
  if (id === 'undonePercent') return Math.max(0, 1 - values.doneWork / values.askedWork);
  return values[id];
}

/** Means of a row alone. */
export function meansOf(values: Readonly<Record<RowQuantity, Spread>>): Record<RowQuantity, number> {
  return Object.fromEntries(Object.entries(values).map(([id, { mean }]) => [id, mean ?? Number.NaN])) as Record<
    RowQuantity,
    number
  >;
}
