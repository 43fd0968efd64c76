import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FRAME_SCALARS, type FrameLayout, frameBytes, indexOfScalar, SERIES_COLUMNS } from '../frame/layout';
import { setField } from '../site/edits/set-field';
import type { WorkerPort } from '../worker/client';
import type { FromWorker, ToWorker, WorkerRequest } from '../worker/protocol';
import { useDocument } from './document';
import { useEvents } from './events';
import { latestFrame } from './frames';
import { useRun } from './run';
import { seriesRing } from './series';
import { startSimulation } from './simulation';
import { twoRackSite } from './test-site';

function layoutOf(revision: number): FrameLayout {
  return {
    revision,
    nx: 1,
    ny: 1,
    nz: 1,
    xFaces: new Float64Array(2),
    yFaces: new Float64Array(2),
    zFaces: new Float64Array(2),
    solid: new Uint8Array(1),
    rackIds: ['A1', 'B1'],
    chassisIds: [],
    chassisRack: new Int32Array(0),
    unitIds: ['W1'],
    tileIds: [],
    grilleIds: [],
    openingIds: [],
    sensorIds: [],
    workUnit: null,
  };
}

/** Stands in for the worker: answers by hand. */
function standIn() {
  let listener: ((event: Event) => void) | undefined;
  const calls: WorkerRequest[] = [];
  const port: WorkerPort = {
    postMessage: (message: ToWorker) => {
      if (message.kind === 'call') calls.push(message);
    },
    addEventListener: (type, next) => {
      if (type === 'message') listener = next;
    },
    removeEventListener: () => {},
    terminate: () => {},
  };
  const send = (message: FromWorker) => listener?.({ data: message } as unknown as Event);
  const flush = () => vi.advanceTimersByTimeAsync(0);
  return {
    port,
    calls,
    send,
    flush,
    async answer(index: number) {
      const call = calls[index]!;
      const layout = call.call === 'load' || call.call === 'edit' ? { layout: layoutOf(call.params.revision) } : null;
      send({ kind: 'answer', id: call.id, result: layout });
      await flush();
    },
    async refuse(index: number, message: string) {
      send({ kind: 'failure', id: calls[index]!.id, fault: { message, issues: [] } });
      await flush();
    },
    frame(
      revision: number,
      scalars: Partial<Record<(typeof FRAME_SCALARS)[number], number>>,
      samples: number[][] = [],
    ) {
      const buffer = new ArrayBuffer(frameBytes(layoutOf(revision)));
      const view = new Float64Array(buffer, 0, FRAME_SCALARS.length);
      for (const [name, value] of Object.entries(scalars)) view[indexOfScalar(name as never)] = value;
      send({ kind: 'frame', revision, buffer, samples: Float64Array.from(samples.flat()), rate: 9.7, settling: false });
    },
  };
}

const names = (calls: readonly WorkerRequest[]) => calls.map(({ call }) => call);
const rename = (name: string) =>
  useDocument.getState().apply(`Rename to ${name}`, setField(useDocument.getState().site, 'name', name));

describe('stores and worker together', () => {
  let worker: ReturnType<typeof standIn>;
  let stop: () => void;

  beforeEach(async () => {
    vi.useFakeTimers();
    worker = standIn();
    useDocument.getState().open(twoRackSite(), 'two.json');
    stop = startSimulation(worker.port);
    await worker.answer(0);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('load the open site, then let it run', () => {
    expect(names(worker.calls)).toEqual(['load', 'setRun']);
    expect(useRun.getState().status).toBe('ready');
  });

  it('send each edit as its patches, one call at a time, the next with all that came meanwhile', async () => {
    rename('First');
    rename('Second');
    rename('Third');
    expect(names(worker.calls).slice(2)).toEqual(['edit']);
    await worker.answer(2);
    expect(names(worker.calls).slice(2)).toEqual(['edit', 'edit']);
    expect(worker.calls[3]!.params).toEqual({
      patches: [{ op: 'replace', path: ['name'], value: 'Third' }],
      revision: useDocument.getState().revision,
    });
    await worker.answer(3);
    expect(worker.calls).toHaveLength(4);
  });

  it('keep an edit that cannot be simulated, say so, and replace the whole site with the next', async () => {
    rename('Bad');
    await worker.refuse(2, 'the room has no air');
    expect(useRun.getState().faults).toMatchObject([{ source: 'edit', message: 'the room has no air' }]);
    useDocument.getState().undo();
    expect(worker.calls[3]!.params).toMatchObject({ patches: [{ op: 'replace', path: [] }] });
    await worker.answer(3);
    expect(useRun.getState().faults).toEqual([]);
  });

  it('hand frames on, keep the newest, and record samples and events', async () => {
    const { revision } = useDocument.getState();
    const sample = (seconds: number, inletMax: number) =>
      SERIES_COLUMNS.map((column) =>
        column === 'simulatedSeconds' ? seconds : column === 'inletMaxCelsius' ? inletMax : 1,
      );
    worker.frame(revision, { simulatedSeconds: 12 }, [sample(11, 34), sample(12, 36)]);
    await vi.advanceTimersByTimeAsync(300);
    expect(latestFrame()?.layout.revision).toBe(revision);
    expect(seriesRing().length).toBe(2);
    expect(useRun.getState().simulatedSeconds).toBe(12);
    expect(useEvents.getState().events.map(({ kind, label }) => [kind, label])).toEqual([['alarm-on', '35 °C']]);
    rename('Later');
    expect(useEvents.getState().events.at(-1)).toMatchObject({ kind: 'edit', atSeconds: 12, label: 'Rename to Later' });
  });

  it('show the time of a single step soon, however close it came to the one before', async () => {
    const { revision } = useDocument.getState();
    worker.frame(revision, { simulatedSeconds: 1 });
    worker.frame(revision, { simulatedSeconds: 2 });
    await vi.advanceTimersByTimeAsync(300);
    expect(useRun.getState().simulatedSeconds).toBe(2);
  });

  it('stop the clock when the run fails', () => {
    worker.send({ kind: 'fault', fault: { message: 'diverged at step 40', issues: [] } });
    expect(useRun.getState()).toMatchObject({
      playing: false,
      faults: [{ source: 'run', message: 'diverged at step 40' }],
    });
    useRun.getState().play();
  });

  it('preview the layout in the hand with the latest one winning, and end it', async () => {
    const site = useDocument.getState().site;
    useRun.getState().previewLayout(setField(site, 'name', 'a'));
    useRun.getState().previewLayout(setField(site, 'name', 'b'));
    useRun.getState().previewLayout(setField(site, 'name', 'c'));
    await worker.answer(2);
    await worker.answer(3);
    expect(
      worker.calls.slice(2).map(({ params }) => (params as { patches: { value: string }[] }).patches[0]!.value),
    ).toEqual(['a', 'c']);
    useRun.getState().previewLayout(null);
    await worker.answer(4);
    expect(worker.calls[4]!.params).toMatchObject({ patches: null });
  });
});
