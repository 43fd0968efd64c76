import { SERIES_COLUMNS, type SeriesColumn } from '../../frame/layout';
import type { SeriesRing } from '../../store/series-ring';

/** Unit of each column, as the header names it. */
const UNITS: Record<SeriesColumn, string> = {
  simulatedSeconds: 's',
  itW: 'W',
  serverFansW: 'W',
  coolingW: 'W',
  lossesW: 'W',
  otherW: 'W',
  facilityW: 'W',
  eer: 'work/J',
  pue: '1',
  inletMinCelsius: '°C',
  inletMeanCelsius: '°C',
  inletMaxCelsius: '°C',
  supplyCelsius: '°C',
  returnCelsius: '°C',
  workRate: 'work/s',
  demandRate: 'work/s',
  outdoorDryBulbCelsius: '°C',
  outdoorWetBulbCelsius: '°C',
  carbonKgPerKWh: 'kg/kWh',
  supplySetpointCelsius: '°C',
  supplyRequests: '1',
};

const SIGNIFICANT_DIGITS = 7;

function cell(value: number): string {
  return Number.isNaN(value) ? '' : String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}

/** Every sample kept, one a line. What is not known is empty. */
export function seriesCsv(ring: SeriesRing): string {
  const lines = [SERIES_COLUMNS.map((column) => `${column} [${UNITS[column]}]`).join(',')];
  for (let index = 0; index < ring.length; index++) {
    lines.push(SERIES_COLUMNS.map((column) => cell(ring.value(column, index))).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}
