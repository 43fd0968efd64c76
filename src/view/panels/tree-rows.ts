import { ENTITY_KINDS, type EntityKind, type EntityRef, entitiesOf, labelOf } from '../../site/entity';
import type { Rack } from '../../site/schema/rack';
import type { Site } from '../../site/schema/site';

export type TreeRow =
  | {
      type: 'group';
      key: string;
      depth: number;
      kind: EntityKind;
      row: RowName | null;
      count: number;
      open: boolean;
      refs: readonly EntityRef[];
    }
  | { type: 'entity'; key: string; depth: number; ref: EntityRef; label: string };

/** Racks whose centre lines are nearer than this stand in one row, m. */
const ROW_TOLERANCE_METRES = 0.3;

/** What a row of racks is called: by the letters its labels share, else by its first and last. */
export type RowName = { letter: string } | { first: string; last: string };

interface RackRow {
  name: RowName;
  racks: Rack[];
}

/** Letters that all labels begin with, such as the row of a rack; empty where they share none. */
function commonPrefix(labels: readonly string[]): string {
  let prefix = labels[0] ?? '';
  for (const label of labels) while (!label.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix.replace(/[\d\s._-]+$/, '');
}

/** A prefix longer than this is a word that every rack bears, not the letter of a row. */
const LONGEST_ROW_LETTER = 3;

function rowName(row: readonly Rack[]): RowName {
  const labels = row.map(labelOf);
  const letter = commonPrefix(labels);
  if (letter !== '' && letter.length <= LONGEST_ROW_LETTER) return { letter };
  return { first: labels[0]!, last: labels.at(-1)! };
}

/** Racks grouped into rows: the same rotation, and centres on one line across their fronts. */
export function rackRows(racks: readonly Rack[]): RackRow[] {
  const lineOf = ({ rotation, position }: Rack) => (rotation === 0 || rotation === 180 ? position.y : position.x);
  const sorted = [...racks].sort((a, b) => a.rotation - b.rotation || lineOf(a) - lineOf(b));
  const groups: Rack[][] = [];
  let previous: Rack | null = null;
  for (const rack of sorted) {
    const joins =
      previous !== null &&
      previous.rotation === rack.rotation &&
      Math.abs(lineOf(previous) - lineOf(rack)) < ROW_TOLERANCE_METRES;
    if (joins) groups.at(-1)!.push(rack);
    else groups.push([rack]);
    previous = rack;
  }
  const order = new Map(racks.map((rack, index) => [rack.id, index]));
  const placeOf = (rack: Rack) => order.get(rack.id)!;
  const rows = groups.map((group) => group.sort((a, b) => placeOf(a) - placeOf(b)));
  rows.sort((a, b) => placeOf(a[0]!) - placeOf(b[0]!));
  return rows.map((row) => ({ name: rowName(row), racks: row }));
}

function matches(entity: { id: string; name?: string | undefined }, search: string): boolean {
  return entity.id.toLowerCase().includes(search) || labelOf(entity).toLowerCase().includes(search);
}

/**
 * The tree as a flat list of what is visible. Groups in `shut` are folded; while searching everything is open and
 * only what matches remains.
 */
export function treeRows(site: Site, shut: ReadonlySet<string>, searchText: string): TreeRow[] {
  const search = searchText.trim().toLowerCase();
  const rows: TreeRow[] = [];
  const isOpen = (key: string) => search !== '' || !shut.has(key);

  const addGroup = (key: string, depth: number, kind: EntityKind, row: RowName | null, refs: readonly EntityRef[]) => {
    const open = isOpen(key);
    rows.push({ type: 'group', key, depth, kind, row, count: refs.length, open, refs });
    return open;
  };
  const addEntities = (
    kind: EntityKind,
    depth: number,
    entities: readonly { id: string; name?: string | undefined }[],
  ) => {
    for (const entity of entities) {
      rows.push({
        type: 'entity',
        key: `${kind}/${entity.id}`,
        depth,
        ref: { kind, id: entity.id },
        label: labelOf(entity),
      });
    }
  };

  for (const kind of ENTITY_KINDS) {
    const all = entitiesOf(site, kind);
    const found = search === '' ? all : all.filter((entity) => matches(entity, search));
    if (found.length === 0) continue;
    const refs = found.map(({ id }) => ({ kind, id }));
    if (!addGroup(kind, 0, kind, null, refs)) continue;
    const rackGroups = kind === 'rack' ? rackRows(found as Rack[]) : [];
    if (rackGroups.length < 2) {
      addEntities(kind, 1, found);
      continue;
    }
    for (const { name, racks } of rackGroups) {
      const key = `rack-row/${racks[0]!.id}`;
      if (
        addGroup(
          key,
          1,
          kind,
          name,
          racks.map(({ id }) => ({ kind, id })),
        )
      )
        addEntities(kind, 2, racks);
    }
  }
  return rows;
}
