import { describe, expect, it } from 'vitest';
import type { EntityRef } from '../site/entity';
import { nextSelection } from './selection';

const rack = (id: string): EntityRef => ({ kind: 'rack', id });

describe('nextSelection', () => {
  it('replaces, adds without doubles, and toggles', () => {
    expect(nextSelection([rack('a')], [rack('b')], 'replace')).toEqual([rack('b')]);
    expect(nextSelection([rack('a')], [rack('a'), rack('b')], 'add')).toEqual([rack('a'), rack('b')]);
    expect(nextSelection([rack('a'), rack('c')], [rack('a'), rack('b')], 'toggle')).toEqual([rack('c'), rack('b')]);
  });

  it('tells entities of different kinds with one id apart', () => {
    const unit: EntityRef = { kind: 'coolingUnit', id: 'a' };
    expect(nextSelection([rack('a')], [unit], 'toggle')).toEqual([rack('a'), unit]);
  });
});
