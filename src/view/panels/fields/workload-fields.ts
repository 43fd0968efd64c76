import type { Workload } from '../../../site/schema/energy';
import type { Site } from '../../../site/schema/site';
import { choiceAt, type FieldSpec, numberAt } from './field-spec';
import { ABSENT, PERCENT } from './field-units';

type Demand = Workload['demand'];

/** Demand of another kind at about the same level. */
function demandOf(kind: string, before: Demand | undefined): Demand {
  const level =
    before === undefined
      ? 0.5
      : before.kind === 'constant'
        ? before.level
        : before.kind === 'diurnal'
          ? before.mean
          : before.steps[0]!.level;
  if (kind === 'diurnal')
    return { kind, mean: level, amplitude: Math.min(0.25, level, 1 - level), peakHour: 15, noise: 0.03 };
  if (kind === 'stepped') {
    const other = level > 0.5 ? level / 2 : Math.min(1, level * 2);
    return {
      kind,
      steps: [
        { atSeconds: 0, level },
        { atSeconds: 600, level: other },
      ],
      repeatSeconds: 1200,
    };
  }
  return { kind: 'constant', level };
}

const demandIs = (kind: Demand['kind']) => (site: Site) => site.workload?.demand.kind === kind;
const hasWorkload = (site: Site) => site.workload !== undefined;

const demandFields: readonly FieldSpec<Site>[] = [
  {
    kind: 'choice',
    id: 'demandKind',
    options: [ABSENT, 'constant', 'diurnal', 'stepped'],
    read: (site) => site.workload?.demand.kind ?? ABSENT,
    write: (site, kind) => {
      const { workload, ...rest } = site;
      if (kind === ABSENT) return rest;
      const base: Workload = workload ?? {
        demand: demandOf(kind, undefined),
        startHour: 0,
        dispatcher: 'uniform',
        governor: 'performance',
      };
      return { ...site, workload: { ...base, demand: demandOf(kind, workload?.demand) } };
    },
  },
  numberAt('level', { path: ['workload', 'demand', 'level'], when: demandIs('constant'), ...PERCENT }),
  numberAt('mean', { path: ['workload', 'demand', 'mean'], when: demandIs('diurnal'), ...PERCENT }),
  numberAt('amplitude', { path: ['workload', 'demand', 'amplitude'], when: demandIs('diurnal'), ...PERCENT }),
  numberAt('noise', { path: ['workload', 'demand', 'noise'], when: demandIs('diurnal'), ...PERCENT, step: 1 }),
  numberAt('peakHour', {
    path: ['workload', 'demand', 'peakHour'],
    when: demandIs('diurnal'),
    unit: 'h',
    step: 1,
    min: 0,
    max: 24,
    decimals: 2,
  }),
];

/** A step that follows the last of a list after this time, s. */
const NEXT_STEP_SECONDS = 600;
const MOST_STEPS = 48;

type Stepped = Extract<Demand, { kind: 'stepped' }>;

function stepsOf(site: Site): Stepped['steps'] {
  return site.workload?.demand.kind === 'stepped' ? site.workload.demand.steps : [];
}

function withSteps(site: Site, steps: Stepped['steps']): Site {
  const { workload } = site;
  if (workload?.demand.kind !== 'stepped') return site;
  return { ...site, workload: { ...workload, demand: { ...workload.demand, steps } } };
}

/** As many steps as asked for: the last ones go, or new ones follow at the level of the last. */
function resized(steps: Stepped['steps'], count: number): Stepped['steps'] {
  const result = steps.slice(0, count);
  while (result.length < count) {
    const last = result.at(-1)!;
    result.push({ atSeconds: last.atSeconds + NEXT_STEP_SECONDS, level: last.level });
  }
  return result;
}

/** Number, times and levels of the steps of a stepped demand. */
function stepFields(site: Site): FieldSpec<Site>[] {
  const steps = stepsOf(site);
  if (steps.length === 0) return [];
  const number = { kind: 'number', unit: '', step: 1, min: 1, max: MOST_STEPS, decimals: 0 } as const;
  const count: FieldSpec<Site> = {
    ...number,
    id: 'stepCount',
    read: (before: Site) => stepsOf(before).length,
    write: (before: Site, value: number | null) => withSteps(before, resized(stepsOf(before), value ?? 1)),
  };
  const each = steps.flatMap((_, index): FieldSpec<Site>[] => [
    numberAt(`step${index}At`, {
      path: ['workload', 'demand', 'steps', index, 'atSeconds'],
      label: { id: 'stepAt', values: { number: index + 1 } },
      unit: 's',
      step: 60,
      min: 0,
      decimals: 0,
    }),
    numberAt(`step${index}Level`, {
      path: ['workload', 'demand', 'steps', index, 'level'],
      label: { id: 'stepLevel', values: { number: index + 1 } },
      ...PERCENT,
    }),
  ]);
  const repeat = numberAt<Site>('repeatSeconds', {
    path: ['workload', 'demand', 'repeatSeconds'],
    unit: 's',
    step: 60,
    min: 1,
    optional: true,
    decimals: 0,
  });
  return [count, repeat, ...each];
}

const placementFields: readonly FieldSpec<Site>[] = [
  numberAt('startHour', {
    path: ['workload', 'startHour'],
    when: hasWorkload,
    unit: 'h',
    step: 1,
    min: 0,
    max: 24,
    decimals: 2,
  }),
  choiceAt('dispatcher', ['workload', 'dispatcher'], ['uniform', 'pack', 'coolest-inlet'], { when: hasWorkload }),
  choiceAt(
    'governor',
    ['workload', 'governor'],
    ['performance', 'powersave', 'ondemand', 'conservative', 'schedutil'],
    {
      when: hasWorkload,
    },
  ),
];

/** Demand over time, and how it is placed. */
export function workloadFields(site: Site): readonly FieldSpec<Site>[] {
  return [...demandFields, ...stepFields(site), ...placementFields];
}
