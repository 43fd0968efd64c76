import type { Issue } from '../issue';
import type { Weather } from '../schema/weather';
import { parseEpw } from './epw';
import { CELSIUS_RESOLUTION, encodeHourly, PASCALS_RESOLUTION } from './hourly-code';

/** The weather of an EPW file as a site keeps it; null where the issues hold an error. */
export function importEpw(text: string): { weather: Weather | null; issues: readonly Issue[] } {
  const { file, issues } = parseEpw(text);
  if (file === null) return { weather: null, issues };
  const weather: Weather = {
    kind: 'hourly',
    name: file.name.slice(0, 120),
    hours: file.hours === 8784 ? 8784 : 8760,
    dryBulb: encodeHourly(file.dryBulbCelsius, CELSIUS_RESOLUTION),
    dewPoint: encodeHourly(file.dewPointCelsius, CELSIUS_RESOLUTION),
    pressure: encodeHourly(file.pascals, PASCALS_RESOLUTION),
  };
  return { weather, issues };
}
