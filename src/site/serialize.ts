import { type Site, siteSchema } from './schema/site';

const lineWidth = 110;

/**
 * The canonical text of a site: keys in the order of the schema, defaults written out, two spaces a level,
 * and short objects on one line so that a rack reads as a few lines. Equal sites give equal bytes.
 */
export function serializeSite(site: Site): string {
  return `${formatJson(siteSchema.parse(site))}\n`;
}

/** JSON text that keeps what fits in 110 columns on one line. Keys without a value are left out. */
export function formatJson(value: unknown, indent = '', lead = 0): string {
  const flat = flatJson(value);
  if (indent.length + lead + flat.length <= lineWidth && indent !== '') return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const items = value.map((item) => inner + formatJson(item, inner));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = definedEntries(value).map(([key, item]) => {
      const label = `${JSON.stringify(key)}: `;
      return inner + label + formatJson(item, inner, label.length);
    });
    return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
  }
  return flat;
}

function definedEntries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function flatJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flatJson).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = definedEntries(value).map(([key, item]) => `${JSON.stringify(key)}: ${flatJson(item)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return JSON.stringify(value) ?? 'null';
}
