import type { FeedLoss, FeedSide, PowerElement, PowerElementKind, PowerLevel } from '../../frame/power';
import type { Servers } from '../servers/servers';
import { breakerClassOf } from './breakers';
import { type ChainLoads, createChainLoads, loadChain } from './chain';
import { curveLossW } from './loss-curve';
import type { PowerModel } from './model';
import { reaches, sideIsFed, withoutFeed } from './outages';
import { rackOnOneSupplyW } from './psu-loss';
import type { PowerState } from './state';
import { secondsToTrip, upsOverloadSeconds } from './trip-curve';
import { modulesOf, sideLossW, sideRatedW, sidesOf, sideUsableW } from './ups';

const SIDES: readonly FeedSide[] = ['A', 'B'];

/** Above its rating an element is overloaded; above what it may carry for long it is warned of. */
export function levelOf(loadW: number, limitW: number, ratedW: number): PowerLevel {
  if (loadW > ratedW) return 'alarm';
  return loadW > limitW ? 'warning' : 'ok';
}

/** Loads of the chain when feed A, and when feed B, is lost at the power of this moment; empty with a single feed. */
export function failoverLoads(power: PowerState, servers: Servers): ChainLoads[] {
  const { structure, rackW } = power;
  if (structure.feeds === 1 || structure.electrical === null) return [];
  const oneSupplyW = rackOnOneSupplyW(structure.supplies, servers);
  return [0, 1].map((lost) => {
    const loads = createChainLoads(structure);
    // A rack that hangs on the other feed alone does not notice.
    const racks = Float64Array.from(rackW, (watts, r) =>
      structure.rackOnFeed[2 * r + lost] === 1 && structure.rackOnFeed[2 * r + 1 - lost] === 1 ? oneSupplyW[r]! : watts,
    );
    const itW = racks.reduce((sum, watts) => sum + watts, 0);
    loadChain(structure, racks, itW, withoutFeed(power, lost), 0, false, loads);
    return loads;
  });
}

interface Rating {
  kind: PowerElementKind;
  id: string;
  side: FeedSide | null;
  ratedW: number;
  limitW: number;
}

function element(rating: Rating, loadW: number, lossW: number, failoverW: number): PowerElement {
  const { ratedW, limitW } = rating;
  return {
    ...rating,
    loadW,
    lossW,
    level: levelOf(loadW, limitW, ratedW),
    failoverW,
    failoverLevel: levelOf(failoverW, limitW, ratedW),
  };
}

/** Everything with a rating, from the main transformer to the feeds of the racks. */
export function chainElements(power: PowerState, failover: readonly ChainLoads[]): PowerElement[] {
  const { structure } = power;
  if (structure.electrical === null) return [];
  return [
    ...mainElements(power),
    ...upsElements(power, failover),
    ...pduElements(power, failover),
    ...rackElements(power, failover),
  ];
}

function mainElements({ structure, watts, backup }: PowerState): PowerElement[] {
  const { transformer, switchgear, generator } = structure.electrical!;
  const result: PowerElement[] = [];
  const once = (kind: PowerElementKind, ratedW: number, limitShare: number): Rating => ({
    kind,
    id: '',
    side: null,
    ratedW,
    limitW: ratedW * limitShare,
  });
  const drawnW = watts.utilityW + watts.generatorW;
  if (transformer !== undefined) {
    const loadW = watts.utilityW - watts.transformerLossW;
    result.push(
      element(once('transformer', transformer.ratedW, 1), Math.max(0, loadW), watts.transformerLossW, Number.NaN),
    );
  }
  if (switchgear !== undefined) {
    const rating = once('switchgear', switchgear.ratedW, structure.continuousShare);
    result.push(element(rating, drawnW - watts.transformerLossW, watts.switchgearLossW, Number.NaN));
  }
  if (generator !== undefined) {
    // What it would have to carry is the load of this moment, whoever carries it now; the transformer is not in its way.
    const wouldW = backup.source === 'dark' ? Number.NaN : drawnW + watts.batteryW - watts.transformerLossW;
    result.push(element(once('generator', generator.ratedW, 1), watts.generatorW, 0, wouldW));
  }
  return result;
}

type Condition = Pick<PowerElement, 'out' | 'tripsInSeconds' | 'bypass'>;

function condition(out: PowerElement['out'] | null, tripsInSeconds = Number.POSITIVE_INFINITY): Condition {
  return {
    ...(out === null ? {} : { out }),
    ...(out === null && tripsInSeconds < Number.POSITIVE_INFINITY ? { tripsInSeconds } : {}),
  };
}

function upsElements(power: PowerState, failover: readonly ChainLoads[]): PowerElement[] {
  const { structure, loads, backup, breakers, outages } = power;
  const { ups } = structure.electrical!;
  if (ups === undefined) return [];
  const sides = sidesOf(ups);
  return Array.from({ length: sides }, (_, s) => {
    const loadW = loads.upsW[s]!;
    const otherSideGoneW = sides === 2 ? loads.upsW[0]! + loads.upsW[1]! : Number.NaN;
    const feedGoneW = failover.length > 0 ? worst(failover.map(({ upsW }) => upsW[s]!)) : Number.NaN;
    const rating: Rating = {
      kind: 'ups',
      id: '',
      side: sides === 2 ? SIDES[s]! : null,
      ratedW: sideRatedW(ups),
      // With a spare module gone, the others are what there is.
      limitW: sideUsableW(ups),
    };
    const moduleGoneW = ups.redundancy === 'N+1' && modulesOf(ups) > 1 ? loadW : Number.NaN;
    const out = breakers.ups[s] === 1 ? 'tripped' : outages.ups[s] === 1 ? 'opened' : null;
    const dead = out === null && (backup.source === 'dark' || (structure.feeds === 2 && outages.side[s] === 1));
    const left = upsOverloadSeconds(loadW / sideRatedW(ups)) * (1 - breakers.upsStress[s]!);
    return {
      ...element(
        rating,
        loadW,
        out !== null || dead ? 0 : sideLossW(ups, loadW, backup.source === 'battery'),
        worst([otherSideGoneW, feedGoneW, moduleGoneW]),
      ),
      ...condition(dead ? 'dead' : out, breakers.bypass[s] === 1 ? undefined : left),
      ...(breakers.bypass[s] === 1 ? { bypass: true } : {}),
    };
  });
}

/** Greatest of the numbers that are known; NaN where none is. */
const worst = (values: number[]): number =>
  values.reduce((most, value) => (Number.isNaN(most) || value > most ? value : most), Number.NaN);

function pduElements(power: PowerState, failover: readonly ChainLoads[]): PowerElement[] {
  const { structure, loads, breakers, outages } = power;
  const { pdu } = structure.electrical!;
  if (pdu === undefined) return [];
  return Array.from({ length: structure.pduCount * structure.feeds }, (_, n) => {
    const p = Math.floor(n / structure.feeds);
    const s = n % structure.feeds;
    const loadW = loads.pduW[2 * p + s]!;
    const out = breakers.pdu[2 * p + s] === 1 ? 'tripped' : outages.pdu[2 * p + s] === 1 ? 'opened' : null;
    const dead = out === null && isDead(power, s);
    const rated = element(
      {
        kind: 'pdu',
        id: String(p + 1),
        side: structure.feeds === 2 ? SIDES[s]! : null,
        ratedW: pdu.ratedW,
        limitW: pdu.ratedW * structure.continuousShare,
      },
      loadW,
      out !== null || dead ? 0 : curveLossW(pdu.lossCoefficients, pdu.ratedW, loadW),
      worst(failover.map(({ pduW }) => pduW[2 * p + s]!)),
    );
    const trips = tripSeconds(structure, breakers.pduHeat[2 * p + s]!, loadW / pdu.ratedW);
    return { ...rated, ...condition(dead ? 'dead' : out, trips) };
  });
}

/** Whether nothing comes as far as the floor units of side s. */
function isDead({ structure, backup, outages }: PowerState, s: number): boolean {
  return backup.source === 'dark' || !sideIsFed(structure, outages, s);
}

function tripSeconds(structure: PowerModel, heat: number, load: number): number {
  return Number.isNaN(heat) || !(load < Infinity)
    ? Number.POSITIVE_INFINITY
    : secondsToTrip(heat, load, breakerClassOf(structure));
}

function rackElements(power: PowerState, failover: readonly ChainLoads[]): PowerElement[] {
  const { structure, loads, breakers, outages, backup } = power;
  const lossShare = structure.electrical!.rackPdu?.lossShare ?? 0;
  const result: PowerElement[] = [];
  structure.rackIds.forEach((id, r) => {
    const ratedW = structure.rackFeedRatedW[r]!;
    for (let s = 0; s < structure.feeds; s++) {
      if (structure.rackOnFeed[2 * r + s] === 0 || Number.isNaN(ratedW)) continue;
      const loadW = loads.rackFeedW[2 * r + s]!;
      const rating: Rating = {
        kind: 'rack-feed',
        id,
        side: structure.feeds === 2 ? SIDES[s]! : null,
        ratedW,
        limitW: ratedW * structure.continuousShare,
      };
      const lossW = ratedW > 0 ? (lossShare * loadW * loadW) / ratedW : 0;
      const n = 2 * r + s;
      const out = breakers.rackFeed[n] === 1 ? 'tripped' : outages.rackFeed[n] === 1 ? 'opened' : null;
      const dead = out === null && (backup.source === 'dark' || reaches(structure, outages, r, s) === 0);
      result.push({
        ...element(rating, loadW, lossW, worst(failover.map(({ rackFeedW }) => rackFeedW[n]!))),
        ...condition(dead ? 'dead' : out, tripSeconds(structure, breakers.rackFeedHeat[n]!, loadW / ratedW)),
      });
    }
  });
  return result;
}

/** Whether the racks stay fed within the ratings when each feed is lost. */
export function feedLosses(power: PowerState, failover: readonly ChainLoads[]): FeedLoss[] {
  const { structure, rackW } = power;
  return failover.map((loads, lost) => {
    const outages = withoutFeed(power, lost);
    const dark = structure.rackIds.filter(
      (_, r) => reaches(structure, outages, r, 0) === 0 && reaches(structure, outages, r, 1) === 0,
    );
    const overloaded = chainElements({ ...power, loads }, [])
      .filter(({ level, kind }) => level === 'alarm' && (kind === 'ups' || kind === 'pdu' || kind === 'rack-feed'))
      .map(({ kind, id }) => ({ kind, id }));
    return {
      lost: SIDES[lost]!,
      survives: dark.length === 0 && overloaded.length === 0,
      darkRackIds: dark,
      darkW: structure.rackIds.reduce((sum, id, r) => (dark.includes(id) ? sum + rackW[r]! : sum), 0),
      overloaded,
    };
  });
}
