import type { Recirculation } from '../../frame/recirculation';
import { matrixOf, recirculatedShares } from './matrix';

/** A rack and how much it takes or gives. */
export interface Ranked {
  rackId: string;
  /** Takers: share of its air that last left a rack. Givers: share of its exhaust that racks draw. */
  share: number;
  /** Takers: how much warmer its inlet is for that, K. Givers: the sum of what it warms the others' inlets by, K. */
  kelvin: number;
}

const MOST_ROWS = 6;
/** Below this share a rack is not worth a line. */
const SMALLEST_SHARE = 0.005;

function worst(rows: Ranked[]): Ranked[] {
  return rows
    .filter(({ share }) => share >= SMALLEST_SHARE)
    .sort((a, b) => b.kelvin - a.kelvin || b.share - a.share)
    .slice(0, MOST_ROWS);
}

/** The racks whose inlets exhaust warms most. */
export function worstTakers(result: Recirculation): Ranked[] {
  const { size, values } = matrixOf(result, 'kelvin');
  const shares = recirculatedShares(result);
  return worst(
    result.rackIds.map((rackId, taker) => {
      let kelvin = 0;
      for (let giver = 0; giver < size; giver++) kelvin += values[taker * size + giver]!;
      return { rackId, share: shares[taker]!, kelvin };
    }),
  );
}

/** The racks whose exhaust warms inlets most. */
export function worstGivers(result: Recirculation): Ranked[] {
  const { size, values } = matrixOf(result, 'kelvin');
  const givers = result.givenM3s.length;
  return worst(
    result.rackIds.map((rackId, giver) => {
      let kelvin = 0;
      let drawn = 0;
      for (let taker = 0; taker < size; taker++) {
        kelvin += values[taker * size + giver]!;
        drawn += result.share[taker * givers + giver]! * result.takenM3s[taker]!;
      }
      const given = result.givenM3s[giver]!;
      return { rackId, share: given > 0 ? drawn / given : 0, kelvin };
    }),
  );
}
