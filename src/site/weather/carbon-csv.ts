import { cappedIssues, hasErrors, type Issue } from '../issue';
import { phrase } from '../phrase';
import type { GridCarbon } from '../schema/weather';
import { error, warning } from '../validate/rule';
import { CARBON_RESOLUTION, encodeHourly } from './hourly-code';

/** Highest intensity that is believed, kg/kWh: above lignite with losses. */
const HIGHEST_KG_PER_KWH = 2;

interface Column {
  readonly index: number;
  readonly header: string;
  readonly kgPerUnit: number;
}

/** Cells of a line of CSV (RFC 4180, commas or semicolons or tabs). */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let n = 0; n < line.length; n++) {
    const c = line[n]!;
    if (quoted) {
      if (c === '"' && line[n + 1] === '"') cell += line[n++]!;
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === separator) {
      cells.push(cell.trim());
      cell = '';
    } else cell += c;
  }
  cells.push(cell.trim());
  return cells;
}

/**
 * The column of the intensity: a header that speaks of carbon or CO2 and of an intensity or of mass per energy. Where
 * several do, life-cycle figures come before direct ones.
 */
function findColumn(headers: readonly string[]): Column | null {
  const found = headers
    .map((header, index) => ({ header, index, text: header.toLowerCase() }))
    .filter(({ text }) => /carbon|co2|co₂|emission/.test(text))
    .filter(({ text }) => /intensity|\/\s*[km]?wh|per\s*[km]?wh|factor|moer|aoer/.test(text));
  const best =
    found.find(({ text }) => /life.?cycle|lca/.test(text)) ?? found.find(({ text }) => !/free|renewable/.test(text));
  if (best === undefined) return null;
  return { index: best.index, header: best.header, kgPerUnit: kgPerUnitOf(best.text) };
}

/** kg/kWh of one unit of the header: g/kWh unless it says otherwise. */
function kgPerUnitOf(text: string): number {
  const mass = /\bkg|kilogram/.test(text)
    ? 1
    : /\blbs?\b|pound/.test(text)
      ? 0.45359237
      : /\bt(on)?(ne)?s?\b/.test(text)
        ? 1000
        : 0.001;
  return /mwh/.test(text) ? mass / 1000 : mass;
}

/** Carbon intensity of a year of hours from a CSV file whose header is loosely matched; null where an issue is an error. */
export function importCarbonCsv(
  text: string,
  fileName: string,
): { carbon: GridCarbon | null; issues: readonly Issue[]; header: string | null } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  while (lines.length > 0 && lines.at(-1)!.trim() === '') lines.pop();
  const first = lines[0] ?? '';
  const separator = [';', '\t', ','].find((mark) => first.includes(mark)) ?? ',';
  const headers = cellsOf(first, separator);
  const column = findColumn(headers);
  const refused = (issue: Issue) => ({ carbon: null, issues: [issue], header: column?.header ?? null });
  if (column === null) {
    return refused(
      error(
        'carbon-header',
        'line 1',
        phrase`No column speaks of carbon intensity; the file has ${headers.slice(0, 8).join(', ')}.`,
        'Name the column, for example "Carbon intensity gCO2eq/kWh".',
      ),
    );
  }
  const hours = lines.length - 1;
  if (hours !== 8760 && hours !== 8784) {
    return refused(
      error(
        'carbon-hours',
        `line ${lines.length}`,
        phrase`The file has ${hours} hours; a year has 8760 or 8784.`,
        'Give one line for each hour of a year, from 1 January on.',
      ),
    );
  }
  const issues: Issue[] = [];
  const values: number[] = [];
  let missing = 0;
  for (let n = 1; n < lines.length; n++) {
    const cell = cellsOf(lines[n]!, separator)[column.index] ?? '';
    const value =
      cell === '' ? Number.NaN : Number(separator === ';' ? cell.replace(',', '.') : cell) * column.kgPerUnit;
    if (cell === '' && values.length > 0) {
      missing++;
      values.push(values.at(-1)!);
    } else if (value >= 0 && value <= HIGHEST_KG_PER_KWH) values.push(value);
    else {
      values.push(0);
      issues.push(
        error(
          'carbon-value',
          `line ${n + 1}, column ${column.index + 1} (${column.header})`,
          Number.isNaN(value)
            ? phrase`"${cell}" is not a number.`
            : phrase`${cell} is ${value.toPrecision(3)} kg/kWh, outside 0 to ${HIGHEST_KG_PER_KWH}.`,
          'Correct it, or name the unit in the header.',
        ),
      );
    }
  }
  if (missing > 0) {
    issues.push(
      warning(
        'carbon-missing',
        `column ${column.index + 1} (${column.header})`,
        phrase`${missing} hours were empty and took the value of the hour before.`,
        'Nothing need be done; a fuller file would be better.',
      ),
    );
  }
  const year = hours === 8784 ? 8784 : 8760;
  const carbon: GridCarbon | null = hasErrors(issues)
    ? null
    : {
        kind: 'hourly',
        name: fileName.slice(0, 120),
        hours: year,
        intensity: encodeHourly(values, CARBON_RESOLUTION),
      };
  return { carbon, issues: cappedIssues(issues), header: column.header };
}
