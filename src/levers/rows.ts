import type { MeasureId, RowPlan } from '../frame/levers';
import type { Site } from '../site/schema/site';
import { changesSite } from './measures';

const SERVER = ['governor', 'sleep', 'server-fans'] as const;
const ROOM = ['containment', 'blanking-panels'] as const;

/** Single measures in the order of the table. */
const SINGLES: readonly MeasureId[] = [
  ...SERVER,
  ...ROOM,
  'economiser',
  'warm-water',
  'safe-setpoint',
  'unit-fans',
  'trim-and-respond',
];

/** Cooling with a setpoint that stands and one that moves. */
const COOLING_FIXED: readonly MeasureId[] = [...ROOM, 'economiser', 'warm-water', 'unit-fans', 'best-setpoint'];
const COOLING_MOVING: readonly MeasureId[] = [...ROOM, 'economiser', 'unit-fans', 'trim-and-respond'];

/** Rows of the table for a site: measures that change nothing there are left out of it. */
export function rowPlans(original: Site, missing: ReadonlySet<MeasureId> = new Set()): RowPlan[] {
  const there = (ids: readonly MeasureId[]) => ids.filter((id) => changesSite(original, id));
  const row = (id: string, kind: RowPlan['kind'], measures: readonly MeasureId[]): RowPlan =>
    measures.some((measure) => missing.has(measure))
      ? { id, kind: 'not-there', measures, notThere: 'control' }
      : { id, kind, measures };
  return [
    row('off', 'base', []),
    row('as-is', 'as-is', []),
    row('panels-removed', 'removed', []),
    ...there(SINGLES).map((id) => row(id, 'single', [id])),
    row('server', 'lever', there(SERVER)),
    row('cooling-fixed', 'lever', there(COOLING_FIXED)),
    row('cooling-moving', 'lever', there(COOLING_MOVING)),
    { id: 'scheduling', kind: 'not-there', measures: [], notThere: 'scheduling' },
    { id: 'monitor', kind: 'not-there', measures: [], notThere: 'monitor' },
    row('all', 'all', [...there(SERVER), ...there(COOLING_FIXED)]),
  ];
}
