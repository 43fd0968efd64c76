import { z } from 'zod';
import { scenarioSchema } from '../src/site/scenario/scenario';
import { siteJsonSchema } from '../src/site/schema-fields';
import { formatJson } from '../src/site/serialize';

/** The text of public/schema/site.schema.json. */
export function siteSchemaText(): string {
  const { $schema, ...schema } = siteJsonSchema();
  return `${formatJson({ $schema, title: 'Isotherm site', ...schema })}\n`;
}

/** The text of public/schema/scenario.schema.json. */
export function scenarioSchemaText(): string {
  const { $schema, ...schema } = z.toJSONSchema(scenarioSchema, { io: 'input' });
  return `${formatJson({ $schema, title: 'Isotherm failure scenario', ...schema })}\n`;
}
