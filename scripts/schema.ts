/** Writes the JSON Schemas of a site and of a failure scenario to public/schema. Run with `npm run schema`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scenarioSchemaText, siteSchemaText } from './schema-text';

const folder = new URL('../public/schema/', import.meta.url);
mkdirSync(fileURLToPath(folder), { recursive: true });
for (const [name, text] of [
  ['site.schema.json', siteSchemaText()],
  ['scenario.schema.json', scenarioSchemaText()],
] as const) {
  writeFileSync(fileURLToPath(new URL(name, folder)), text);
  console.log(`public/schema/${name}`);
}
