import { curveLossW } from './loss-curve';
import type { PowerModel } from './model';
import { type Outages, reaches, sideIsFed, upsSideWorks } from './outages';
import { sideLossW, sidesOf } from './ups';

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
 * Loads and losses from the racks inwards, for the power of each rack (W) and their sum, past what is out.
 * `alsoOnUpsW`: what else hangs on the UPS. On return
 * inputW = the power of racks that are fed + the three losses + alsoOnUpsW. Allocates nothing.
 */
export function loadChain(
  model: PowerModel,
  rackW: ArrayLike<number>,
  itW: number,
  outages: Outages,
  alsoOnUpsW: number,
  onBattery: boolean,
  out: ChainLoads,
): void {
  const { electrical } = model;
  loadRackFeeds(model, rackW, outages, out);
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
  if (oneSide && out.darkW === 0) sideW[0] = itW;
  out.pduLossW = 0;
  for (let s = 0; s < model.feeds; s++) {
    if (!sideIsFed(model, outages, s)) continue;
    const lossW = pduSideLossW(model, outages, out, s, sideW[s]!);
    out.pduLossW += lossW;
    sideW[s]! += lossW;
  }
  loadUps(model, alsoOnUpsW, outages, onBattery, out);
}

/** Feeds of a rack share its load evenly; one that is left carries it all. */
function loadRackFeeds(model: PowerModel, rackW: ArrayLike<number>, outages: Outages, out: ChainLoads): void {
  const lossShare = model.electrical?.rackPdu?.lossShare ?? 0;
  out.rackPduLossW = 0;
  out.darkW = 0;
  for (let r = 0; r < model.rackIds.length; r++) {
    const a = reaches(model, outages, r, 0);
    const b = reaches(model, outages, r, 1);
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
  outages: Outages,
  { pduW }: ChainLoads,
  side: number,
  outputW: number,
): number {
  const { pdu, pduEfficiency } = electrical!;
  if (pdu === undefined) return outputW / pduEfficiency - outputW;
  let lossW = 0;
  for (let p = 0; p < pduCount; p++) {
    if (outages.pdu[2 * p + side] === 1) continue;
    lossW += curveLossW(pdu.lossCoefficients, pdu.ratedW, pduW[2 * p + side]!);
  }
  return lossW;
}

function loadUps(model: PowerModel, alsoOnUpsW: number, outages: Outages, onBattery: boolean, out: ChainLoads): void {
  const { feeds } = model;
  const { ups } = model.electrical!;
  const totalW = sideW[0]! + sideW[1]! + alsoOnUpsW;
  out.upsW.fill(0);
  out.upsLossW = 0;
  if (ups === undefined) {
    out.inputW = totalW;
    return;
  }
  const sides = sidesOf(ups);
  let left = 0;
  for (let s = 0; s < sides; s++) if (upsSideWorks(model, outages, s)) left++;
  for (let s = 0; s < sides; s++) {
    if (!upsSideWorks(model, outages, s)) continue;
    // Two feeds hang on a side each; without them a switch shares the load between the sides.
    out.upsW[s] = sides === 2 && feeds === 2 ? sideW[s]! + alsoOnUpsW / left : totalW / left;
    out.upsLossW += sideLossW(ups, out.upsW[s]!, onBattery);
  }
  out.inputW = totalW + out.upsLossW;
}
