import type { ServerType } from '../../../site/catalogue/server-type';

/** Types whose name, id or kind holds every word of a query, in the order given. */
export function matchingTypes(
  types: readonly ServerType[],
  query: string,
  kindText: (kind: ServerType['kind']) => string,
): ServerType[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return types.filter((type) => {
    const text = `${type.name} ${type.id} ${type.kind} ${kindText(type.kind)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
