import { describe, expect, it } from 'vitest';
import type { PreviewFrame } from '../../../worker/protocol';
import { coarseInlets } from './coarse-inlets';

const preview = {
  rackIds: ['a', 'b', 'empty'],
  rackInletMaxCelsius: Float32Array.of(22, 31, Number.NaN),
} as unknown as PreviewFrame;

describe('coarse inlets in the hand', () => {
  it('are the warmest of the held racks and of the room', () => {
    expect(coarseInlets(preview, ['a', 'empty'])).toEqual({ held: 22, room: 31 });
  });

  it('are not known where nothing held breathes', () => {
    expect(coarseInlets(preview, ['empty']).held).toBeNaN();
  });
});
