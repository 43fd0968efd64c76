/**
 * Places of `ids` in a list of a frame's layout, -1 where it has none. The answer is kept while the list is the same
 * object, as it is for all frames of one layout.
 */
export function createFrameSource(ids: readonly string[]): (layoutIds: readonly string[]) => Int32Array {
  let known: readonly string[] | null = null;
  let places = new Int32Array(0);
  return (layoutIds) => {
    if (known !== layoutIds) {
      const placeOf = new Map(layoutIds.map((id, i) => [id, i]));
      places = Int32Array.from(ids, (id) => placeOf.get(id) ?? -1);
      known = layoutIds;
    }
    return places;
  };
}
