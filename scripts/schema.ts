/** Writes the JSON Schema of a site to public/schema. Run with `npm run schema`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { siteSchemaText } from './schema-text';

const file = fileURLToPath(new URL('../public/schema/site.schema.json', import.meta.url));
mkdirSync(fileURLToPath(new URL('../public/schema/', import.meta.url)), { recursive: true });
writeFileSync(file, siteSchemaText());
console.log('public/schema/site.schema.json');
