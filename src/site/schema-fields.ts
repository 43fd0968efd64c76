import { z } from 'zod';
import { siteSchema } from './schema/site';

/** The part of a JSON Schema node that is read here. */
interface SchemaNode {
  $ref?: string;
  description?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  prefixItems?: SchemaNode[];
  anyOf?: SchemaNode[];
  oneOf?: SchemaNode[];
  const?: unknown;
  enum?: unknown[];
}

let root: SchemaNode | null = null;

/** The JSON Schema of a site as it may be written in a file. */
export function siteJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(siteSchema, { target: 'draft-2020-12', io: 'input', reused: 'inline' }) as Record<
    string,
    unknown
  >;
}

/** Every node that describes what may stand at a path: several where a field has alternatives. */
function nodesAt(keys: readonly PropertyKey[]): SchemaNode[] {
  root ??= siteJsonSchema() as SchemaNode;
  let nodes = alternatives(root);
  for (const key of keys) {
    nodes = nodes
      .flatMap((node) => {
        if (typeof key !== 'number') return node.properties?.[String(key)] ?? [];
        return node.prefixItems?.[key] ?? node.items ?? [];
      })
      .flatMap(alternatives);
  }
  return nodes;
}

function alternatives(node: SchemaNode): SchemaNode[] {
  const choices = node.anyOf ?? node.oneOf;
  if (choices === undefined) return [node];
  return [
    ...choices.flatMap(alternatives),
    ...(node.description === undefined ? [] : [{ description: node.description }]),
  ];
}

/** What the schema says about a field; null where it says nothing. */
export function fieldDescription(keys: readonly PropertyKey[]): string | null {
  return nodesAt(keys).find(({ description }) => description !== undefined)?.description ?? null;
}

/** The keys that an object at a path may have. */
export function knownKeys(keys: readonly PropertyKey[]): string[] {
  return [...new Set(nodesAt(keys).flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

/** The fixed values that a field may take; empty where it is free. */
export function allowedValues(keys: readonly PropertyKey[]): unknown[] {
  return [...new Set(nodesAt(keys).flatMap((node) => node.enum ?? (node.const === undefined ? [] : [node.const])))];
}
