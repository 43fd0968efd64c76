import { beforeEach, describe, expect, it, vi } from 'vitest';
import { scenarioOf } from '../site/scenario/scenario';
import { siteSchema } from '../site/schema/site';
import { SimulationFault } from '../worker/client';
import type { FailurePort } from '../worker/failure-client';
import type { FromFailures, StartFailures } from '../worker/failure-protocol';
import type { RunSnapshot } from '../worker/protocol';
import { clearEvents, useEvents } from './events';
import { recordFailureEvents } from './failure-events';
import { forgetFailures, provideFailureWorker, useFailures } from './failures';
import { attachLink, type SimulationLink } from './link';

const site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'Room',
  room: { width: 4, depth: 4, height: 3 },
});
const snapshot: RunSnapshot = { site, document: site, options: {}, state: {} };
const scenario = scenarioOf('grid', [{ kind: 'power-loss' }]);

/** A worker that says what the test tells it to. */
class FakeWorker implements FailurePort {
  readonly received: StartFailures[] = [];
  terminated = false;
  private readonly listeners = new Map<string, (event: Event) => void>();
  postMessage(message: StartFailures) {
    this.received.push(message);
  }
  addEventListener(type: string, listener: (event: Event) => void) {
    this.listeners.set(type, listener);
  }
  terminate() {
    this.terminated = true;
  }
  say(message: FromFailures) {
    this.listeners.get('message')?.({ data: message } as unknown as Event);
  }
  break(message: string) {
    this.listeners.get('error')?.({ message } as unknown as Event);
  }
}

let workers: FakeWorker[] = [];
const link = (changes: Partial<SimulationLink> = {}) =>
  attachLink({ snapshot: () => Promise.resolve(snapshot), ...changes } as SimulationLink);

beforeEach(() => {
  forgetFailures();
  workers = [];
  provideFailureWorker(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  link();
});

const started = async () => {
  useFailures.getState().play(scenario, 600);
  await vi.waitFor(() => expect(workers).toHaveLength(1));
  return workers[0]!;
};

describe('a what-if', () => {
  it('takes the state of the run to a worker of its own and shows how far it is', async () => {
    const worker = await started();
    expect(worker.received[0]).toEqual({ kind: 'start', snapshot, scenarios: [scenario], horizonSeconds: 600 });
    worker.say({ kind: 'progress', scenario: 0, playedSeconds: 300 });
    expect(useFailures.getState().progress).toMatchObject({ stage: 'playing', playedSeconds: 300 });
    worker.say({ kind: 'done' });
    expect(useFailures.getState()).toMatchObject({ status: 'done', progress: null });
    expect(worker.terminated).toBe(true);
  });

  it('that is cancelled ends its worker, and what comes late changes nothing', async () => {
    const worker = await started();
    useFailures.getState().cancel();
    worker.say({ kind: 'done' });
    expect(worker.terminated).toBe(true);
    expect(useFailures.getState().status).toBe('cancelled');
  });

  it('that is cancelled while the state is on its way never starts', async () => {
    let give: (value: RunSnapshot) => void = () => {};
    link({ snapshot: () => new Promise((resolve) => (give = resolve)) });
    useFailures.getState().play(scenario, 600);
    useFailures.getState().cancel();
    give(snapshot);
    await Promise.resolve();
    await Promise.resolve();
    expect(workers).toHaveLength(0);
    expect(useFailures.getState().status).toBe('cancelled');
  });

  it('says why it failed: its worker broke, or what it was told is impossible', async () => {
    (await started()).break('out of memory');
    expect(useFailures.getState()).toMatchObject({ status: 'failed', failure: { message: 'out of memory' } });
  });
});

it('an event that the worker refuses is kept with its reason', async () => {
  const fault = { message: 'The site has no cooling unit x.', issues: [] };
  link({ inject: () => Promise.reject(new SimulationFault(fault)) });
  useFailures.getState().inject([{ kind: 'power-loss' } as never]);
  await vi.waitFor(() => expect(useFailures.getState().refused).toEqual(fault));
});

it('failures that begin and end leave a mark each in the event lane', () => {
  clearEvents();
  const event = scenario.events[0]!;
  const live = (state: 'waiting' | 'active' | 'recovering', endSeconds: number | null) => [
    { id: 1, event, startSeconds: 10, endSeconds, state },
  ];
  recordFailureEvents([], live('waiting', null), 5);
  recordFailureEvents(live('waiting', null), live('active', null), 10);
  recordFailureEvents(live('active', null), live('recovering', 40), 40);
  recordFailureEvents(live('recovering', 40), [], 170);
  expect(useEvents.getState().events.map(({ kind, atSeconds }) => [kind, atSeconds])).toEqual([
    ['failure-on', 10],
    ['failure-off', 40],
  ]);
});
