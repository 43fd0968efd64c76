import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { error } from '../validate/rule';

/** One column of an EPW record. */
export interface EpwField {
  readonly name: string;
  /** From 0. */
  readonly column: number;
  /** At this value and above the datum is missing. */
  readonly missing: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** Columns, missing codes and ranges as in the EPW data dictionary. */
export const EPW_FIELDS = {
  dryBulb: { name: 'dry bulb temperature', column: 6, missing: 99.9, low: -70, high: 70, unit: '°C' },
  dewPoint: { name: 'dew point temperature', column: 7, missing: 99.9, low: -70, high: 70, unit: '°C' },
  humidity: { name: 'relative humidity', column: 8, missing: 999, low: 0, high: 110, unit: '%' },
  pressure: { name: 'atmospheric pressure', column: 9, missing: 999_999, low: 31_000, high: 120_000, unit: 'Pa' },
} as const satisfies Record<string, EpwField>;

/** The number in a column; NaN where it is missing, or where it can't be (which becomes an issue). */
export function readField(cells: readonly string[], field: EpwField, line: number, issues: Issue[]): number {
  const text = (cells[field.column] ?? '').trim();
  const value = text === '' ? field.missing : Number(text);
  if (Number.isFinite(value) && value >= field.missing) return Number.NaN;
  if (value >= field.low && value <= field.high) return value;
  issues.push(
    error(
      'epw-value',
      `line ${line}, column ${field.column + 1} (${field.name})`,
      Number.isFinite(value)
        ? phrase`${text} ${field.unit} is outside ${field.low} to ${field.high} ${field.unit}.`
        : phrase`"${text}" is not a number.`,
      phrase`Correct it, or write ${field.missing} where it is not known.`,
    ),
  );
  return Number.NaN;
}
