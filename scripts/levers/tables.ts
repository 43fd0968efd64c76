import type { LadderRow, LadderYear, NotThere, Spread, StudyOfSite } from '../../src/frame/levers';
import { measureLabel, rowLabel, strategyLabel } from './labels';

const REASONS: Record<NotThere, string> = {
  scheduling: 'not there yet (the scheduler learns in issue 5)',
  monitor: 'not there yet (the energy monitor comes with issue 6)',
  control: 'not there yet',
  slow: 'some ten minutes of computing a year and seed: see the fortnight',
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const rule = (columns: number): string => line(['---', ...Array.from({ length: columns - 1 }, () => '--:')]);

const within = ({ mean, halfWidth }: Spread, scale: number, digits: number): string => {
  if (mean === null || !Number.isFinite(mean)) return '-';
  const text = (mean * scale).toFixed(digits);
  return halfWidth === null || !Number.isFinite(halfWidth) ? text : `${text} ± ${(halfWidth * scale).toFixed(digits)}`;
};
const plain = ({ mean }: Spread, scale: number, digits: number): string =>
  mean === null || !Number.isFinite(mean) ? '-' : (mean * scale).toFixed(digits);

const celsius = (supply: number | null): string => (supply === null ? 'moves' : String(supply));

/** Energy by subsystem, and what it comes to. */
export function energyTable({ rows, notThere, workUnit, currency }: StudyOfSite): string {
  const heading = [
    'row',
    'supply, °C',
    'saved, %',
    'facility, MWh',
    'computing',
    'server fans',
    'unit fans',
    'plant',
    'liquid',
    'losses',
    'other',
    `EER, ${workUnit ?? 'full-load h'} a ${workUnit === null ? 'MWh' : 'J'}`,
    'PUE',
    'water, m³',
    'carbon, t',
    `cost, ${currency}`,
  ];
  const body = rows.map(({ plan, supplyCelsius, saving, values }) =>
    line([
      rowLabel(plan.id),
      celsius(supplyCelsius),
      plan.id === 'off' ? '' : within(saving, 100, 2),
      plain(values.facility, 1e-3, 1),
      ...(['computing', 'serverFans', 'unitFans', 'plant', 'liquidLoop', 'losses', 'other'] as const).map((id) =>
        plain(values[id], 1e-3, 1),
      ),
      workUnit === null ? plain(values.workPerMwh, 1, 3) : plain(values.eer, 1, values.eer.mean < 1 ? 6 : 0),
      plain(values.pue, 1, 3),
      plain(values.waterM3, 1, 0),
      plain(values.carbonKg, 1e-3, 1),
      plain(values.cost, 1, 0),
    ]),
  );
  const missing = notThere.map(({ id, notThere: why }) =>
    line([rowLabel(id), REASONS[why!], ...Array.from({ length: heading.length - 2 }, () => '')]),
  );
  return [line(heading), rule(heading.length), ...body, ...missing].join('\n');
}

/** Air, limits and work of each row. */
export function serviceTable({ rows }: StudyOfSite): string {
  const heading = [
    'row',
    'worst rack inlet, °C',
    'h over recommended',
    'h over allowable',
    'K h over recommended',
    'work asked, full-load h',
    'late, %',
    'not done, %',
    'server-hours throttled',
    'h beyond a curve of the plant',
    'h with a unit at its limit',
  ];
  const body = rows.map(({ plan, values, keepsLimit }) =>
    line([
      rowLabel(plan.id) + (keepsLimit ? '' : ' (no safe setpoint found)'),
      within(values.worstInletCelsius, 1, 1),
      plain(values.hoursOverRecommended, 1, 1),
      plain(values.hoursOverAllowable, 1, 1),
      plain(values.degreeHours, 1, 1),
      plain(values.askedWork, 1, 0),
      ((100 * values.lateWork.mean) / values.askedWork.mean).toFixed(3),
      (100 * Math.max(0, 1 - values.doneWork.mean / values.askedWork.mean)).toFixed(4),
      plain(values.throttledServerHours, 1, 0),
      plain(values.hoursOutOfRange, 1, 0),
      plain(values.hoursSaturated, 1, 0),
    ]),
  );
  return [line(heading), rule(heading.length), ...body].join('\n');
}

const LADDER_HEADING = [
  'strategy',
  'state',
  'supply, °C',
  'energy, MWh',
  'saved against fixed 22 °C, %',
  'unit fans, MWh',
  'plant, MWh',
  'worst rack inlet, °C',
  'h over recommended',
  'K h over recommended',
  'h over allowable',
];

function ladderLine(row: LadderRow, state: string, year: LadderYear): string {
  const { values, saving } = year;
  return line([
    strategyLabel(row.strategy) + (row.keepsLimit ? '' : ' (no safe setpoint found)'),
    state,
    celsius(row.supplyCelsius),
    within(values.facility, 1e-3, 1),
    row.strategy === 'fixed-22' ? '' : within(saving, 100, 2),
    plain(values.unitFans, 1e-3, 1),
    plain(values.plant, 1e-3, 1),
    within(values.worstInletCelsius, 1, 1),
    plain(values.hoursOverRecommended, 1, 1),
    plain(values.degreeHours, 1, 1),
    plain(values.hoursOverAllowable, 1, 1),
  ]);
}

/** Every strategy, healthy and with a unit out for a week. */
export function ladderTable(ladder: readonly LadderRow[]): string {
  const body = ladder.flatMap((row) => {
    if (row.notThere !== undefined) {
      const rest = Array.from({ length: LADDER_HEADING.length - 2 }, () => '');
      return [line([strategyLabel(row.strategy), REASONS[row.notThere], ...rest])];
    }
    return [
      ...(row.healthy ? [ladderLine(row, 'healthy', row.healthy)] : []),
      ...(row.unitOut ? [ladderLine(row, 'a unit out', row.unitOut)] : []),
    ];
  });
  return [line(LADDER_HEADING), rule(LADDER_HEADING.length), ...body].join('\n');
}

/** The hours repeated in the room of cells. */
export function checkTable({ checks }: StudyOfSite): string {
  const heading = ['row', 'quantity', 'room of cells', 'reduced model', 'difference'];
  const body = checks.flatMap(({ rowId, room, model }) =>
    (
      [
        ['facility, kWh', 'facilityKwh', true],
        ['IT, kWh', 'itKwh', true],
        ['cooling, kWh', 'coolingKwh', true],
        ['worst rack inlet, °C', 'worstInletCelsius', false],
        ['mean rack inlet, °C', 'meanInletCelsius', false],
      ] as const
    ).map(([name, key, relative]) =>
      line([
        rowLabel(rowId),
        name,
        room[key].toFixed(2),
        model[key].toFixed(2),
        relative ? `${(100 * (model[key] / room[key] - 1)).toFixed(2)} %` : `${(model[key] - room[key]).toFixed(2)} K`,
      ]),
    ),
  );
  return [line(heading), rule(heading.length), ...body].join('\n');
}

export const measuresText = ({ ladderMeasures }: StudyOfSite): string => ladderMeasures.map(measureLabel).join(', ');
