import { siteJsonSchema } from '../src/site/schema-fields';
import { formatJson } from '../src/site/serialize';

/** The text of public/schema/site.schema.json. */
export function siteSchemaText(): string {
  const { $schema, ...schema } = siteJsonSchema();
  return `${formatJson({ $schema, title: 'Isotherm site', ...schema })}\n`;
}
