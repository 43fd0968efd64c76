import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { error, warning } from '../validate/rule';
import type { EpwField } from './epw-fields';

/** Longest gap that is drawn over, h: within it weather does not turn (assumption). */
export const LONGEST_GAP_HOURS = 6;

/** Draws straight lines over short gaps (NaN) of a year that repeats; longer ones are errors. `firstLine` is that of hour 0. */
export function fillGaps(values: number[], field: EpwField, firstLine: number): Issue[] {
  const issues: Issue[] = [];
  const count = values.length;
  const place = (hour: number) => `line ${firstLine + hour}, column ${field.column + 1} (${field.name})`;
  const start = values.findIndex((value) => !Number.isNaN(value));
  if (start < 0) {
    return [error('epw-missing', place(0), 'The value is missing in every hour.', 'Give a file that has it.')];
  }
  let filled = 0;
  for (let n = 1; n < count; n++) {
    const first = (start + n) % count;
    if (!Number.isNaN(values[first]!)) continue;
    let length = 1;
    while (Number.isNaN(values[(first + length) % count]!)) length++;
    if (length > LONGEST_GAP_HOURS) {
      issues.push(
        error(
          'epw-gap',
          place(first),
          phrase`The value is missing for ${length} hours; up to ${LONGEST_GAP_HOURS} are filled in.`,
          'Fill the gap from a neighbouring station, or choose another file.',
        ),
      );
      n += length;
      continue;
    }
    const before = values[(first + count - 1) % count]!;
    const after = values[(first + length) % count]!;
    for (let k = 0; k < length; k++) {
      values[(first + k) % count] = before + ((after - before) * (k + 1)) / (length + 1);
    }
    filled += length;
    n += length;
  }
  if (filled > 0) {
    issues.push(
      warning(
        'epw-filled',
        `column ${field.column + 1} (${field.name})`,
        phrase`${filled} hours without a value were filled in with straight lines.`,
        'Nothing need be done; a fuller file would be better.',
      ),
    );
  }
  return issues;
}
