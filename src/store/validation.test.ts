import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseResult } from '../validation/case';
import type { ValidationPort } from '../validation/client';
import type { FromValidation, StartValidation } from '../validation/protocol';
import { provideValidationWorker, useValidation } from './validation';

const result: CaseResult = { rows: [], figures: [], cells: 1 };

/** A worker that says what the test tells it to. */
class FakeWorker implements ValidationPort {
  readonly received: StartValidation[] = [];
  terminated = false;
  private readonly listeners = new Map<string, (event: Event) => void>();

  postMessage(message: StartValidation) {
    this.received.push(message);
  }
  addEventListener(type: string, listener: (event: Event) => void) {
    this.listeners.set(type, listener);
  }
  terminate() {
    this.terminated = true;
  }
  say(data: FromValidation) {
    this.listeners.get('message')!({ data } as MessageEvent);
  }
  crash(message: string) {
    this.listeners.get('error')!({ message } as ErrorEvent);
  }
}

let worker: FakeWorker;

beforeEach(() => {
  useValidation.getState().cancel();
  useValidation.setState({ status: 'idle', cases: {}, crash: null });
  provideValidationWorker(() => {
    worker = new FakeWorker();
    return worker;
  });
  useValidation.getState().start(['lid-driven-cavity', 'duct']);
});

const state = () => useValidation.getState();

describe('a validation run in the browser', () => {
  it('asks the worker for the cases in order, and has them all waiting', () => {
    expect(worker.received).toEqual([{ kind: 'start', caseIds: ['lid-driven-cavity', 'duct'] }]);
    expect(state().cases).toEqual({ 'lid-driven-cavity': { status: 'waiting' }, duct: { status: 'waiting' } });
    expect(state().status).toBe('running');
  });

  it('follows progress, result and failure of each case to the end, and then ends the worker', () => {
    worker.say({ kind: 'progress', caseId: 'duct', share: 0.4 });
    expect(state().cases.duct).toEqual({ status: 'running', share: 0.4 });
    worker.say({ kind: 'result', caseId: 'duct', result, seconds: 1.5 });
    worker.say({ kind: 'failure', caseId: 'lid-driven-cavity', message: 'no memory' });
    worker.say({ kind: 'done' });
    expect(state().status).toBe('done');
    expect(state().cases).toEqual({
      duct: { status: 'done', result, seconds: 1.5 },
      'lid-driven-cavity': { status: 'failed', message: 'no memory' },
    });
    expect(worker.terminated).toBe(true);
  });

  it('cancelled keeps what was done, and hears nothing more', () => {
    worker.say({ kind: 'result', caseId: 'lid-driven-cavity', result, seconds: 1 });
    worker.say({ kind: 'progress', caseId: 'duct', share: 0.2 });
    state().cancel();
    worker.say({ kind: 'result', caseId: 'duct', result, seconds: 9 });
    expect(worker.terminated).toBe(true);
    expect(state().status).toBe('cancelled');
    expect(Object.keys(state().cases)).toEqual(['lid-driven-cavity']);
  });

  it('tells of a worker that broke, and can be started again', () => {
    worker.crash('out of memory');
    expect(state()).toMatchObject({ status: 'broken', crash: 'out of memory' });
    const broken = worker;
    state().start(['duct']);
    expect(worker).not.toBe(broken);
    expect(state()).toMatchObject({ status: 'running', crash: null });
  });

  it('does not start twice at once', () => {
    const first = worker;
    state().start(['duct']);
    expect(worker).toBe(first);
    expect(first.received).toHaveLength(1);
  });
});
