import { plenumDrag } from '../../engine/airflow/plenum/cells';
import { perforatedLoss } from '../../engine/grid/perforated-loss';
import type { CaseOptions, CaseResult, Figure, ResultRow, ValidationCase } from '../case';
import { solvedDuct, solvedManifold } from './plenum-duct';
import { type DuctProfile, exactDuct, type PlenumDuct } from './plenum-exact';

const TILE_METRES = 0.6;
const TILES = 12;
/** Depths of the plenum, m: one at which all tiles give air, one at which drag holds the first half down. */
const DEPTHS = [0.6, 0.3] as const;

const TOLERANCE_PERCENT = 3;
const AIM_PERCENT = 1;

/** A row of tiles of 25 % open area, the unit at one end: 0.9 m³/s through a plenum one tile wide. */
const ductOf = (depth: number): PlenumDuct => ({
  length: 9,
  width: TILE_METRES,
  depth,
  supplyUntil: 0.6,
  tilesFrom: 1.8,
  flowM3s: 0.9,
  loss: perforatedLoss(0.25),
  dragPerMetre: plenumDrag(depth),
});

function exactTiles({ x, outflow }: DuctProfile, { tilesFrom }: PlenumDuct): number[] {
  const step = x[1]! - x[0]!;
  const tiles = Array.from({ length: TILES }, () => 0);
  x.forEach((end, n) => {
    const tile = Math.floor((end - step / 2 - tilesFrom) / TILE_METRES);
    if (tile >= 0) tiles[tile]! += outflow[n]! * step;
  });
  return tiles;
}

function tileFigure(solved: readonly { depth: number; exact: number[]; tiles: number[] }[]): Figure {
  const numbers = Array.from({ length: TILES }, (_, n) => n + 1);
  return {
    id: 'plenum-tiles',
    title: { key: 'figure.plenum' },
    x: { label: { key: 'axis.tileNumber' }, unit: '', scale: 'linear' },
    y: { label: { key: 'axis.tileFlow' }, unit: 'm³/s', scale: 'linear' },
    series: solved.flatMap(({ depth, exact, tiles }) => [
      { label: { key: 'series.plenum', values: { depth } }, mark: 'line' as const, x: numbers, y: tiles },
      { label: { key: 'series.plenumExact', values: { depth } }, mark: 'points' as const, x: numbers, y: exact },
    ]),
  };
}

function manifoldRow(cells: number): ResultRow {
  return {
    quantity: { key: 'quantity.plenum.recovery' },
    unit: '',
    expected: 0.75 ** 2,
    simulated: solvedManifold(cells),
    tolerance: 0.02,
    aim: 0.005,
  };
}

function run({ quick, onProgress }: CaseOptions): CaseResult {
  const cells = quick ? 60 : 120;
  const rows = [manifoldRow(cells)];
  const solved = DEPTHS.map((depth, n) => {
    const duct = ductOf(depth);
    const exact = exactTiles(exactDuct(duct), duct);
    const { tiles } = solvedDuct(duct, cells);
    const mean = duct.flowM3s / TILES;
    const error = Math.max(...tiles.map((flow, tile) => Math.abs(flow - exact[tile]!)));
    rows.push(
      {
        quantity: { key: 'quantity.plenum.tiles', values: { depth } },
        unit: '%',
        expected: 0,
        simulated: (100 * error) / mean,
        tolerance: TOLERANCE_PERCENT,
        aim: AIM_PERCENT,
      },
      {
        quantity: { key: 'quantity.plenum.last', values: { depth } },
        unit: 'm³/s',
        expected: exact[TILES - 1]!,
        simulated: tiles[TILES - 1]!,
        tolerance: (TOLERANCE_PERCENT / 100) * exact[TILES - 1]!,
        aim: (AIM_PERCENT / 100) * exact[TILES - 1]!,
      },
    );
    onProgress?.((n + 1) / DEPTHS.length);
    return { depth, exact, tiles };
  });
  return { rows, figures: [tileFigure(solved)], cells };
}

export const plenum: ValidationCase = { id: 'plenum', run };
