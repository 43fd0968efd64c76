import { dewPointFromHumidity, standardPressurePa } from '../../units/psychrometrics';
import { cappedIssues, hasErrors, type Issue } from '../issue';
import { phrase } from '../phrase';
import { error, warning } from '../validate/rule';
import { EPW_FIELDS, type EpwField, readField } from './epw-fields';
import { fillGaps } from './fill-gaps';
import { createHourSequence } from './hour-sequence';
import type { WeatherYear } from './synthetic-year';

/** Place and year of an EPW file. */
export interface EpwFile extends WeatherYear {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly elevationMetres: number;
}

export interface ParsedEpw {
  /** Null where an issue is an error. */
  readonly file: EpwFile | null;
  readonly issues: readonly Issue[];
}

const HEADERS = [
  'LOCATION',
  'DESIGN CONDITIONS',
  'TYPICAL/EXTREME PERIODS',
  'GROUND TEMPERATURES',
  // Some writers say SAVINGS.
  'HOLIDAYS/DAYLIGHT SAVING',
  'COMMENTS 1',
  'COMMENTS 2',
  'DATA PERIODS',
] as const;

/** Place of an issue, as a reader of the file finds it: lines from 1, columns of a line from 1. */
export function placeOf(line: number, field?: EpwField): string {
  return field === undefined ? `line ${line}` : `line ${line}, column ${field.column + 1} (${field.name})`;
}

/**
 * Reads a whole EPW file (EnergyPlus, Auxiliary Programs, "EnergyPlus Weather File Data Dictionary"): a year of hours,
 * each at the end of its hour. Dry bulb is needed; dew point follows from humidity and pressure from the elevation where
 * they are missing; gaps of up to six hours are drawn over in straight lines and said so. Anything else is an error with
 * its line and column.
 */
export function parseEpw(text: string): ParsedEpw {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  while (lines.length > 0 && lines.at(-1)!.trim() === '') lines.pop();
  const issues = headerIssues(lines);
  if (hasErrors(issues)) return { file: null, issues: cappedIssues(issues) };
  const place = readPlace(lines[0]!, issues);
  const dry: number[] = [];
  const dew: number[] = [];
  const pressure: number[] = [];
  const leap = lines[4]!.split(',')[1]?.trim().toLowerCase() === 'yes';
  const sequence = createHourSequence(leap);
  for (let n = HEADERS.length; n < lines.length; n++) {
    const line = n + 1;
    const cells = lines[n]!.split(',');
    const problem = sequence.next(cells, line);
    if (problem !== null) {
      issues.push(problem);
      if (issues.length > 20) break;
      continue;
    }
    const celsius = readField(cells, EPW_FIELDS.dryBulb, line, issues);
    const humidity = readField(cells, EPW_FIELDS.humidity, line, issues);
    let dewPoint = readField(cells, EPW_FIELDS.dewPoint, line, issues);
    if (Number.isNaN(dewPoint) && !Number.isNaN(humidity) && !Number.isNaN(celsius)) {
      dewPoint = dewPointFromHumidity(celsius, Math.min(1, humidity / 100));
    }
    dry.push(celsius);
    dew.push(dewPoint);
    pressure.push(readField(cells, EPW_FIELDS.pressure, line, issues));
  }
  issues.push(...sequence.end(lines.length));
  if (hasErrors(issues)) return { file: null, issues: cappedIssues(issues) };
  const standard = standardPressurePa(place.elevationMetres);
  for (let h = 0; h < pressure.length; h++) if (Number.isNaN(pressure[h]!)) pressure[h] = standard;
  issues.push(...fillGaps(dry, EPW_FIELDS.dryBulb, HEADERS.length + 1));
  issues.push(...fillGaps(dew, EPW_FIELDS.dewPoint, HEADERS.length + 1));
  for (let h = 0; h < dry.length; h++) dew[h] = Math.min(dew[h]!, dry[h]!);
  if (hasErrors(issues)) return { file: null, issues: cappedIssues(issues) };
  return {
    file: {
      ...place,
      hours: dry.length,
      dryBulbCelsius: Float32Array.from(dry),
      dewPointCelsius: Float32Array.from(dew),
      pascals: Float32Array.from(pressure),
    },
    issues: cappedIssues(issues),
  };
}

function headerIssues(lines: readonly string[]): Issue[] {
  const issues: Issue[] = [];
  HEADERS.forEach((header, n) => {
    const found = (lines[n] ?? '').split(',')[0]!.trim();
    if (found.toUpperCase().startsWith(header)) return;
    const shown = found.length > 30 ? `${found.slice(0, 30)}…` : found;
    issues.push(
      error(
        'epw-header',
        placeOf(n + 1),
        phrase`The line begins with "${shown}" where an EPW file has "${header}".`,
        'Check that it is an EPW file, whole and as EnergyPlus writes it.',
      ),
    );
  });
  if (issues.length > 0) return issues.slice(0, 1);
  const perHour = Number(lines[7]!.split(',')[2]);
  if (perHour !== 1) {
    issues.push(
      error(
        'epw-records',
        placeOf(8),
        phrase`The file has ${String(perHour)} records an hour; one is read.`,
        'Give a file of hourly records.',
      ),
    );
  }
  return issues;
}

function readPlace(line: string, issues: Issue[]): Omit<EpwFile, keyof WeatherYear> {
  const cells = line.split(',').map((cell) => cell.trim());
  const [latitude, longitude, elevation] = [cells[6], cells[7], cells[9]].map((cell) =>
    cell === undefined || cell === '' ? Number.NaN : Number(cell),
  );
  if (Number.isNaN(elevation!)) {
    issues.push(
      warning(
        'epw-elevation',
        placeOf(1),
        'The elevation of the place is missing: pressure is that of sea level where the file gives none.',
        'Write it as the last number of the LOCATION line, in metres.',
      ),
    );
  }
  return {
    name: [cells[1], cells[3]].filter((part) => part !== undefined && part !== '' && part !== '-').join(', ') || 'EPW',
    latitude: latitude!,
    longitude: longitude!,
    elevationMetres: Number.isNaN(elevation!) ? 0 : elevation!,
  };
}
