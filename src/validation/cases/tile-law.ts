import { perforatedLoss } from '../../engine/grid/perforated-loss';
import { AIR } from '../../units/air';
import type { CaseOptions, CaseResult, Figure, ResultRow, ValidationCase } from '../case';

/** Gross area of a tile of 24 inches, m², and the pressures under it, Pa (0.02 and 0.05 inches of water). */
const TILE_AREA = 0.61 ** 2;
const LOW_PASCALS = 5;
const HIGH_PASCALS = 12.45;

/**
 * Loss coefficient and flow (m³/s) of perforated tiles, worked out by hand from the formula of Fried & Idelchik 1989 in
 * the form used for floor tiles by Karki, Patankar & Schmidt: what the engine's pressure law must give.
 */
const tiles = [
  { open: 0.22, loss: 55.9, lowM3s: 0.144, highM3s: 0.227 },
  { open: 0.25, loss: 42.8, lowM3s: 0.164, highM3s: 0.259 },
  { open: 0.4, loss: 15.7, lowM3s: 0.271, highM3s: 0.428 },
  { open: 0.56, loss: 7.4, lowM3s: 0.395, highM3s: 0.624 },
] as const;

const FLOOR = 0.01;

const flowM3s = (open: number, pascals: number) =>
  TILE_AREA * Math.sqrt((2 * pascals) / (AIR.density * perforatedLoss(open)));

function figureOf(): Figure {
  const pascals = Array.from({ length: 31 }, (_, n) => n * 0.5);
  return {
    id: 'tile-law',
    title: { key: 'figure.tile' },
    x: { label: { key: 'axis.plenumPressure' }, unit: 'Pa', scale: 'linear' },
    y: { label: { key: 'axis.tileFlow' }, unit: 'm³/s', scale: 'linear' },
    series: [
      ...tiles.map(({ open }) => ({
        label: { key: 'series.tile', values: { percent: Math.round(100 * open) } },
        mark: 'line' as const,
        x: pascals,
        y: pascals.map((pressure) => flowM3s(open, pressure)),
      })),
      {
        label: { key: 'series.byHand' },
        mark: 'points',
        x: tiles.flatMap(() => [LOW_PASCALS, HIGH_PASCALS]),
        y: tiles.flatMap(({ lowM3s, highM3s }) => [lowM3s, highM3s]),
      },
    ],
  };
}

function run({ onProgress }: CaseOptions): CaseResult {
  const rows = tiles.flatMap(({ open, loss, highM3s }): ResultRow[] => {
    const values = { percent: Math.round(100 * open), pascals: HIGH_PASCALS };
    return [
      {
        quantity: { key: 'quantity.tile.loss', values },
        unit: '',
        expected: loss,
        simulated: perforatedLoss(open),
        tolerance: FLOOR * loss,
        aim: null,
      },
      {
        quantity: { key: 'quantity.tile.flow', values },
        unit: 'm³/s',
        expected: highM3s,
        simulated: flowM3s(open, HIGH_PASCALS),
        tolerance: FLOOR * highM3s,
        aim: null,
      },
    ];
  });
  onProgress?.(1);
  return { rows, figures: [figureOf()], cells: 0 };
}

export const tileLaw: ValidationCase = { id: 'tile-law', run };
