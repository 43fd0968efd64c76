import { expect, it } from 'vitest';
import { METRIC_DEFINITIONS } from '../../metrics-info/definitions';
import { resources } from '../i18n/i18n';
import { METRIC_GROUPS } from './metric-list';

const listed = METRIC_GROUPS.flatMap(({ metrics }) => metrics);

it('total power and work per energy lead, PUE follows', () => {
  expect(listed.slice(0, 3).map(({ metric }) => metric)).toEqual(['facilityW', 'eer', 'pue']);
});

it('every listed metric is defined, has inputs, and every word of it is in both languages', () => {
  expect(listed.length).toBeGreaterThanOrEqual(20);
  for (const { metric, inputs, needs } of listed) {
    expect(METRIC_DEFINITIONS[metric].formula.length).toBeGreaterThan(3);
    expect(inputs.length).toBeGreaterThan(0);
    for (const language of ['en', 'zh'] as const) {
      const texts = resources[language].power as { input: Record<string, string>; need: Record<string, string> };
      for (const { id } of inputs) expect(texts.input[id], `${language} ${id}`).toBeTruthy();
      expect(texts.need[needs], `${language} ${needs}`).toBeTruthy();
    }
    const zh = resources.zh.metrics as Record<string, Record<string, string>>;
    for (const part of ['name', 'formula', 'symbols', 'source', 'validity']) {
      expect(zh[metric]?.[part], `${metric}.${part}`).toBeTruthy();
    }
  }
});
