import { describe, expect, it } from 'vitest';
import { FRAME_SCALARS, type FrameLayout, frameBytes } from '../frame/layout';
import { createSimulationClient, SimulationFault, type WorkerPort } from './client';
import type { FromWorker, ToWorker } from './protocol';

function layoutOf(revision: number): FrameLayout {
  return {
    revision,
    nx: 1,
    ny: 1,
    nz: 2,
    xFaces: new Float64Array([0, 1]),
    yFaces: new Float64Array([0, 1]),
    zFaces: new Float64Array([0, 1, 2]),
    solid: new Uint8Array(2),
    rackIds: [],
    chassisIds: [],
    chassisRack: new Int32Array(0),
    unitIds: [],
    tileIds: [],
    grilleIds: [],
    openingIds: [],
    sensorIds: [],
    workUnit: null,
  };
}

/** Stands in for a Worker: keeps what was posted and lets the test answer. */
function standIn() {
  const listeners = new Map<string, (event: Event) => void>();
  const posted: ToWorker[] = [];
  let terminated = false;
  const port: WorkerPort = {
    postMessage: (message) => posted.push(message),
    addEventListener: (type, listener) => listeners.set(type, listener),
    removeEventListener: (type) => listeners.delete(type),
    terminate: () => {
      terminated = true;
    },
  };
  const answer = (message: FromWorker) => listeners.get('message')?.({ data: message } as unknown as Event);
  const frame = (revision: number, buffer: ArrayBuffer) =>
    answer({ kind: 'frame', revision, buffer, samples: new Float64Array(0), rate: 2, settling: false });
  return {
    port,
    posted,
    answer,
    frame,
    crash: () => listeners.get('error')?.(new Event('error')),
    isTerminated: () => terminated,
  };
}

const bufferFor = (revision: number) => new ArrayBuffer(frameBytes(layoutOf(revision)));

describe('simulation client', () => {
  it('pairs answers with calls by id, in any order', async () => {
    const { port, answer } = standIn();
    const client = createSimulationClient(port);
    const first = client.call('setRun', { playing: true, speed: 1 });
    const second = client.call('reset', { seed: 4 });
    answer({ kind: 'answer', id: 2, result: { layout: layoutOf(3) } });
    answer({ kind: 'answer', id: 1, result: null });
    expect((await second).layout.revision).toBe(3);
    expect(await first).toBeNull();
  });

  it('rejects a refused call with the issues of the worker', async () => {
    const { port, answer } = standIn();
    const client = createSimulationClient(port);
    const call = client.call('step', null);
    const issue = { severity: 'error' as const, code: 'x', path: 'racks[0]', message: 'm', remedy: 'r' };
    answer({ kind: 'failure', id: 1, fault: { message: 'diverged', issues: [issue] } });
    const error = await call.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SimulationFault);
    expect((error as SimulationFault).fault.issues).toEqual([issue]);
  });

  it('keeps a frame readable until the next one has been delivered, then releases it', async () => {
    const { port, answer, frame, posted } = standIn();
    const client = createSimulationClient(port);
    void client.call('reset', { seed: 1 });
    answer({ kind: 'answer', id: 1, result: { layout: layoutOf(1) } });
    const seen: number[] = [];
    client.onFrame(({ frame: delivered }) => seen.push(delivered.scalars.length));
    const [one, two] = [bufferFor(1), bufferFor(1)];
    frame(1, one);
    expect(posted.filter((message) => message.kind === 'release')).toHaveLength(0);
    frame(1, two);
    expect(posted.filter((message) => message.kind === 'release')).toEqual([{ kind: 'release', buffer: one }]);
    expect(seen).toEqual([FRAME_SCALARS.length, FRAME_SCALARS.length]);
  });

  it('drops frames of another revision and gives their buffers back', () => {
    const { port, answer, frame, posted } = standIn();
    const client = createSimulationClient(port);
    let frames = 0;
    client.onFrame(() => frames++);
    frame(1, bufferFor(1));
    void client.call('reset', { seed: 1 });
    answer({ kind: 'answer', id: 1, result: { layout: layoutOf(2) } });
    frame(1, bufferFor(1));
    frame(2, bufferFor(2));
    expect(frames).toBe(1);
    expect(posted.filter((message) => message.kind === 'release')).toHaveLength(2);
  });

  it('rejects with AbortError when cancelled, yet follows the layout that the worker moved to', async () => {
    const { port, answer, frame } = standIn();
    const client = createSimulationClient(port);
    const controller = new AbortController();
    const call = client.call('edit', { patches: [], revision: 9 }, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    answer({ kind: 'answer', id: 1, result: { layout: layoutOf(9) } });
    let revision = 0;
    client.onFrame((delivery) => {
      revision = delivery.frame.layout.revision;
    });
    frame(9, bufferFor(9));
    expect(revision).toBe(9);
  });

  it('tells how far a long call has come, and tells the worker when nobody waits for it any more', async () => {
    const { port, posted, answer } = standIn();
    const client = createSimulationClient(port);
    const controller = new AbortController();
    const seen: number[] = [];
    const call = client.call('recirculation', null, {
      signal: controller.signal,
      onProgress: ({ done, total }) => seen.push(done / total),
    });
    answer({ kind: 'progress', id: 1, done: 3, total: 12 });
    controller.abort();
    answer({ kind: 'progress', id: 1, done: 6, total: 12 });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual([0.25]);
    expect(posted.at(-1)).toEqual({ kind: 'cancel', id: 1 });
  });

  it('leaves no call pending when disposed, and stops the worker', async () => {
    const { port, isTerminated } = standIn();
    const client = createSimulationClient(port);
    const call = client.call('step', null);
    client.dispose();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await expect(client.call('step', null)).rejects.toMatchObject({ name: 'AbortError' });
    expect(isTerminated()).toBe(true);
  });

  it('reports a crashed worker once and fails its calls', async () => {
    const { port, crash } = standIn();
    const client = createSimulationClient(port);
    const faults: string[] = [];
    client.onFault((fault) => faults.push(fault.message));
    const call = client.call('step', null);
    crash();
    await expect(call).rejects.toBeInstanceOf(SimulationFault);
    expect(faults).toEqual(['The simulation worker could not be started.']);
  });
});
