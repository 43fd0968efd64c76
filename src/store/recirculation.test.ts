import { afterEach, describe, expect, it } from 'vitest';
import type { Recirculation } from '../frame/recirculation';
import { useDocument } from './document';
import { attachLink, type SimulationLink } from './link';
import { isStale, useRecirculation } from './recirculation';

type Ask = Parameters<SimulationLink['recirculation']>[0];

/** Stands in for the simulation: the test answers. */
function standIn() {
  const asked: (Ask & { answer(result: Recirculation | null): void })[] = [];
  attachLink({
    recirculation: (options: Ask) =>
      new Promise<Recirculation | null>((resolve, reject) => {
        asked.push({ ...options, answer: resolve });
        options.signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
      }),
  } as unknown as SimulationLink);
  return asked;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const answerOf = (revision: number) => ({ revision, rackIds: ['A'] }) as unknown as Recirculation;

afterEach(() => {
  attachLink(null);
  useRecirculation.setState({ status: 'idle', result: null, failure: null, progress: 0 });
});

describe('recirculation store', () => {
  it('tells the progress, keeps the answer, and calls it stale once the layout is another', async () => {
    const asked = standIn();
    useRecirculation.getState().compute();
    useRecirculation.getState().compute();
    expect(asked).toHaveLength(1);
    asked[0]!.onProgress({ done: 5, total: 20 });
    expect(useRecirculation.getState()).toMatchObject({ status: 'running', progress: 0.25 });
    asked[0]!.answer(answerOf(7));
    await settled();
    const { status, result } = useRecirculation.getState();
    expect([status, result?.revision]).toEqual(['idle', 7]);
    expect([isStale(result!, 7), isStale(result!, 8)]).toEqual([false, true]);
  });

  it('keeps the last answer when a run is cancelled, and when the layout changed under one', async () => {
    const asked = standIn();
    useRecirculation.setState({ result: answerOf(3) });
    useRecirculation.getState().compute();
    useRecirculation.getState().cancel();
    await settled();
    expect(useRecirculation.getState()).toMatchObject({ status: 'idle', failure: null, result: { revision: 3 } });
    useRecirculation.getState().compute();
    asked[1]!.answer(null);
    await settled();
    expect(useRecirculation.getState()).toMatchObject({ status: 'idle', result: { revision: 3 } });
  });

  it('drops the answer, and the run, of a document that is no longer open', async () => {
    const asked = standIn();
    useRecirculation.getState().compute();
    useDocument.getState().open(useDocument.getState().site, 'other.json');
    expect(asked[0]!.signal.aborted).toBe(true);
    await settled();
    expect(useRecirculation.getState()).toMatchObject({ status: 'idle', result: null });
  });
});
