import type { SeriesRow } from '../../store/decimate';

/** A row of the power chart: IT power without the server fans that it contains. */
export interface PowerRow {
  [column: string]: number | null;
  seconds: number;
  itWithoutFansW: number | null;
  serverFansW: number | null;
  coolingW: number | null;
  lossesW: number | null;
  otherW: number | null;
  facilityW: number | null;
}

/** Parts that add up. Where the fans are not known they stay inside IT power. */
export function powerParts(row: SeriesRow): PowerRow {
  const itW = row.itW ?? null;
  const serverFansW = row.serverFansW == null || Number.isNaN(row.serverFansW) ? null : row.serverFansW;
  return {
    seconds: row.seconds,
    itWithoutFansW: itW === null ? null : itW - (serverFansW ?? 0),
    serverFansW,
    coolingW: row.coolingW ?? null,
    lossesW: row.lossesW ?? null,
    otherW: row.otherW ?? null,
    facilityW: row.facilityW ?? null,
  };
}
