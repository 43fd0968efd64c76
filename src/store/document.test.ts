import fc from 'fast-check';
import { applyPatches, enablePatches, type Patch } from 'immer';
import { beforeEach, describe, expect, it } from 'vitest';
import { moveEntities } from '../site/edits/move';
import { setField } from '../site/edits/set-field';
import { useDocument } from './document';
import { diffSites, replaceSite } from './site-diff';
import { twoRackSite } from './test-site';

enablePatches();

const state = () => useDocument.getState();
const text = () => JSON.stringify(state().site);

beforeEach(() => state().open(twoRackSite(), 'two.json'));

describe('the open document', () => {
  it('takes an edit as a recipe or as its result, and grows its revision', () => {
    const { revision } = state();
    expect(
      state().apply('Rename', (draft) => {
        draft.name = 'Other';
      }),
    ).toBe(true);
    expect(state().apply('Move', moveEntities(state().site, [{ kind: 'rack', id: 'A1' }], { x: 0.6, y: 0 }))).toBe(
      true,
    );
    expect(state().revision).toBe(revision + 2);
    expect(state().site.name).toBe('Other');
    expect(state().site.racks[0]!.position.x).toBeCloseTo(3.6, 9);
    expect(state().undoLabel).toBe('Move');
    expect(state().dirty).toBe(true);
  });

  it('undo gives back exactly what was there, and redo what came after', () => {
    const before = state().site;
    const beforeText = text();
    state().apply('Capacity', setField(state().site, ['coolingUnits', 0, 'capacityW'], 20_000));
    const after = state().site;
    state().undo();
    expect(state().site).toBe(before);
    expect(text()).toBe(beforeText);
    expect(state().dirty).toBe(false);
    state().redo();
    expect(state().site).toBe(after);
  });

  it('keeps every step: 300 edits, 300 undos', () => {
    const beforeText = text();
    for (let i = 1; i <= 300; i++) state().apply(`Step ${i}`, setField(state().site, 'name', `Name ${i}`));
    let undone = 0;
    while (state().canUndo) {
      state().undo();
      undone++;
    }
    expect(undone).toBe(300);
    expect(text()).toBe(beforeText);
  });

  it('joins rapid edits of one field into one step', () => {
    const beforeText = text();
    for (const width of [6.1, 6.2, 6.3]) {
      state().apply('Width', setField(state().site, 'room.width', width), { mergeKey: 'room.width' });
    }
    state().undo();
    expect(text()).toBe(beforeText);
    expect(state().canUndo).toBe(false);
  });

  it('does not join edits across an undo', () => {
    state().apply('Width', setField(state().site, 'room.width', 6.1), { mergeKey: 'room.width' });
    state().undo();
    state().redo();
    state().apply('Width', setField(state().site, 'room.width', 6.2), { mergeKey: 'room.width' });
    state().undo();
    expect(state().site.room.width).toBe(6.1);
  });

  it('refuses an edit that overlaps racks, says why, and stays as it was', () => {
    const { site, revision } = state();
    const made = state().apply('Move A1', moveEntities(site, [{ kind: 'rack', id: 'A1' }], { x: 0, y: 2.2 }));
    expect(made).toBe(false);
    expect(state().site).toBe(site);
    expect(state().revision).toBe(revision);
    expect(state().canUndo).toBe(false);
    expect(state().refused?.label).toBe('Move A1');
    expect(state().refused?.issues.some((issue) => /overlap/i.test(issue.message) && issue.remedy.length > 0)).toBe(
      true,
    );
  });

  it('refuses a value out of its range with the path of the field', () => {
    state().apply('Airflow', setField(state().site, ['racks', 0, 'contents', 0, 'airflowM3s'], -5));
    expect(state().refused?.issues[0]?.path).toBe('racks[0].contents[0].airflowM3s');
  });

  it('makes no step of an edit that changes nothing', () => {
    const { revision } = state();
    expect(state().apply('Nothing', (draft) => draft as never)).toBe(true);
    expect(state().revision).toBe(revision);
    expect(state().canUndo).toBe(false);
  });
});

describe('patches for the worker', () => {
  const edits = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('width' as const), value: fc.integer({ min: 60, max: 90 }) }),
      fc.record({ kind: fc.constant('capacity' as const), value: fc.option(fc.integer({ min: 20_000, max: 90_000 })) }),
      fc.record({ kind: fc.constant('removeRack' as const), value: fc.integer({ min: 0, max: 1 }) }),
      fc.record({ kind: fc.constant('name' as const), value: fc.string({ minLength: 1, maxLength: 20 }) }),
    ),
    { maxLength: 8 },
  );

  it('carry any edits over to the worker, and back again', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const before = twoRackSite();
        let after = before;
        for (const edit of list) {
          if (edit.kind === 'width') after = setField(after, 'room.width', edit.value / 10);
          else if (edit.kind === 'name') after = setField(after, 'name', edit.value);
          else if (edit.kind === 'capacity')
            after = setField(after, ['coolingUnits', 0, 'capacityW'], edit.value ?? undefined);
          else
            after = setField(
              after,
              'racks',
              after.racks.filter((_, index) => index !== edit.value),
            );
        }
        expect(applyPatches(before, diffSites(before, after) as Patch[])).toEqual(after);
        expect(applyPatches(after, diffSites(after, before) as Patch[])).toEqual(before);
      }),
    );
  });

  it('are as small as the change: one number moved is one patch', () => {
    const before = twoRackSite();
    const after = moveEntities(before, [{ kind: 'rack', id: 'B1' }], { x: 0.6, y: 0 });
    expect(diffSites(before, after)).toEqual([{ op: 'replace', path: ['racks', 1, 'position', 'x'], value: 3.6 }]);
    expect(diffSites(before, before)).toEqual([]);
  });

  it('can replace whatever the worker holds', () => {
    const site = twoRackSite();
    expect(applyPatches({}, replaceSite(site) as Patch[])).toEqual(site);
  });
});
