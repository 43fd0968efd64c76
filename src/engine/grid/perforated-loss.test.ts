import { describe, expect, it } from 'vitest';
import { AIR } from '../../units/air';
import { perforatedLoss } from './perforated-loss';

/** Flow of a 0.61 m tile, m³/s, from the table of the perforated-plate law (Karki, Patankar & Schmidt form). */
const tiles = [
  { open: 0.22, K: 55.9, at5: 0.144, at12: 0.227 },
  { open: 0.25, K: 42.8, at5: 0.164, at12: 0.259 },
  { open: 0.4, K: 15.7, at5: 0.271, at12: 0.428 },
  { open: 0.56, K: 7.4, at5: 0.395, at12: 0.624 },
];

function tileFlow(open: number, pascals: number): number {
  return 0.61 ** 2 * Math.sqrt((2 * pascals) / (AIR.density * perforatedLoss(open)));
}

describe('perforated plate', () => {
  it.each(tiles)('of $open open share has K = $K and the flows of the tile table', ({ open, K, at5, at12 }) => {
    expect(Math.abs(perforatedLoss(open) / K - 1)).toBeLessThan(0.01);
    expect(Math.abs(tileFlow(open, 5) / at5 - 1)).toBeLessThan(0.01);
    expect(Math.abs(tileFlow(open, 12.45) / at12 - 1)).toBeLessThan(0.01);
  });

  it('fully open has no loss', () => {
    expect(perforatedLoss(1)).toBe(0);
  });
});
