import { type SiteInput, siteSchema } from '../../src/site/schema/site';
import { formatJson, serializeSite } from '../../src/site/serialize';
import { aiPod } from './ai-pod';
import { coldPlant } from './cold-plant';
import { hall1000 } from './hall-1000';
import { pod2 } from './pod2';
import { POD2_WINDOWS } from './pod2-windows';
import { starter } from './starter';

interface BundledSite {
  file: string;
  summary: string;
  site: SiteInput;
}

const sites = (): BundledSite[] => [
  {
    file: 'starter.json',
    summary: 'Two rows on a raised floor with one starving rack to rescue.',
    site: starter(),
  },
  {
    file: 'starter-plant.json',
    summary: 'The starter room with chillers, towers, free cooling and the weather of a year.',
    site: coldPlant(),
  },
  ...POD2_WINDOWS.map((window) => ({
    file: window.file,
    summary: `A measured room of 12 racks and 4 in-row coolers, ${window.load}.`,
    site: pod2(window),
  })),
  {
    file: 'ai-pod.json',
    summary: 'Dense GPU racks, part liquid-cooled, around a contained hot aisle.',
    site: aiPod(),
  },
  {
    file: 'hall-1000.json',
    summary: '1,000 racks in ten pairs of rows with perimeter cooling.',
    site: hall1000(),
  },
];

/** Name and text of every file of public/sites. */
export function bundledFiles(): Map<string, string> {
  const all = sites();
  const files = new Map(all.map(({ file, site }) => [file, serializeSite(siteSchema.parse(site))]));
  const index = all.map(({ file, summary, site }) => ({
    id: file.replace('.json', ''),
    file,
    name: site.name,
    description: summary,
  }));
  files.set('index.json', `${formatJson(index)}\n`);
  return files;
}
