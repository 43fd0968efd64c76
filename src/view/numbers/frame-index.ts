const indexes = new WeakMap<readonly string[], Map<string, number>>();

/** Place of an id in a list of the frame's layout; -1 where it is not there. The list is indexed once. */
export function indexIn(ids: readonly string[], id: string): number {
  let index = indexes.get(ids);
  if (index === undefined) {
    index = new Map(ids.map((known, place) => [known, place]));
    indexes.set(ids, index);
  }
  return index.get(id) ?? -1;
}

/** Value of one entity in a block of the frame; NaN where the frame does not know the entity. */
export function entityValue(ids: readonly string[], block: Float32Array, id: string): number {
  const index = indexIn(ids, id);
  return index < 0 ? Number.NaN : block[index]!;
}
