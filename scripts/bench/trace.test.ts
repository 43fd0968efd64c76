import { describe, expect, it } from 'vitest';
import { percentile } from './percentile';
import { scriptingPerFrame, type TraceEvent } from './trace';

const event = (name: string, atMs: number, forMs: number, cpuMs = forMs, tid = 1): TraceEvent => ({
  name,
  ph: 'X',
  pid: 1,
  tid,
  ts: atMs * 1000,
  dur: forMs * 1000,
  tdur: cpuMs * 1000,
});

describe('scripting per frame', () => {
  it('adds the outermost script events from one animation frame to the next, nested ones once', () => {
    const frames = scriptingPerFrame([
      event('FireAnimationFrame', 0, 3, 2),
      event('FunctionCall', 0.5, 2),
      event('EventDispatch', 8, 1),
      event('Layout', 10, 4),
      event('FireAnimationFrame', 16, 5),
      event('FireAnimationFrame', 32, 1),
    ]);
    expect(frames).toEqual([
      { wallMs: 4, cpuMs: 3 },
      { wallMs: 5, cpuMs: 5 },
    ]);
  });

  it('counts callbacks that fire together as one frame', () => {
    const frames = scriptingPerFrame([
      event('FireAnimationFrame', 0, 1),
      event('FireAnimationFrame', 1.1, 1),
      event('FireAnimationFrame', 16, 1),
    ]);
    expect(frames).toEqual([{ wallMs: 2, cpuMs: 2 }]);
  });

  it('leaves out other threads', () => {
    const frames = scriptingPerFrame([
      event('FireAnimationFrame', 0, 1),
      event('FunctionCall', 4, 9, 9, 2),
      event('FireAnimationFrame', 16, 1),
    ]);
    expect(frames).toEqual([{ wallMs: 1, cpuMs: 1 }]);
  });
});

describe('percentile', () => {
  it('is by nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([percentile(values, 0.5), percentile(values, 0.95), percentile([7], 0.95), percentile([], 0.5)]).toEqual([
      50,
      95,
      7,
      Number.NaN,
    ]);
  });
});
