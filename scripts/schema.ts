/**
 * Writes the JSON Schemas of a site, a failure scenario and a file of server types to public/schema, and the catalogue of
 * server types to public/catalogue. Run with `npm run schema`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scenarioSchemaText, serversSchemaText, serversText, siteSchemaText } from './schema-text';

const folder = new URL('../public/', import.meta.url);
for (const [name, text] of [
  ['schema/site.schema.json', siteSchemaText()],
  ['schema/scenario.schema.json', scenarioSchemaText()],
  ['schema/servers.schema.json', serversSchemaText()],
  ['catalogue/servers.json', serversText()],
] as const) {
  const file = new URL(name, folder);
  mkdirSync(fileURLToPath(new URL('.', file)), { recursive: true });
  writeFileSync(fileURLToPath(file), text);
  console.log(`public/${name}`);
}
