import { beforeEach, describe, expect, it } from 'vitest';
import { siteSchema } from '../site/schema/site';
import type { GridStudyPort } from '../validation/grid-study/client';
import type { GridStudyResult } from '../validation/grid-study/facts';
import type { FromGridStudy, StartGridStudy } from '../validation/grid-study/protocol';
import { provideGridStudyWorker, useGridStudy } from './grid-study';

const site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'Room',
  room: { width: 4, depth: 4, height: 3 },
});

const grid = {
  cellSize: 0.2,
  representativeSize: 0.2,
  cells: 6000,
  iterations: 80,
  settled: true,
  residualKelvin: 0.01,
  worstRackKelvin: 0.3,
  seconds: 1,
};
const result: GridStudyResult = { site: 'Room', runCellSize: 0.2, grids: [grid, grid, grid], rows: [] };

/** A worker that says what the test tells it to. */
class FakeWorker implements GridStudyPort {
  readonly received: StartGridStudy[] = [];
  terminated = false;
  private readonly listeners = new Map<string, (event: Event) => void>();

  postMessage(message: StartGridStudy) {
    this.received.push(message);
  }
  addEventListener(type: string, listener: (event: Event) => void) {
    this.listeners.set(type, listener);
  }
  terminate() {
    this.terminated = true;
  }
  say(data: FromGridStudy) {
    this.listeners.get('message')!({ data } as MessageEvent);
  }
  crash(message: string) {
    this.listeners.get('error')!({ message } as ErrorEvent);
  }
}

let worker: FakeWorker;
const state = () => useGridStudy.getState();

beforeEach(() => {
  state().cancel();
  useGridStudy.setState({ status: 'idle', progress: null, result: null, site: null, failure: null });
  provideGridStudyWorker(() => {
    worker = new FakeWorker();
    return worker;
  });
  state().start(site, 7, [0.2, 0.3, 0.4]);
});

describe('a grid study in the browser', () => {
  it('hands site, seed and sizes to a worker of its own and follows it to the result', () => {
    expect(worker.received).toEqual([{ kind: 'start', site, seed: 7, sizes: [0.2, 0.3, 0.4] }]);
    worker.say({ kind: 'progress', share: 0.25, cellSize: 0.4, cells: 900 });
    expect(state()).toMatchObject({ status: 'running', progress: { share: 0.25, cellSize: 0.4, cells: 900 } });
    worker.say({ kind: 'result', result });
    expect(state()).toMatchObject({ status: 'done', result, site });
    expect(worker.terminated).toBe(true);
  });

  it('ends the worker when cancelled and hears nothing of it after that', () => {
    state().cancel();
    worker.say({ kind: 'result', result });
    expect(worker.terminated).toBe(true);
    expect(state()).toMatchObject({ status: 'cancelled', result: null });
  });

  it('keeps the former result when a later study fails, and says why', () => {
    worker.say({ kind: 'result', result });
    state().start(site, 7, [0.2, 0.21, 0.4]);
    worker.say({ kind: 'failure', failure: { code: 'tooAlike', finer: 0.2, coarser: 0.21 } });
    expect(state()).toMatchObject({ status: 'failed', result, failure: { code: 'tooAlike' } });
  });

  it('reports a worker that breaks', () => {
    worker.crash('out of memory');
    expect(state()).toMatchObject({ status: 'failed', failure: { code: 'crashed', detail: 'out of memory' } });
  });

  it('runs one study at a time', () => {
    const first = worker;
    state().start(site, 8, null);
    expect(worker).toBe(first);
  });
});
