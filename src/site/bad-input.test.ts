import { describe, expect, it } from 'vitest';
import type { Issue } from './issue';
import { formatPath, type PathKey } from './json-path';
import { parseSite, readSite } from './parse';
import { testSiteInput } from './test-site';

type Node = { [key: string]: Node } | Node[] | number | string | boolean;

/** Paths of every number of a document. */
function numberPaths(node: Node, path: PathKey[] = []): PathKey[][] {
  if (typeof node === 'number') return [path];
  if (typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    numberPaths(value, [...path, Array.isArray(node) ? Number(key) : key]),
  );
}

function withValue(path: readonly PathKey[], value: number): unknown {
  const document = JSON.parse(JSON.stringify(testSiteInput())) as Record<PathKey, never>;
  let at: Record<PathKey, unknown> = document;
  for (const key of path.slice(0, -1)) at = at[key] as Record<PathKey, unknown>;
  at[path[path.length - 1]!] = value;
  return document;
}

const paths = numberPaths(testSiteInput() as unknown as Node).filter(([first]) => first !== 'version');
const errors = (issues: readonly Issue[]) => issues.filter(({ severity }) => severity === 'error');

describe('a number that is none', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    '%s in any field is refused with the place and a way out',
    (value) => {
      expect(paths.length).toBeGreaterThan(40);
      for (const path of paths) {
        const { site, issues } = readSite(withValue(path, value));
        expect(site).toBeNull();
        const [first] = errors(issues);
        // A field whose type depends on others is reported one level up at most.
        expect(formatPath(path).startsWith(first!.path)).toBe(true);
        expect(first!.message).toContain(`${value} `);
        expect(first!.remedy.length).toBeGreaterThan(10);
      }
    },
  );

  it('1e999 in a file, which JSON reads as infinite, is refused too', () => {
    const text = JSON.stringify(testSiteInput()).replace(/"width":\s*[\d.]+/, '"width": 1e999');
    const { site, issues } = parseSite(text);
    expect(site).toBeNull();
    expect(errors(issues)[0]!.path).toBe('room.width');
  });
});
