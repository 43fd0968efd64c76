import { describe, expect, it } from 'vitest';
import { chainElements, failoverLoads, feedLosses } from './elements';
import { bankSite, chainOf, noCooling } from './fixture';

const ups = { ratedW: 40_000 };
/** a + b x + c x² of the default UPS. */
const upsLoss = (ratedW: number, x: number) => ratedW * (0.013 + 0.006 * x + 0.011 * x * x);

describe('the chain of a file of before', () => {
  it('49 kW of IT lose 1 kW in a PDU of 98 % and 1.875 kW in a UPS at half load', () => {
    const { power } = chainOf(
      bankSite({ ups: { ratedW: 100_000 }, pduEfficiency: 0.98, otherLoadW: 500 }, [{}], 49_000),
    );
    expect(power.lossesW).toBeCloseTo(1000 + 1875, 9);
    expect(power.facilityW).toBeCloseTo(49_000 + 2875 + 500, 9);
    expect(power.watts.utilityW).toBe(power.facilityW);
  });

  it('tells nothing where the site says nothing', () => {
    const { power } = chainOf(bankSite(undefined));
    expect(power.lossesW).toBeNaN();
    expect(power.facilityW).toBeNaN();
    expect(power.watts.itW).toBe(20_000);
  });
});

describe('UPS modules', () => {
  it.each([
    ['N', 1, upsLoss(40_000, 0.5)],
    ['N', 4, 4 * upsLoss(40_000, 0.125)],
    ['N+1', 4, 4 * upsLoss(40_000, 0.125)],
    ['2N', 1, 2 * upsLoss(40_000, 0.25)],
    ['2N', 2, 4 * upsLoss(40_000, 0.125)],
  ])('%s with %d modules of 40 kW share 20 kW evenly', (redundancy, modules, lossW) => {
    const { power } = chainOf(bankSite({ ups: { ...ups, modules, redundancy }, pduEfficiency: 1 }));
    expect(power.watts.upsLossW).toBeCloseTo(lossW, 6);
  });

  it('eco mode at half load loses 0.6 % of the rating instead of 1.875 %', () => {
    const { power } = chainOf(bankSite({ ups: { ...ups, mode: 'eco' }, pduEfficiency: 1 }));
    expect(power.watts.upsLossW).toBeCloseTo(40_000 * 0.006, 6);
  });
});

describe('two feeds', () => {
  const twoFeeds = {
    feeds: 'a-b',
    ups: { ratedW: 30_000, redundancy: '2N' },
    rackPdu: { feedRatedW: 7000, lossShare: 0.01 },
    pdu: { count: 2, ratedW: 15_000 },
    switchgear: { ratedW: 60_000 },
    transformer: { ratedW: 60_000 },
    psu: { kind: '80plus', grade: 'gold' },
  };

  it('carry half a rack each: 2.5 kW and 1 % x 7 kW x (2.5/7)² of strip loss', () => {
    const { power } = chainOf(bankSite(twoFeeds));
    const stripW = 0.01 * 7000 * (2500 / 7000) ** 2;
    expect(power.loads.rackFeedW[0]).toBeCloseTo(2500 + stripW, 9);
    expect(power.watts.rackPduLossW).toBeCloseTo(8 * stripW, 9);
    // Two racks a floor unit, and a floor unit a side.
    expect(power.loads.pduW[0]).toBeCloseTo(2 * (2500 + stripW), 9);
  });

  it('what comes in is what is consumed and lost, to 1e-9', () => {
    const cooling = { ...noCooling, coolingW: 6000, unitFansW: 1500, chillersW: 4000, pumpsW: 500 };
    const { watts, facilityW } = chainOf(bankSite({ ...twoFeeds, otherLoadW: 700 }), cooling).power;
    const parts =
      watts.computingW +
      watts.psuLossW +
      watts.rackPduLossW +
      watts.pduLossW +
      watts.upsLossW +
      watts.switchgearLossW +
      watts.transformerLossW +
      watts.unitFansW +
      watts.chillersW +
      watts.pumpsW +
      watts.coolingRestW +
      watts.otherW;
    expect(Math.abs(watts.utilityW - facilityW)).toBeLessThan(1e-9 * facilityW);
    expect(Math.abs(parts - facilityW)).toBeLessThan(1e-9 * facilityW);
    expect(watts.psuLossW).toBeGreaterThan(1000);
    expect(watts.transformerLossW).toBeGreaterThan(60_000 * 0.0007);
  });

  it('the loss of one is carried where each element holds the whole load; a supply alone is nearer its best and draws 0.1 % less', () => {
    const { power, servers } = chainOf(bankSite(twoFeeds));
    const failover = failoverLoads(power, servers);
    const outcome = feedLosses(power, failover);
    expect(outcome.map(({ lost, survives }) => [lost, survives])).toEqual([
      ['A', true],
      ['B', true],
    ]);
    const rack = chainElements(power, failover).find(({ kind }) => kind === 'rack-feed')!;
    // Each of a pair sized at 1.5 x the bank's 5 kW goes from 30 to 60 % load; the strip's loss doubles.
    expect(rack.failoverW / (2 * rack.loadW)).toBeCloseTo(0.9988, 4);
  });

  it('a breaker of 4.5 kW holds half a rack and trips on a whole one, which the check names', () => {
    const { power, servers } = chainOf(bankSite({ ...twoFeeds, rackPdu: { feedRatedW: 4500 } }));
    const failover = failoverLoads(power, servers);
    const [a] = feedLosses(power, failover);
    expect(a!.survives).toBe(false);
    expect(a!.overloaded.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'rack-feed A1',
      'rack-feed A2',
      'rack-feed A3',
      'rack-feed A4',
    ]);
    const rack = chainElements(power, failover).find(({ kind }) => kind === 'rack-feed')!;
    expect([rack.level, rack.failoverLevel]).toEqual(['ok', 'alarm']);
  });

  it('a rack on feed A alone goes dark with it, and only then', () => {
    const { power, servers } = chainOf(bankSite(twoFeeds, [{ feed: { feeds: 'a' } }, {}, {}, {}]));
    const [a, b] = feedLosses(power, failoverLoads(power, servers));
    expect(a!.darkRackIds).toEqual(['A1']);
    expect(a!.darkW).toBe(5000);
    expect(b!.darkRackIds).toEqual([]);
  });
});

it('80 % of a breaker is the most it may carry for long: 5 kW on 6 kW warns, on 6.5 kW not, on 4.9 kW is an alarm', () => {
  const levelAt = (feedRatedW: number) => {
    const { power } = chainOf(bankSite({ rackPdu: { feedRatedW, lossShare: 0 } }));
    return chainElements(power, []).find(({ kind }) => kind === 'rack-feed')!.level;
  };
  expect(levelAt(6500)).toBe('ok');
  expect(levelAt(6000)).toBe('warning');
  expect(levelAt(4900)).toBe('alarm');
});
