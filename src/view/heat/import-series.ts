import type { Issue } from '../../site/issue';
import type { GridCarbon, Weather } from '../../site/schema/weather';
import { importCarbonCsv } from '../../site/weather/carbon-csv';
import { importEpw } from '../../site/weather/import-weather';

/** A year of hours takes 2 MB at most; beyond this a file is something else, bytes. */
const LARGEST_BYTES = 32 * 1024 * 1024;

/** What came of reading a file: a part of the site, or what is wrong. */
export interface Imported {
  readonly fileName: string;
  readonly weather?: Weather;
  readonly carbon?: GridCarbon;
  readonly issues: readonly Issue[];
}

export type ImportKind = 'epw' | 'carbon';

export async function importSeries(kind: ImportKind, file: File, tooLarge: Issue): Promise<Imported> {
  if (file.size > LARGEST_BYTES) return { fileName: file.name, issues: [tooLarge] };
  const text = await file.text();
  if (kind === 'epw') {
    const { weather, issues } = importEpw(text);
    return { fileName: file.name, ...(weather === null ? {} : { weather }), issues };
  }
  const { carbon, issues } = importCarbonCsv(text, file.name);
  return { fileName: file.name, ...(carbon === null ? {} : { carbon }), issues };
}

/** Lets the user choose a file; null where none was chosen. */
export function pickSeries(kind: ImportKind): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = kind === 'epw' ? '.epw,text/plain' : '.csv,text/csv';
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}
