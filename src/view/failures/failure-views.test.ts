import { describe, expect, it } from 'vitest';
import type { FailureResult, RackOutcome } from '../../frame/failure';
import { failureCsv } from '../../frame/failure-csv';
import { siteSchema } from '../../site/schema/site';
import { resources } from '../i18n/i18n';
import { EVENT_CHOICES, eventOf, possibleChoices, targetsOf } from './event-choices';
import { heatUpRows } from './heat-up-rows';
import { allowableMarks, firstAnewSeconds, minutesText, reachedOf, sortedRacks, worstRack } from './result-text';

function rack(rackId: string, allowableAt: number | null, peakCelsius: number): RackOutcome {
  const at = (limitCelsius: number, atSeconds: number | null) => ({ limitCelsius, atSeconds });
  return {
    rackId,
    startCelsius: 22,
    peakCelsius,
    peakAtSeconds: 60,
    rateKelvinPerMinute: 2,
    thresholds: {
      recommended: at(27, 0),
      allowable: at(35, allowableAt),
      throttling: at(Number.NaN, null),
      shutdown: at(43, null),
    },
    throttledAtSeconds: null,
    offAtSeconds: null,
    serversOff: 0,
  };
}

const result: FailureResult = {
  name: 'x',
  horizonSeconds: 900,
  playedSeconds: 900,
  racks: [rack('A2', null, 34), rack('A10', 90, 41), rack('A1', 30, 38)],
  unitIds: ['crah'],
  first: {
    recommended: { rackId: 'A2', atSeconds: 0 },
    allowable: { rackId: 'A1', atSeconds: 30 },
    throttling: null,
    shutdown: null,
  },
  itJ: 1,
  facilityJ: Number.NaN,
  coolingHeatJ: 1,
  worstEnergyBalanceError: 0,
  unservedWork: 0,
  workUnit: null,
  series: {
    seconds: Float64Array.of(0, 1),
    worstInletCelsius: Float32Array.of(22, 23),
    meanInletCelsius: Float32Array.of(21, 22),
    supplyCelsius: Float32Array.of(18, Number.NaN),
    returnCelsius: Float32Array.of(30, 31),
    rackInletCelsius: Float32Array.of(22, 22, 22, 23, 24, 25),
    unitAirflowM3s: Float32Array.of(3, 1.5),
    unitSupplyCelsius: Float32Array.of(18, 19),
  },
};

describe('result of a failure', () => {
  it('says when a threshold was passed: minutes, not within the time, before, or not known', () => {
    const [calm, hot] = result.racks as [RackOutcome, RackOutcome];
    expect(reachedOf(hot, 'allowable', 900)).toEqual({ kind: 'at', text: '1.5' });
    expect(reachedOf(calm, 'allowable', 900)).toEqual({ kind: 'never', text: '> 15' });
    expect(reachedOf(hot, 'recommended', 900)).toEqual({ kind: 'before' });
    expect(reachedOf(hot, 'throttling', 900)).toEqual({ kind: 'unknown' });
    expect(minutesText(2)).toBe('< 0.1');
  });

  it('orders racks by who suffers first, then by peak; names in the order of their numbers', () => {
    const ids = (column: Parameters<typeof sortedRacks>[1], backwards = false) =>
      sortedRacks(result.racks, column, backwards).map(({ rackId }) => rackId);
    expect(ids('allowable')).toEqual(['A1', 'A10', 'A2']);
    expect(ids('peak')).toEqual(['A10', 'A1', 'A2']);
    expect(ids('rack')).toEqual(['A1', 'A2', 'A10']);
    expect(ids('rack', true)).toEqual(['A10', 'A2', 'A1']);
  });

  it('counts as new only what was not so before', () => {
    expect(firstAnewSeconds(result, 'recommended')).toBeNull();
    expect(firstAnewSeconds(result, 'allowable')).toBe(30);
    expect(worstRack(result)?.rackId).toBe('A10');
  });

  it('is a CSV of one line an instant, units in the headings, unknown numbers empty', () => {
    expect(failureCsv(result).trimEnd().split('\n')).toEqual([
      'seconds,worst_inlet_C,mean_inlet_C,supply_C,return_C,inlet_A2_C,inlet_A10_C,inlet_A1_C,airflow_crah_m3_s,supply_crah_C',
      '0,22,21,18,30,22,22,22,3,18',
      '1,23,22,,31,23,24,25,1.5,19',
    ]);
  });

  it('marks in the room the racks that pass the allowable limit, the first ones', () => {
    expect([...allowableMarks(result, 1)]).toEqual([['A1', '0.5 min']]);
    expect([...allowableMarks(result, 9)].map(([id]) => id)).toEqual(['A1', 'A10']);
  });

  it('draws the chosen rack beside worst, mean and supply', () => {
    expect(heatUpRows(result, 'A10').map(({ rack: celsius }) => celsius)).toEqual([22, 24]);
    expect(heatUpRows(result, null)[1]).toMatchObject({ seconds: 1, worst: 23, mean: 22 });
  });
});

const PART_IDS: Partial<Record<(typeof EVENT_CHOICES)[number], string>> = {
  'pump-trip': 'chilled',
  'rejection-fault': 'plant',
  fouling: 'cdu',
  'feed-loss': 'A',
  'breaker-trip': 'ups|A|',
};

describe('what can be chosen to fail', () => {
  const site = siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'x',
    room: { width: 9, depth: 9, height: 3 },
    coolingUnits: [
      {
        id: 'dx-1',
        kind: 'crac',
        position: { x: 1, y: 1 },
        size: { width: 1, depth: 1, height: 2 },
        medium: 'dx',
        supply: { to: 'room', face: 'front' },
        return: { from: 'room', face: 'top' },
        fan: { ratedAirflowM3s: 2, ratedPowerW: 500 },
        control: { mode: 'supply', setpointCelsius: 18 },
      },
    ],
  });

  it('is only what the site has: no tile, no door, no chilled water here', () => {
    expect(possibleChoices(site)).toEqual(['unit-trip', 'coil-trip', 'fan-trip', 'compressor-loss', 'power-loss']);
    expect(targetsOf(site, 'fan-trip')).toEqual([{ id: 'dx-1', label: 'dx-1' }]);
    expect(targetsOf(site, 'power-loss')).toBeNull();
  });

  it('is of plant and power chain what the site describes: machines, circuits, feeds, breakers', () => {
    const described = siteSchema.parse({
      ...site,
      plant: { kind: 'chilled-water', chillers: { set: 'McQuay_WSC_471kW_5_89COP_Vanes' } },
      racks: [
        {
          id: 'R1',
          position: { x: 4, y: 4 },
          size: { width: 0.6, depth: 1, height: 2 },
          uHeight: 42,
          contents: [],
          feed: { feeds: 'b' },
        },
      ],
      electrical: { feeds: 'a-b', pdu: { count: 1, ratedW: 1e4 } },
    });
    expect(possibleChoices(described)).toEqual(
      expect.arrayContaining(['chiller-trip', 'pump-trip', 'rejection-fault', 'fouling', 'feed-loss', 'breaker-trip']),
    );
    const ids = (choice: Parameters<typeof targetsOf>[1]) => targetsOf(described, choice)?.map(({ id }) => id);
    expect(ids('chiller-trip')).toBeUndefined();
    expect(ids('pump-trip')).toEqual(['chilled', 'condenser']);
    expect(ids('fouling')).toEqual(['condenser', 'rejection']);
    expect(ids('feed-loss')).toEqual(['A', 'B']);
    expect(ids('breaker-trip')).toEqual(['pdu|A|1', 'pdu|B|1', 'rack-feed|B|R1']);
    expect(eventOf('breaker-trip', 'pdu|B|1')).toMatchObject({ element: 'pdu', side: 'B', id: '1' });
  });

  it('makes a valid event of every choice, and every choice has its words', () => {
    for (const choice of EVENT_CHOICES) {
      const event = eventOf(choice, PART_IDS[choice] ?? 'id');
      expect(event.atSeconds).toBe(0);
      expect(resources.en.failures.choice[choice]).not.toBe('');
      expect(resources.en.failures.event[choice]).not.toBe('');
    }
    expect(eventOf('coil-trip', 'dx-1')).toMatchObject({ kind: 'unit-trip', stops: 'coil' });
  });
});
