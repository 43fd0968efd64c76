import { describe, expect, it } from 'vitest';
import { createPageThreads, threadsFor } from './threads';

/** A worker that takes calls and does nothing. */
const idle = () => ({ postMessage() {}, addEventListener() {} }) as unknown as Worker;

describe('threads of the page', () => {
  it('leave one core to the page and are never more than four', () => {
    expect([1, 2, 3, 4, 5, 8, 64].map(threadsFor)).toEqual([1, 1, 2, 3, 4, 4, 4]);
  });

  it('are a team of as many helpers as there are threads beside the simulation', () => {
    expect(createPageThreads(true, 4, idle)?.helpers.length).toBe(2);
  });

  it('are not there without cross-origin isolation, without a spare core, or where a worker cannot be made', () => {
    let started = 0;
    const counted = () => {
      started++;
      return idle();
    };
    expect(createPageThreads(false, 8, counted)).toBeNull();
    expect(createPageThreads(true, 2, counted)).toBeNull();
    expect(started).toBe(0);
    const refused = () => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(createPageThreads(true, 8, refused)).toBeNull();
  });
});
