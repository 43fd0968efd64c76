import { readFileSync } from 'node:fs';
import { parseSite } from '../../src/site/parse';
import type { Site } from '../../src/site/schema/site';

export function bundledSite(file: string): Site {
  const { site } = parseSite(readFileSync(`public/sites/${file}`, 'utf8'));
  if (site === null) throw new Error(`${file} is not a valid site`);
  return site;
}
