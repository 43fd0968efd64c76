import { z } from 'zod';
import { SERVER_TYPES } from '../src/site/catalogue/catalogue';
import { CATALOGUE_FORMAT, catalogueSchema } from '../src/site/catalogue/read-catalogue';
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

/** The text of public/schema/servers.schema.json. */
export function serversSchemaText(): string {
  const { $schema, ...schema } = z.toJSONSchema(catalogueSchema, { io: 'input' });
  return `${formatJson({ $schema, title: 'Isotherm server types', ...schema })}\n`;
}

/** The text of public/catalogue/servers.json. */
export function serversText(): string {
  return `${formatJson({ format: CATALOGUE_FORMAT, version: 1, types: [...SERVER_TYPES] })}\n`;
}
