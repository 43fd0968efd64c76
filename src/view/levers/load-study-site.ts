import { STUDY_SITES, type StudySiteId } from '../../frame/levers';
import { parseSite } from '../../site/parse';
import type { Site } from '../../site/schema/site';

/** The bundled file that a site of the study is made from. Throws where it cannot be fetched or read. */
export async function loadStudySite(id: StudySiteId): Promise<Site> {
  const { file } = STUDY_SITES.find((site) => site.id === id)!;
  const response = await fetch(new URL(`sites/${file}`, document.baseURI));
  if (!response.ok) throw new Error(`${file}: HTTP ${response.status}`);
  const { site, issues } = parseSite(await response.text());
  if (site === null) throw new Error(`${file}: ${issues[0]?.message ?? ''}`);
  return site;
}
