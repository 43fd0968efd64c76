import { describe, expect, it } from 'vitest';
import { type FrameLayout, readScalar, SERIES_COLUMNS, viewFrame } from '../frame/layout';
import { type Site, siteSchema } from '../site/schema/site';
import type { FromWorker, ToWorker, WorkerCall, WorkerCalls } from './protocol';
import { createSimulation } from './simulation';

function room(rackX = 3): Site {
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'Small room',
    cellSize: 0.4,
    room: { width: 4, depth: 3, height: 3 },
    racks: [
      {
        id: 'rack',
        position: { x: rackX, y: 1.5 },
        rotation: 270,
        size: { width: 0.6, depth: 1, height: 2 },
        uHeight: 42,
        contents: [{ kind: 'chassis', id: 'load', uStart: 10, uSize: 10, powerW: 2000, airflowM3s: 0.2 }],
      },
    ],
    coolingUnits: [
      {
        id: 'unit',
        kind: 'wall',
        position: { x: 0.2, y: 1.5 },
        rotation: 90,
        size: { width: 1.2, depth: 0.4, height: 2 },
        medium: 'chilled-water',
        supply: { to: 'room', face: 'front' },
        return: { from: 'room', face: 'top' },
        fan: { ratedAirflowM3s: 0.3, ratedPowerW: 200 },
        control: { mode: 'supply', setpointCelsius: 18 },
      },
    ],
  });
}

/** A simulation with a clock that jumps 5 ms a look, and the messages that it posts. */
function harness() {
  const messages: FromWorker[] = [];
  let time = 0;
  const simulation = createSimulation(
    (message) => messages.push(message),
    () => (time += 5),
  );
  let id = 0;
  return {
    messages,
    send: (message: ToWorker) => simulation.handle(message),
    call<C extends WorkerCall>(call: C, params: WorkerCalls[C][0]): FromWorker {
      simulation.handle({ kind: 'call', id: ++id, call, params } as ToWorker);
      return messages.filter((m) => (m.kind === 'answer' || m.kind === 'failure') && m.id === id)[0]!;
    },
    work(slices: number) {
      for (let n = 0; n < slices; n++) simulation.work();
    },
    frames: () => messages.filter((m) => m.kind === 'frame'),
  };
}

function layoutOf(message: FromWorker): FrameLayout {
  if (message.kind !== 'answer' || message.result === null || !('layout' in message.result))
    throw new Error(`no layout in ${message.kind}`);
  return message.result.layout;
}

describe('simulation worker', () => {
  it('settles after loading with the clock at 0, then ticks and streams one series row a tick', () => {
    const h = harness();
    const layout = layoutOf(h.call('load', { site: room(), seed: 1, revision: 4 }));
    expect(layout.revision).toBe(4);
    h.call('setRun', { playing: true, speed: 'max' });
    for (let n = 0; n < 400 && h.frames().length < 12; n++) {
      h.work(1);
      for (const frame of h.frames())
        if (frame.kind === 'frame') h.send({ kind: 'release', buffer: frame.buffer.slice(0) });
    }
    const frames = h.frames();
    const first = viewFrame(layout, frames[0]!.buffer);
    expect(readScalar(first, 'simulatedSeconds')).toBe(0);
    expect(readScalar(first, 'itW')).toBe(2000);
    const rows = frames.flatMap((frame) =>
      Array.from(
        { length: frame.samples.length / SERIES_COLUMNS.length },
        (_, r) => frame.samples[r * SERIES_COLUMNS.length]!,
      ),
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(rows).toEqual(rows.map((_, n) => n + 1));
  });

  it('skips frames, never ticks, when no buffer comes back', () => {
    const h = harness();
    h.call('load', { site: room(), seed: 1, revision: 1 });
    h.call('setRun', { playing: true, speed: 'max' });
    h.work(300);
    expect(h.frames().length).toBe(3);
    const late = h.call('step', null);
    expect(late.kind).toBe('answer');
  });

  it('refuses an edit that cannot be simulated with the place, and takes the next good one', () => {
    const h = harness();
    h.call('load', { site: room(), seed: 1, revision: 1 });
    const against = h.call('edit', {
      patches: [{ op: 'replace', path: ['racks', 0, 'position', 'x'], value: 3.5 }],
      revision: 2,
    });
    if (against.kind !== 'failure') throw new Error('the edit was taken');
    expect(against.fault.issues.map(({ code, path }) => [code, path])).toEqual([
      ['no-air-path', 'racks[0].contents[0]'],
    ]);
    const good = h.call('edit', {
      patches: [{ op: 'replace', path: ['racks', 0, 'position', 'x'], value: 2.6 }],
      revision: 3,
    });
    expect(layoutOf(good).revision).toBe(3);
  });

  it('traces the air piece by piece while the run goes on; the shares of the rack sum to 1', () => {
    const h = harness();
    h.call('load', { site: room(), seed: 1, revision: 6 });
    h.work(80);
    expect(h.call('recirculation', null)).toBeUndefined();
    h.work(20);
    const answer = h.messages.find((m) => m.kind === 'answer' && m.id === 2);
    if (answer?.kind !== 'answer' || answer.result === null || !('share' in answer.result))
      throw new Error('no answer');
    const { revision, share, rackIds, unitIds, coldCapture } = answer.result;
    expect([revision, rackIds, unitIds]).toEqual([6, ['rack'], ['unit']]);
    expect(share[0]! + share[1]!).toBeCloseTo(1, 5);
    expect(coldCapture[0]!).toBeCloseTo(share[1]!, 6);
    expect(h.messages.some((m) => m.kind === 'progress' && m.id === 2)).toBe(true);
  });

  it('lets the air settle before it traces it: asked right after loading, the answer is of air at rest', () => {
    const h = harness();
    h.call('load', { site: room(), seed: 1, revision: 1 });
    h.call('recirculation', null);
    h.work(300);
    const answer = h.messages.find((m) => m.kind === 'answer' && m.id === 2);
    if (answer?.kind !== 'answer' || answer.result === null || !('residenceSeconds' in answer.result)) {
      throw new Error('no answer');
    }
    // The air of 4 x 3 x 3 m less rack (1.2 m³) and unit (0.96 m³), as the cells have them, over 0.3 m³/s.
    expect(answer.result.residenceSeconds).toBeGreaterThan(110);
    expect(answer.result.residenceSeconds).toBeLessThan(115);
  });

  it('makes the model by which predictive control foresees, piece by piece, and decides by it from then on', () => {
    const h = harness();
    const supply = { by: 'mpc' as const };
    const site = siteSchema.parse({ ...room(), coolingControl: { zones: [{ id: 'room', supply }] } });
    h.call('load', { site, seed: 1, revision: 1 });
    h.work(80);
    expect(h.call('prediction', null)).toMatchObject({ result: { modelled: false } });
    h.call('foresee', null);
    h.work(400);
    const made = h.messages.find((m) => m.kind === 'answer' && m.id === 3);
    expect(made).toMatchObject({ result: { modelled: true, state: 'starting' } });
    expect(h.messages.some((m) => m.kind === 'progress' && m.id === 3)).toBe(true);
    h.call('setRun', { playing: true, speed: 'max' });
    h.work(310);
    const now = h.call('prediction', null);
    expect(now).toMatchObject({ result: { modelled: true, state: 'active', fallbacks: 0 } });
  });

  it('never answers a cancelled trace, and answers null when the layout changes under it', () => {
    const h = harness();
    h.call('load', { site: room(), seed: 1, revision: 1 });
    h.call('recirculation', null);
    h.send({ kind: 'cancel', id: 2 });
    h.work(20);
    expect(h.messages.some((m) => m.kind === 'answer' && m.id === 2)).toBe(false);
    h.call('recirculation', null);
    h.call('edit', { patches: [{ op: 'replace', path: ['racks', 0, 'position', 'x'], value: 2.6 }], revision: 2 });
    expect(h.messages.find((m) => m.kind === 'answer' && m.id === 3)).toEqual({ kind: 'answer', id: 3, result: null });
  });

  it('answers a layout in the hand from coarse cells and leaves the run alone', () => {
    const h = harness();
    h.call('load', { site: room(), seed: 1, revision: 1 });
    h.work(80);
    h.call('preview', { patches: [{ op: 'replace', path: ['racks', 0, 'position', 'y'], value: 1.2 }], revision: 1 });
    h.work(30);
    const previews = h.messages.filter((m) => m.kind === 'preview');
    expect(previews.length).toBeGreaterThan(2);
    const last = previews[previews.length - 1]!.frame;
    expect(last.solid.length).toBe(last.temperature.length);
    expect(last.solid.some((solid) => solid === 1)).toBe(true);
    expect(last.rackIds).toEqual(['rack']);
    expect(last.rackInletMeanCelsius[0]!).toBeGreaterThan(17.9);
    expect(last.rackOutletMeanCelsius[0]! - last.rackInletMeanCelsius[0]!).toBeCloseTo(2000 / (0.2 * 1.205 * 1006), 1);
    h.call('preview', { patches: null, revision: 1 });
    const before = h.messages.length;
    h.work(2);
    expect(h.messages.slice(before).every((m) => m.kind !== 'preview')).toBe(true);
  });

  it('says where the air of a rack comes from, and knows no rack of another name', () => {
    const h = harness();
    h.call('load', { site: room(), seed: 1, revision: 1 });
    h.work(80);
    const answer = h.call('provenance', { rackId: 'rack' });
    if (answer.kind !== 'answer' || answer.result === null || !('sources' in answer.result))
      throw new Error('no answer');
    const { sources, captureIndex } = answer.result;
    expect(sources.map(({ id }) => id).sort()).toEqual(['rack', 'unit']);
    expect(Math.abs(sources.reduce((sum, { share }) => sum + share, 0) - 1)).toBeLessThan(1e-3);
    expect(captureIndex).toBeGreaterThan(0.3);
    const unknown = h.call('provenance', { rackId: 'nobody' });
    expect(unknown.kind === 'answer' && unknown.result).toBe(null);
  });

  it('calls without an open site fail with a sentence', () => {
    const h = harness();
    const answer = h.call('step', null);
    expect(answer.kind === 'failure' && answer.fault.message).toBe('No site is open.');
  });
});
