import { describe, expect, it } from 'vitest';
import type { EntityRef } from '../../../site/entity';
import { siteSchema } from '../../../site/schema/site';
import { DragSession } from './drag-session';

const rack = (id: string, x: number, y: number) => ({
  id,
  position: { x, y },
  size: { width: 0.6, depth: 1.2, height: 2 },
  uHeight: 42,
  contents: [],
});
const site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'drag',
  room: { width: 9.6, depth: 7.2, height: 3 },
  racks: [rack('A', 1.5, 2.4), rack('B', 5.1, 4.8)],
});
const a: EntityRef[] = [{ kind: 'rack', id: 'A' }];
const plain = { oneAxis: false, copy: false, free: false };
const at = (held: typeof site, id: string) => held.racks.find((other) => other.id === id)!.position;

describe('DragSession', () => {
  it('moves by the pointer, on the grid, and leaves the document alone', () => {
    const session = new DragSession(site, a, { x: 1.4, y: 2.3 });
    const held = session.move({ x: 2.65, y: 2.35 }, plain);
    expect(held.valid).toBe(true);
    expect(at(held.held, 'A')).toEqual({ x: 2.7, y: 2.4 });
    expect(at(site, 'A')).toEqual({ x: 1.5, y: 2.4 });
    expect(session.result()?.offset).toEqual({ x: 1.2, y: 0 });
  });

  it('gives back the last place where it could stand when it is let go over another rack', () => {
    const session = new DragSession(site, a, { x: 1.5, y: 2.4 });
    const good = session.move({ x: 3.3, y: 4.8 }, plain);
    const bad = session.move({ x: 5.1, y: 4.8 }, plain);
    expect(good.valid).toBe(true);
    expect(bad.obstruction).toEqual({ kind: 'overlap', name: 'B' });
    expect(session.result()?.offset).toEqual(good.offset);
  });

  it('has nothing to put down when it came back to where it was', () => {
    const session = new DragSession(site, a, { x: 1.5, y: 2.4 });
    session.move({ x: 3.3, y: 4.8 }, plain);
    session.move({ x: 1.5, y: 2.4 }, plain);
    expect(session.result()).toBeNull();
  });

  it('keeps to one axis with the lock, even where the grid would pull off it', () => {
    const crooked = siteSchema.parse({ ...site, racks: [rack('A', 1.53, 2.47), rack('B', 5.1, 6)] });
    const session = new DragSession(crooked, a, { x: 1.53, y: 2.47 });
    const held = session.move({ x: 3.3, y: 2.6 }, { ...plain, oneAxis: true });
    expect(at(held.held, 'A').y).toBe(2.47);
    expect(held.offset.x).toBeGreaterThan(1);
  });

  it('lifts a copy under a fresh name and leaves the original', () => {
    const session = new DragSession(site, a, { x: 1.5, y: 2.4 });
    const held = session.move({ x: 2.7, y: 2.4 }, { ...plain, copy: true });
    expect(held.held.racks).toHaveLength(3);
    expect(at(held.held, 'A')).toEqual({ x: 1.5, y: 2.4 });
    expect(held.refs[0]!.id).not.toBe('A');
    expect(at(held.held, held.refs[0]!.id)).toEqual({ x: 2.7, y: 2.4 });
  });

  it('turns what is in the hand', () => {
    const session = new DragSession(site, a, { x: 1.5, y: 2.4 });
    session.move({ x: 2.7, y: 2.4 }, plain);
    const held = session.rotate();
    expect(held.held.racks[0]!.rotation).toBe(90);
    expect(session.result()).not.toBeNull();
  });
});
