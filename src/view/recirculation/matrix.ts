import type { Recirculation } from '../../frame/recirculation';
import type { Site } from '../../site/schema/site';

/** What a cell says: share of the taker's air, K per kW of the giver, K at the heat of the moment. */
export const MATRIX_MODES = ['share', 'perKilowatt', 'kelvin'] as const;
export type MatrixMode = (typeof MATRIX_MODES)[number];

export const MATRIX_ORDERS = ['site', 'position', 'affected'] as const;
export type MatrixOrder = (typeof MATRIX_ORDERS)[number];

/** Racks by racks: row = who takes, column = who gives. */
export interface Matrix {
  readonly size: number;
  readonly values: Float32Array;
  readonly largest: number;
}

export function matrixOf(result: Recirculation, mode: MatrixMode): Matrix {
  const size = result.rackIds.length;
  const givers = result.givenM3s.length;
  const values = new Float32Array(size * size);
  for (let taker = 0; taker < size; taker++) {
    for (let giver = 0; giver < size; giver++) {
      values[taker * size + giver] = cellValue(result, mode, taker, giver, size, givers);
    }
  }
  return { size, values, largest: values.reduce((most, value) => Math.max(most, value), 0) };
}

function cellValue(
  { share, riseKelvinPerKilowatt, rackHeatW }: Recirculation,
  mode: MatrixMode,
  taker: number,
  giver: number,
  size: number,
  givers: number,
): number {
  if (mode === 'share') return share[taker * givers + giver]!;
  const perKilowatt = riseKelvinPerKilowatt[taker * size + giver]!;
  return mode === 'perKilowatt' ? perKilowatt : (perKilowatt * rackHeatW[giver]!) / 1000;
}

/** Share of each rack's air that last left a rack, its own exhaust included. */
export function recirculatedShares(result: Recirculation): Float32Array {
  const { size, values } = matrixOf(result, 'share');
  return Float32Array.from({ length: size }, (_, taker) =>
    values.subarray(taker * size, (taker + 1) * size).reduce((sum, share) => sum + share, 0),
  );
}

/** Rack indices in the order to show them. Racks that the open document no longer has come last by position. */
export function orderOf(result: Recirculation, order: MatrixOrder, site: Site): Int32Array {
  const indices = Int32Array.from(result.rackIds, (_, index) => index);
  if (order === 'site') return indices;
  if (order === 'affected') {
    const taken = recirculatedShares(result);
    return indices.sort((a, b) => taken[b]! - taken[a]! || a - b);
  }
  const places = new Map(site.racks.map(({ id, position }) => [id, position]));
  const key = (index: number) => places.get(result.rackIds[index]!) ?? { x: Infinity, y: Infinity };
  // Racks of one row stand within half a rack of each other across it.
  const rowOf = (y: number) => Math.round(y / 0.6);
  return indices.sort((a, b) => {
    const [from, to] = [key(a), key(b)];
    const rows = rowOf(from.y) - rowOf(to.y);
    return (Number.isNaN(rows) ? 0 : rows) || from.x - to.x || a - b;
  });
}

/** A picture of at most `side` points a side: each shows the largest value of the cells that it covers. */
export function pooled(matrix: Matrix, order: Int32Array, side: number): { side: number; values: Float32Array } {
  const points = Math.min(matrix.size, Math.max(1, side));
  const values = new Float32Array(points * points);
  for (let row = 0; row < matrix.size; row++) {
    const y = Math.floor((row * points) / matrix.size);
    const from = order[row]! * matrix.size;
    for (let column = 0; column < matrix.size; column++) {
      const at = y * points + Math.floor((column * points) / matrix.size);
      const value = matrix.values[from + order[column]!]!;
      if (value > values[at]!) values[at] = value;
    }
  }
  return { side: points, values };
}

const UNITS: Record<MatrixMode, string> = { share: '1', perKilowatt: 'K/kW', kelvin: 'K' };

/** The matrix as a table, by id: a row for each rack's inlet, a column for each exhaust; shares also of units and openings. */
export function matrixCsv(result: Recirculation, mode: MatrixMode): string {
  const { size, values } = matrixOf(result, mode);
  const givers = result.givenM3s.length;
  const others = mode === 'share' ? [...result.unitIds, ...result.openingIds] : [];
  const number = (value: number) => String(Number(value.toPrecision(5)));
  const lines = [[`inlet of \\ air from [${UNITS[mode]}]`, ...result.rackIds, ...others].join(',')];
  for (let taker = 0; taker < size; taker++) {
    const cells = [...values.subarray(taker * size, (taker + 1) * size)];
    for (let n = 0; n < others.length; n++) cells.push(result.share[taker * givers + size + n]!);
    lines.push([result.rackIds[taker]!, ...cells.map(number)].join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}
