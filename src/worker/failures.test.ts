import { describe, expect, it } from 'vitest';
import { type FrameLayout, readScalar, viewFrame } from '../frame/layout';
import type { FailureEvent } from '../site/scenario/events';
import { type Site, siteSchema } from '../site/schema/site';
import type { FromWorker, ToWorker, WorkerCall, WorkerCalls } from './protocol';
import { createSimulation } from './simulation';

const room: Site = siteSchema.parse({
  format: 'isotherm-site',
  version: 1,
  name: 'Small room',
  cellSize: 0.4,
  room: { width: 4, depth: 3, height: 3 },
  racks: [
    {
      id: 'rack',
      position: { x: 3, y: 1.5 },
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

const trip: FailureEvent = { kind: 'unit-trip', unitId: 'unit', atSeconds: 0, stops: 'unit', rampSeconds: 10 };

/** A simulation whose frames come back at once, and the messages that it posts. */
function harness() {
  const messages: FromWorker[] = [];
  let time = 0;
  let layout: FrameLayout | null = null;
  let lastFrame: { seconds: number; unitAirflowM3s: number; inletCelsius: number } | null = null;
  const simulation = createSimulation(
    (message) => {
      messages.push(message);
      if (message.kind === 'layout') layout = message.layout;
      if (message.kind !== 'frame' || layout === null) return;
      const frame = viewFrame(layout, message.buffer);
      lastFrame = {
        seconds: readScalar(frame, 'simulatedSeconds'),
        unitAirflowM3s: frame.blocks.unitAirflowM3s[0]!,
        inletCelsius: frame.blocks.rackInletMaxCelsius[0]!,
      };
      queueMicrotask(() => simulation.handle({ kind: 'release', buffer: message.buffer }));
    },
    () => (time += 5),
  );
  let id = 0;
  const call = <C extends WorkerCall>(name: C, params: WorkerCalls[C][0]): FromWorker => {
    simulation.handle({ kind: 'call', id: ++id, call: name, params } as ToWorker);
    const answer = messages.filter((m) => (m.kind === 'answer' || m.kind === 'failure') && m.id === id)[0]!;
    if (answer.kind === 'answer' && answer.result !== null && 'layout' in answer.result) layout = answer.result.layout;
    return answer;
  };
  /** Works until the latest frame is of this time or later, or the run stops. */
  const runTo = async (seconds: number) => {
    for (let n = 0; n < 3000 && (lastFrame?.seconds ?? -1) < seconds; n++) {
      simulation.work();
      await Promise.resolve();
      if (messages.some(({ kind }) => kind === 'fault')) break;
    }
    return lastFrame!;
  };
  const start = (site: Site) => {
    call('load', { site, seed: 1, revision: 1 });
    call('setRun', { playing: true, speed: 'max' });
  };
  const failuresTold = () => messages.flatMap((m) => (m.kind === 'failures' ? [m.failures] : []));
  const fault = () => messages.flatMap((m) => (m.kind === 'fault' ? [m.fault] : [])).at(-1);
  return { call, runTo, start, failuresTold, fault, work: () => simulation.work(), messages };
}

describe('failures of the live run', () => {
  it('begin when asked, are told, and end by repair: flow falls and comes back, inlets rise meanwhile', async () => {
    const h = harness();
    h.start(room);
    const before = await h.runTo(5);
    expect(h.call('inject', { events: [trip] }).kind).toBe('answer');
    const during = await h.runTo(before.seconds + 60);
    expect(during.unitAirflowM3s).toBeLessThan(0.1);
    expect(during.inletCelsius).toBeGreaterThan(before.inletCelsius + 1);
    expect(h.failuresTold().at(-1)).toMatchObject([{ id: 1, state: 'active', endSeconds: null }]);
    h.call('repair', { failureId: 1 });
    const after = await h.runTo(during.seconds + 60);
    expect(after.unitAirflowM3s).toBeCloseTo(0.3, 5);
    expect(h.failuresTold().at(-1)).toEqual([]);
  });

  it('refuses an event on a unit that the site does not have, with the place', () => {
    const h = harness();
    h.start(room);
    const answer = h.call('inject', { events: [{ ...trip, unitId: 'unti' }] });
    if (answer.kind !== 'failure') throw new Error('it was taken');
    expect(answer.fault.issues[0]).toMatchObject({ code: 'unknown-id', path: 'events[0].unitId' });
    expect(answer.fault.issues[0]!.remedy).toContain('Did you mean unit?');
  });

  it('an edit meanwhile does not stop the clock', async () => {
    const h = harness();
    h.start(room);
    await h.runTo(5);
    h.call('inject', { events: [trip] });
    await h.runTo(10);
    const patches = [{ op: 'replace' as const, path: ['racks', 0, 'contents', 0, 'powerW'], value: 2500 }];
    h.call('edit', { patches, revision: 2 });
    const settling = h.messages.length;
    await h.runTo(20);
    expect(h.messages.slice(settling).some((m) => m.kind === 'frame' && m.settling)).toBe(false);
  });

  it('what changes the room announces the layout of the frames that follow', async () => {
    const h = harness();
    h.start(room);
    await h.runTo(3);
    const site: Site = { ...room, racks: [{ ...room.racks[0]!, blankingPanels: true, underRackGap: 0 }] };
    h.call('edit', { patches: [{ op: 'replace', path: [], value: site }], revision: 2 });
    await h.runTo(6);
    h.call('inject', { events: [{ kind: 'blanking-removed', rackId: 'rack', atSeconds: 0, untilSeconds: 10 }] });
    await h.runTo(30);
    const told = h.messages.flatMap((m) => (m.kind === 'layout' ? [m.layout.revision] : []));
    expect(told).toEqual([2, 2]);
  });

  it('gives its whole state away without moving', async () => {
    const h = harness();
    h.start(room);
    const before = await h.runTo(5);
    const answer = h.call('snapshot', null);
    if (answer.kind !== 'answer' || answer.result === null || !('state' in answer.result)) throw new Error('no state');
    expect(structuredClone(answer.result).state).toMatchObject({ simulatedSeconds: expect.any(Number) });
    expect((answer.result.state as { simulatedSeconds: number }).simulatedSeconds).toBeGreaterThanOrEqual(
      before.seconds,
    );
  });
});

describe('a run that diverges', () => {
  it('goes back to its last good state, says when that was, and can go on with shorter air steps', async () => {
    const h = harness();
    h.start(room);
    await h.runTo(100);
    h.call('inject', { events: [{ ...trip, runDownSeconds: Number.NaN }] });
    await h.runTo(1e9);
    const fault = h.fault()!;
    expect(fault.issues[0]!.code).toBe('diverged');
    expect(fault.message).toMatch(/step \d+/);
    expect(fault.layoutKept).toBe(true);
    expect(fault.wentBackToSeconds!).toBeGreaterThan(30);
    expect(h.failuresTold().at(-1)).toEqual([]);
    h.messages.length = 0;
    h.call('shortenAirSteps', { factor: 0.5 });
    h.call('setRun', { playing: true, speed: 'max' });
    const later = await h.runTo(fault.wentBackToSeconds! + 200);
    expect(later.seconds).toBeGreaterThanOrEqual(fault.wentBackToSeconds! + 200);
    expect(h.fault()).toBeUndefined();
  });

  it('by an edit goes back behind it and waits there; undoing the edit goes on', async () => {
    const h = harness();
    h.start(room);
    await h.runTo(5);
    const powerTo = (value: number, revision: number) =>
      h.call('edit', { patches: [{ op: 'replace', path: ['racks', 0, 'contents', 0, 'powerW'], value }], revision });
    powerTo(Number.NaN, 2);
    await h.runTo(1e9);
    const fault = h.fault()!;
    expect(fault.layoutKept).toBe(false);
    const frames = () => h.messages.filter((m) => m.kind === 'frame').length;
    const held = frames();
    for (let n = 0; n < 20; n++) h.work();
    expect(frames()).toBe(held);
    h.messages.length = 0;
    expect(powerTo(2000, 3).kind).toBe('answer');
    h.call('setRun', { playing: true, speed: 'max' });
    const later = await h.runTo(fault.wentBackToSeconds! + 50);
    expect(later.inletCelsius).toBeGreaterThan(17);
    expect(h.fault()).toBeUndefined();
  });
});
