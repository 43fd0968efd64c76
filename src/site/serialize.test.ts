import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSite } from './parse';
import type { Site } from './schema/site';
import { formatJson, serializeSite } from './serialize';
import { testSite } from './test-site';

it('what is saved reads back exactly, and saves to the same bytes', () => {
  const site = testSite();
  const text = serializeSite(site);
  expect(parseSite(text).site).toEqual(site);
  expect(serializeSite(parseSite(text).site!)).toBe(text);
});

it('the order of keys in memory does not matter', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, item]) => [key, reversed(item)]),
    );
  };
  expect(serializeSite(reversed(testSite()) as Site)).toBe(serializeSite(testSite()));
});

it('short objects stay on one line and no line of numbers grows past 110 columns', () => {
  const text = serializeSite(testSite());
  expect(text).toContain('"position": { "x": 3.3, "y": 1.8 }');
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(110);
});

it('any JSON value reads back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(formatJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
