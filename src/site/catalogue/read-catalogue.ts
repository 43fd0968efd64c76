import { z } from 'zod';
import type { Issue } from '../issue';
import { formatPath } from '../json-path';
import { type ServerType, serverTypeSchema } from './server-type';

/** Marks a file of server types. */
export const CATALOGUE_FORMAT = 'isotherm-servers';

/** A file of server types: what `public/catalogue` holds, and what may be read into a site. */
export const catalogueSchema = z
  .strictObject({
    format: z.literal(CATALOGUE_FORMAT).describe('Marks the file as a catalogue of server types.'),
    version: z.literal(1).describe('Version of this format.'),
    types: z.array(serverTypeSchema).min(1).max(200).describe('Server types.'),
  })
  .describe('Isotherm server types: SI units throughout, degrees Celsius for temperatures.');

/** Reads a catalogue file: its types, or what is wrong with it and where. */
export function readCatalogue(text: string): { types: ServerType[]; issues: Issue[] } {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    return refused('not-json', '', `The file is not JSON: ${(cause as Error).message}.`);
  }
  const parsed = catalogueSchema.safeParse(document);
  if (parsed.success) return { types: parsed.data.types, issues: repeated(parsed.data.types) };
  return {
    types: [],
    issues: parsed.error.issues.map((fault) => ({
      severity: 'error',
      code: 'bad-server-type',
      path: formatPath(fault.path),
      message: `${placeOf(document, fault.path)}${fault.message}.`,
      remedy: 'Correct it there; public/schema/servers.schema.json describes every field.',
    })),
  };
}

/** The id of the entry at fault, where it has one. */
function placeOf(document: unknown, path: readonly PropertyKey[]): string {
  if (path[0] !== 'types' || typeof path[1] !== 'number') return '';
  const entry = (document as { types: { id?: unknown }[] }).types[path[1]];
  return typeof entry?.id === 'string' ? `Server type ${entry.id}: ` : `Server type ${path[1] + 1}: `;
}

function repeated(types: readonly ServerType[]): Issue[] {
  const seen = new Set<string>();
  return types.flatMap(({ id }, n) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return refused('repeated-server-type', `types[${n}].id`, `The id ${id} stands there twice.`).issues;
  });
}

function refused(code: string, path: string, message: string): { types: ServerType[]; issues: Issue[] } {
  return {
    types: [],
    issues: [{ severity: 'error', code, path, message, remedy: 'Choose a file of server types, or correct it.' }],
  };
}
