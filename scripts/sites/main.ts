/** Writes the bundled sites and their index to public/sites. Run with `npm run sites`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundledFiles } from './bundle';

const folder = fileURLToPath(new URL('../../public/sites/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [file, text] of bundledFiles()) {
  writeFileSync(folder + file, text);
  console.log(`public/sites/${file}: ${text.length} characters`);
}
