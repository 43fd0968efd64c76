import { describe, expect, it } from 'vitest';
import { percentile } from './percentile';
import { scriptingOf, type TraceEvent } from './trace';

const event = (name: string, atMs: number, forMs: number, cpuMs = forMs, tid = 1): TraceEvent => ({
  name,
  ph: 'X',
  pid: 1,
  tid,
  ts: atMs * 1000,
  dur: forMs * 1000,
  tdur: cpuMs * 1000,
});

describe('scripting of a trace', () => {
  it('is processor time by animation frame, nested events once, and all of it by second', () => {
    const scripting = scriptingOf([
      event('FireAnimationFrame', 0, 3, 2),
      event('FunctionCall', 0.5, 2),
      event('HandlePostMessage', 8, 1),
      event('Layout', 10, 4),
      event('FireAnimationFrame', 16, 5),
      event('TimerFire', 98, 2),
    ]);
    // 2 + 1 + 5 + 2 ms and two frames in a trace of 0.1 s; layout is no scripting.
    expect(scripting).toEqual({ frameMs: [2, 5], msPerSecond: 100, framesPerSecond: 20, longestMs: 5 });
  });

  it('counts callbacks that fire together as one frame', () => {
    const scripting = scriptingOf([
      event('FireAnimationFrame', 0, 1),
      event('FireAnimationFrame', 1.1, 1),
      event('FireAnimationFrame', 16, 1),
    ]);
    expect(scripting!.frameMs).toEqual([2, 1]);
  });

  it('leaves out other threads, and says nothing of a trace without frames', () => {
    const scripting = scriptingOf([event('FireAnimationFrame', 0, 1), event('FunctionCall', 4, 9, 9, 2)]);
    expect(scripting).toMatchObject({ frameMs: [1], longestMs: 1 });
    expect(scriptingOf([event('FunctionCall', 0, 1)])).toBeNull();
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
