import i18next from 'i18next';
import type { Issue } from '../../site/issue';
import { parseSite } from '../../site/parse';
import { useDocument } from '../../store/document';
import { useOpenFailure } from '../../store/open-failure';

/** Files beyond this are refused before they are read, bytes: the parser's own limit is lower. */
const READ_LIMIT_BYTES = 64 * 1024 * 1024;

/** One of the sites that come with the program, as `sites/index.json` lists them. */
export interface BundledSite {
  id: string;
  file: string;
  name: string;
  description: string;
}

const FIRST_SITE = 'starter.json';

function openText(text: string, fileName: string): boolean {
  const { site, issues } = parseSite(text);
  if (site === null) {
    useOpenFailure.getState().report(
      fileName,
      issues.filter((issue) => issue.severity === 'error'),
    );
    return false;
  }
  useDocument.getState().open(site, fileName);
  return true;
}

function refuse(fileName: string, code: string, message: string, remedy: string): false {
  const issue: Issue = { severity: 'error', code, path: '', message, remedy };
  useOpenFailure.getState().report(fileName, [issue]);
  return false;
}

/** Opens a file of the user's; a bad one is reported and the open document stays. */
export async function openFile(file: File): Promise<boolean> {
  if (file.size > READ_LIMIT_BYTES) {
    const megabytes = Math.round(file.size / 1024 / 1024);
    return refuse(
      file.name,
      'file.too-large',
      i18next.t('open.tooLarge', { megabytes }),
      i18next.t('open.tooLargeRemedy'),
    );
  }
  return openText(await file.text(), file.name);
}

async function fetchSite(path: string): Promise<Response> {
  const response = await fetch(new URL(`sites/${path}`, document.baseURI));
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response;
}

export async function openBundledSite(file: string): Promise<boolean> {
  try {
    return openText(await (await fetchSite(file)).text(), file);
  } catch (error) {
    const message = i18next.t('open.unreachable', { reason: error instanceof Error ? error.message : String(error) });
    return refuse(file, 'file.unreachable', message, i18next.t('open.unreachableRemedy'));
  }
}

/** The site that greets a visitor. */
export function openFirstSite(): Promise<boolean> {
  return openBundledSite(FIRST_SITE);
}

export async function listBundledSites(): Promise<BundledSite[]> {
  return (await (await fetchSite('index.json')).json()) as BundledSite[];
}
