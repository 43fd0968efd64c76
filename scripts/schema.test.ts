import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { siteJsonSchema } from '../src/site/schema-fields';
import { scenarioSchemaText, serversSchemaText, serversText, siteSchemaText } from './schema-text';

it.each([
  ['site.schema.json', siteSchemaText],
  ['scenario.schema.json', scenarioSchemaText],
  ['servers.schema.json', serversSchemaText],
])('public/schema/%s is what the schema of the program gives', (name, textOf) => {
  const text = readFileSync(new URL(`../public/schema/${name}`, import.meta.url), 'utf8');
  expect(text === textOf(), 'out of date: run npm run schema').toBe(true);
  expect(JSON.parse(text).$schema).toBe('https://json-schema.org/draft/2020-12/schema');
});

it('public/catalogue/servers.json is what the catalogue of the program holds', () => {
  const text = readFileSync(new URL('../public/catalogue/servers.json', import.meta.url), 'utf8');
  expect(text === serversText(), 'out of date: run npm run schema').toBe(true);
});

interface Node {
  description?: string;
  const?: unknown;
  properties?: Record<string, Node>;
  items?: Node;
  prefixItems?: Node[];
  anyOf?: Node[];
  oneOf?: Node[];
}

it('every field has a description, except the fixed words that tell alternatives apart', () => {
  let fields = 0;
  const bare: string[] = [];
  const walk = (node: Node, path: string): void => {
    for (const [key, field] of Object.entries(node.properties ?? {})) {
      fields += 1;
      if (field.description === undefined && field.const === undefined) bare.push(`${path}.${key}`);
      walk(field, `${path}.${key}`);
    }
    for (const child of [node.items, ...(node.prefixItems ?? []), ...(node.anyOf ?? []), ...(node.oneOf ?? [])]) {
      if (child !== undefined) walk(child, path);
    }
  };
  walk(siteJsonSchema() as Node, '');
  expect(fields).toBeGreaterThan(150);
  expect(bare).toEqual([]);
});
