import { describe, expect, it } from 'vitest';
import { METRIC_DEFINITIONS } from '../../metrics-info/definitions';
import { siteSchema } from '../../site/schema/site';
import { HEADLINES } from '../app/headlines';
import { SHORTCUT_GROUPS } from '../app/shortcuts';
import { contentFields } from '../panels/fields/content-fields';
import { coolingUnitSections } from '../panels/fields/cooling-unit-fields';
import type { FieldSection } from '../panels/fields/field-spec';
import { rackSections } from '../panels/fields/rack-fields';
import {
  containmentSections,
  obstacleSections,
  openingSections,
  panelSections,
  sensorSections,
} from '../panels/fields/room-part-fields';
import { siteSections } from '../panels/fields/site-fields';
import { INDICES } from '../panels/indices';
import { PALETTE } from '../panels/palette-items';
import { resources } from './i18n';

type Texts = { [key: string]: string | Texts };

function leaves(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : leaves(value, `${prefix}${key}.`),
  );
}

const textAt = (texts: Texts, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Texts | undefined)?.[key], texts);

/** A site whose demand goes in steps, so that every field there is shows. */
const steppedSite = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'Stepped',
  room: { width: 6, depth: 6, height: 3 },
  workload: { demand: { kind: 'stepped', steps: [{ atSeconds: 0, level: 0.5 }] } },
});

/** Every section of every inspector. */
const allFieldSections = [
  ...rackSections,
  ...coolingUnitSections(['S1']),
  ...panelSections,
  ...openingSections,
  ...containmentSections,
  ...obstacleSections,
  ...sensorSections,
  ...siteSections(steppedSite),
  { id: 'identity', fields: [...contentFields('servers'), ...contentFields('chassis')] },
] as unknown as readonly FieldSection<never>[];

const NAMESPACES = [
  'app',
  'panels',
  'recirculation',
  'charts',
  'scene',
  'validation',
  'failures',
  'gridStudy',
  'heat',
  'power',
  'lesson',
  'cases',
] as const;

describe.each(NAMESPACES)('texts of %s', (namespace) => {
  const en = leaves(resources.en[namespace] as Texts);
  const zh = leaves(resources.zh[namespace] as Texts);

  it('exist under the same keys in English and Chinese', () => {
    expect(en.length).toBeGreaterThan(15);
    expect(zh.map(([key]) => key).sort()).toEqual(en.map(([key]) => key).sort());
  });

  it('are never empty', () => {
    expect([...en, ...zh].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('fill in the same values in both languages', () => {
    const slots = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
    const chinese = new Map(zh);
    const differing = en.filter(([key, text]) => slots(text).join() !== slots(chinese.get(key)!).join());
    expect(differing).toEqual([]);
  });
});

describe('keys that the code builds', () => {
  const panels = resources.en.panels as Texts;
  const app = resources.en.app as Texts;

  it('name every field, section and choice of the inspector', () => {
    const fields = allFieldSections.flatMap((section) => section.fields);
    expect(fields.length).toBeGreaterThan(60);
    const wanted = [
      ...allFieldSections.map(({ id }) => `section.${id}`),
      ...fields.map(({ id, label }) => `field.${label?.id ?? id}`),
      ...fields.flatMap((field) =>
        field.kind === 'choice' && field.optionLabel === undefined
          ? field.options.map((option) => `choice.${field.id}.${option}`)
          : [],
      ),
      ...PALETTE.map(({ id }) => `palette.${id}`),
    ];
    expect(wanted.filter((path) => typeof textAt(panels, path) !== 'string')).toEqual([]);
  });

  it('name every headline, its inputs and every shortcut', () => {
    const wanted = [
      ...HEADLINES.flatMap(({ id, inputs }) => [`headline.${id}`, ...inputs.map(({ scalar }) => `scalar.${scalar}`)]),
      ...SHORTCUT_GROUPS.flatMap(({ group, shortcuts }) => [
        `shortcuts.group.${group}`,
        ...shortcuts.map(({ id }) => `shortcuts.does.${id}`),
      ]),
    ];
    expect(wanted.filter((path) => typeof textAt(app, path) !== 'string')).toEqual([]);
  });

  it('explain every metric shown in Chinese as fully as in English', () => {
    const metrics = [
      ...HEADLINES.flatMap(({ metric }) => (metric === null ? [] : [metric])),
      ...INDICES.map(({ metric }) => metric),
    ];
    expect(metrics.length).toBeGreaterThanOrEqual(10);
    for (const metric of metrics) {
      for (const part of ['name', 'formula', 'symbols', 'source', 'validity'] as const) {
        expect(METRIC_DEFINITIONS[metric][part].length).toBeGreaterThan(1);
        expect(String(textAt(resources.zh.metrics as Texts, `${metric}.${part}`) ?? '').length).toBeGreaterThan(1);
      }
    }
  });
});
