import { withControlParts } from '../../../site/edits/edit-control';
import { coolingControl } from '../../../site/schema/control';
import type { Site } from '../../../site/schema/site';
import { type FieldSection, type FieldSpec, numberAt } from './field-spec';
import { CELSIUS, PERCENT } from './field-units';

const SECONDS = { unit: 's', step: 60, min: 0, max: 86_400, decimals: 0 } as const;

const resets = (site: Site) => site.coolingControl?.chilledWater !== undefined;
const stages = (site: Site) => site.coolingControl?.chillers !== undefined;

const controlOf = (site: Site) => site.coolingControl ?? { zones: [] };

/** A reset that begins at the present supply of the plant, and can go to either side of it. */
function resetOf(site: Site) {
  const present = site.plant?.kind === 'chilled-water' ? site.plant.supplyCelsius : undefined;
  const { minCelsius, maxCelsius } = coolingControl.parse({ chilledWater: {} }).chilledWater!;
  return coolingControl.parse({
    chilledWater:
      present === undefined
        ? {}
        : {
            minCelsius: Math.min(minCelsius, present),
            maxCelsius: Math.max(maxCelsius, present),
            startCelsius: present,
          },
  }).chilledWater!;
}

const water = (id: string, key: string, options: object): FieldSpec<Site> =>
  numberAt(id, { path: ['coolingControl', 'chilledWater', key], when: resets, unit: '', step: 1, ...options });
const chillers = (id: string, key: string, options: object): FieldSpec<Site> =>
  numberAt(id, { path: ['coolingControl', 'chillers', key], when: stages, unit: '', step: 1, ...options });

/** Reset of the chilled water and stages of the chillers. */
export const waterControlSections: readonly FieldSection<Site>[] = [
  {
    id: 'waterReset',
    fields: [
      {
        kind: 'switch',
        id: 'waterReset',
        read: resets,
        write: (site, on) => {
          const { chilledWater: _, ...control } = controlOf(site);
          return withControlParts(site, on ? { ...control, chilledWater: resetOf(site) } : control);
        },
      },
      water('waterMin', 'minCelsius', CELSIUS),
      water('waterMax', 'maxCelsius', CELSIUS),
      water('waterStart', 'startCelsius', { ...CELSIUS, optional: true }),
      water('valveOpen', 'openAbove', PERCENT),
      water('valveRelease', 'releaseBelow', PERCENT),
      water('ignoredRequests', 'ignoredRequests', { min: 0, max: 1000, decimals: 0 }),
      water('waterTrim', 'trimShare', { ...PERCENT, step: 1 }),
      water('waterRespond', 'respondShare', { ...PERCENT, step: 1 }),
      water('waterMaxRespond', 'maxRespondShare', { ...PERCENT, step: 1 }),
      water('resetStep', 'stepSeconds', { ...SECONDS, min: 1 }),
      water('resetDelay', 'delaySeconds', SECONDS),
    ],
  },
  {
    id: 'chillerStages',
    fields: [
      {
        kind: 'switch',
        id: 'chillerStages',
        read: stages,
        write: (site, on) => {
          const { chillers: _, ...control } = controlOf(site);
          const usual = coolingControl.parse({ chillers: {} }).chillers!;
          return withControlParts(site, on ? { ...control, chillers: usual } : control);
        },
      },
      chillers('chillerStart', 'startShare', PERCENT),
      chillers('chillerStop', 'stopShare', PERCENT),
      chillers('chillerStartAfter', 'startAfterSeconds', SECONDS),
      chillers('chillerStopAfter', 'stopAfterSeconds', SECONDS),
    ],
  },
];
