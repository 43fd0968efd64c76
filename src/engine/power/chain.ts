import { curveLossW } from './loss-curve';
import type { PowerModel } from './model';
import { sideLossW, sidesOf } from './ups';

/** No feed is lost. */
export const NONE_LOST = -1;

/** What each element between the sockets of the racks and the main switchboard carries. */
export interface ChainLoads {
  /** Drawn from the breaker of feed s of rack r, the loss of the strip included, W: index 2 r + s. */
  readonly rackFeedW: Float64Array;
  /** Output of floor unit p of side s, W: index 2 p + s. */
  readonly pduW: Float64Array;
  /** Output of each side of the UPS, W. */
  readonly upsW: Float64Array;
  rackPduLossW: number;
  pduLossW: number;
  upsLossW: number;
  /** What the racks and all losses up to the UPS, it included, draw from the switchboard, W. */
  inputW: number;
  /** Power of racks that no feed reaches, W. */
  darkW: number;
}

export function createChainLoads(model: PowerModel): ChainLoads {
  return {
    rackFeedW: new Float64Array(2 * model.rackIds.length),
    pduW: new Float64Array(2 * model.pduCount),
    upsW: new Float64Array(2),
    rackPduLossW: 0,
    pduLossW: 0,
    upsLossW: 0,
    inputW: 0,
    darkW: 0,
  };
}

const sideW = new Float64Array(2);

/**
 * Loads and losses from the racks inwards, for the power of each rack (W) and their sum. `lost`: the feed that is gone,
 * 0 or 1, or NONE_LOST. `alsoOnUpsW`: what else hangs on the UPS. On return
 * inputW = the power of racks that are fed + the three losses + alsoOnUpsW. Allocates nothing.
 */
export function loadChain(
  model: PowerModel,
  rackW: ArrayLike<number>,
  itW: number,
  lost: number,
  alsoOnUpsW: number,
  onBattery: boolean,
  out: ChainLoads,
): void {
  const { electrical } = model;
  loadRackFeeds(model, rackW, lost, out);
  if (electrical === null) {
    out.pduLossW = Number.NaN;
    out.upsLossW = Number.NaN;
    out.inputW = Number.NaN;
    return;
  }
  const oneSide = model.feeds === 1 && electrical.rackPdu === undefined;
  out.pduW.fill(0);
  sideW.fill(0);
  for (let r = 0; r < model.rackIds.length; r++) {
    for (let s = 0; s < 2; s++) {
      const watts = out.rackFeedW[2 * r + s]!;
      out.pduW[2 * model.rackPdu[r]! + s]! += watts;
      sideW[s]! += watts;
    }
  }
  // The sum by chassis is the IT power that everything else shows; that by racks differs in its last digits.
  if (oneSide) sideW[0] = itW;
  out.pduLossW = 0;
  for (let s = 0; s < model.feeds; s++) {
    if (s === lost) continue;
    const lossW = pduSideLossW(model, out, s, sideW[s]!);
    out.pduLossW += lossW;
    sideW[s]! += lossW;
  }
  loadUps(model, alsoOnUpsW, lost, onBattery, out);
}

/** Feeds of a rack share its load evenly; one that is left carries it all. */
function loadRackFeeds(model: PowerModel, rackW: ArrayLike<number>, lost: number, out: ChainLoads): void {
  const lossShare = model.electrical?.rackPdu?.lossShare ?? 0;
  out.rackPduLossW = 0;
  out.darkW = 0;
  for (let r = 0; r < model.rackIds.length; r++) {
    const a = lost === 0 ? 0 : model.rackOnFeed[2 * r]!;
    const b = lost === 1 ? 0 : model.rackOnFeed[2 * r + 1]!;
    if (a + b === 0) out.darkW += rackW[r]!;
    const shareW = a + b === 0 ? 0 : rackW[r]! / (a + b);
    const ratedW = model.rackFeedRatedW[r]!;
    const stripLossW = lossShare > 0 && ratedW > 0 ? (lossShare * shareW * shareW) / ratedW : 0;
    out.rackFeedW[2 * r] = a * (shareW + stripLossW);
    out.rackFeedW[2 * r + 1] = b * (shareW + stripLossW);
    out.rackPduLossW += (a + b) * stripLossW;
  }
}

/** Loss of the floor units of one side, W. */
function pduSideLossW(
  { electrical, pduCount }: PowerModel,
  { pduW }: ChainLoads,
  side: number,
  outputW: number,
): number {
  const { pdu, pduEfficiency } = electrical!;
  if (pdu === undefined) return outputW / pduEfficiency - outputW;
  let lossW = 0;
  for (let p = 0; p < pduCount; p++) lossW += curveLossW(pdu.lossCoefficients, pdu.ratedW, pduW[2 * p + side]!);
  return lossW;
}

function loadUps(
  { electrical, feeds }: PowerModel,
  alsoOnUpsW: number,
  lost: number,
  onBattery: boolean,
  out: ChainLoads,
): void {
  const { ups } = electrical!;
  const totalW = sideW[0]! + sideW[1]! + alsoOnUpsW;
  out.upsW.fill(0);
  out.upsLossW = 0;
  if (ups === undefined) {
    out.inputW = totalW;
    return;
  }
  const sides = sidesOf(ups);
  if (sides === 1) out.upsW[0] = totalW;
  else {
    // Two feeds hang on a side each; without them a switch shares the load between the sides.
    const half = totalW / 2;
    const left = lost === NONE_LOST ? 2 : 1;
    for (let s = 0; s < 2; s++) {
      if (s === lost) continue;
      out.upsW[s] = feeds === 2 ? sideW[s]! + alsoOnUpsW / left : half;
    }
  }
  for (let s = 0; s < sides; s++) {
    if (sides === 2 && s === lost) continue;
    out.upsLossW += sideLossW(ups, out.upsW[s]!, onBattery);
  }
  out.inputW = totalW + out.upsLossW;
}
