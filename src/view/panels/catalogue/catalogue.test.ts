import { expect, it } from 'vitest';
import { SERVER_TYPES } from '../../../site/catalogue/catalogue';
import { matchingTypes } from './matching-types';
import { wattsText } from './watts-text';

it('the search finds types by every word of the query, in name, id or kind, and all without one', () => {
  const find = (query: string) => matchingTypes(SERVER_TYPES, query, (kind) => kind).map(({ id }) => id);
  expect(find('')).toHaveLength(SERVER_TYPES.length);
  expect(find('xeon 3040')).toEqual(['hp-ml110-g4']);
  expect(find('GPU b200')).toContain('gpu-node-8xb200');
  expect(find('storage')).toHaveLength(2);
  expect(find('abacus')).toEqual([]);
});

it('powers read 58.4 W and 10.2 kW', () => {
  expect(wattsText(58.4)).toBe('58.4 W');
  expect(wattsText(10_200)).toBe('10.2 kW');
});
