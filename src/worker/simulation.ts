import { applyPatches, enablePatches, type Patch } from 'immer';
import { advanceSlice, createEngine, type Engine, EngineError, editDocument } from '../engine/engine';
import { frameLayout } from '../engine/frame-layout';
import { writeFrame } from '../engine/frame-writer';
import type { ThreadTeam } from '../engine/kernels/wasm/thread-team';
import { createLastGood, scaleAirSteps } from '../engine/last-good';
import { closeBreakers } from '../engine/power/breakers';
import { powerStatus } from '../engine/power/status';
import { restartServers } from '../engine/servers/restart';
import { takeSnapshot } from '../engine/snapshot';
import { freezeEngineAir } from '../engine/tracers/freeze';
import { airProvenance } from '../engine/tracers/provenance';
import { recirculationJob } from '../engine/tracers/recirculation';
import { type FrameLayout, viewFrame } from '../frame/layout';
import type { Site } from '../site/schema/site';
import { createFailureDesk } from './failure-desk';
import { createFramePool } from './frame-pool';
import { createLongCalls, type LongWork } from './long-call';
import { createPowerDesk } from './power-desk';
import { foreseeJob, predictionStatus } from './prediction-desk';
import { createPreview } from './preview';
import type { FromWorker, Speed, ToWorker, WorkerCall, WorkerCalls, WorkerFault, WorkerRequest } from './protocol';
import { createSeriesRecorder } from './series-recorder';

enablePatches();

/** Wall time between two frames, and between two previews, ms. */
const FRAME_MS = 60;
const PREVIEW_MS = 30;
/** Work done before the worker looks at its messages again, ms. */
const SLICE_MS = 12;
/** A run that falls behind its speed by more than this forgets the debt, s of wall time. */
const MAX_LAG_SECONDS = 0.25;

/** Calls that take a while. */
type LongCall = 'recirculation' | 'foresee';

export interface Simulation {
  handle(message: ToWorker): void;
  /** Does a slice of work; answers the wait until the next one in ms, or null when there is nothing to do. */
  work(): number | null;
}

/**
 * The simulation behind the worker's messages: one engine, one preview, a pool of frames.
 * `post` sends a message with the buffers that it hands over; `now` is wall time in ms; `threads` help with the air.
 */
export function createSimulation(
  post: (message: FromWorker, transfer: Transferable[]) => void,
  now: () => number,
  threads: ThreadTeam | null = null,
): Simulation {
  const pool = createFramePool();
  const series = createSeriesRecorder();
  const preview = createPreview();
  const lastGood = createLastGood();
  const powerDesk = createPowerDesk((alarms, atSeconds) => post({ kind: 'power-alarms', alarms, atSeconds }, []));
  const failureDesk = createFailureDesk((failures) => post({ kind: 'failures', failures }, []));
  const longCalls = createLongCalls(post, now, faultOf);
  let engine: Engine | null = null;
  let layout: FrameLayout | null = null;
  /** The document as the page has it; the engine falls behind while an edit cannot be simulated. */
  let document: Site | null = null;
  let playing = false;
  let speed: Speed = 1;
  let lastFrameAt = Number.NEGATIVE_INFINITY;
  let lastPreviewAt = Number.NEGATIVE_INFINITY;
  let framePending = false;
  /** The room that the layout describes: a failure may change it between two edits. */
  let room: Engine['room'] | null = null;
  /** True where the engine went back behind the last edit: it waits for the next one. */
  let behind = false;
  /** Wall time at which the simulated clock stood at `paceFrom`. */
  let paceAt = 0;
  let paceFrom = 0;
  let rateAt = 0;
  let rateFrom = 0;
  let rate = 0;

  const restartPace = () => {
    paceAt = rateAt = now();
    paceFrom = rateFrom = engine?.simulatedSeconds ?? 0;
    rate = 0;
  };

  const adopt = (revision: number): { layout: FrameLayout } => {
    longCalls.forget();
    layout = frameLayout(engine!, revision);
    pool.resize(layout);
    room = engine!.room;
    behind = false;
    framePending = true;
    restartPace();
    return { layout };
  };

  const open = (site: Site, nextSeed: number, revision: number) => {
    const next = createEngine(site, { seed: nextSeed, backend: 'wasm', threads });
    engine?.room.kernels.release();
    engine = next;
    document = site;
    preview.end();
    series.clear();
    lastGood.forget();
    failureDesk.look(next);
    powerDesk.forget();
    return adopt(revision);
  };

  /** Calls whose work is done in pieces; all others are answered at once. */
  const longAnswers: { [C in LongCall]: (params: WorkerCalls[C][0]) => LongWork } = {
    recirculation: () => recirculationJob(requireEngine(), layout!.revision),
    foresee: () => foreseeJob(requireEngine()),
  };

  const answers: { [C in Exclude<WorkerCall, LongCall>]: (params: WorkerCalls[C][0]) => WorkerCalls[C][1] } = {
    load: ({ site, seed: nextSeed, revision }) => open(site, nextSeed, revision),
    edit: ({ patches, revision }) => {
      document = applyPatches(requireDocument(), patches as Patch[]);
      preview.end();
      editDocument(requireEngine(), document);
      return adopt(revision);
    },
    preview: ({ patches, revision }) => {
      if (patches === null) preview.end();
      else if (preview.follow(applyPatches(requireDocument(), patches as Patch[]), revision, requireEngine())) {
        lastPreviewAt = Number.NEGATIVE_INFINITY;
      }
      return null;
    },
    setRun: (run) => {
      playing = run.playing;
      speed = run.speed;
      restartPace();
      return null;
    },
    step: () => {
      const current = requireEngine();
      const before = current.tick;
      while (current.tick === before && !behind) advanceSlice(current);
      series.record(current.measures);
      failureDesk.look(current);
      followRoom(current);
      framePending = true;
      return null;
    },
    provenance: ({ rackId }) => {
      const current = requireEngine();
      const rack = current.site.racks.findIndex(({ id }) => id === rackId);
      return rack < 0 ? null : airProvenance(current, freezeEngineAir(current), rack);
    },
    prediction: () => predictionStatus(requireEngine()),
    power: () => powerStatus(requireEngine(), layout!.revision),
    inject: ({ events }) => {
      failureDesk.inject(requireEngine(), requireDocument(), events);
      return null;
    },
    repair: ({ failureId }) => {
      failureDesk.repair(requireEngine(), failureId);
      return null;
    },
    restartServers: () => {
      restartServers(requireEngine().servers);
      return null;
    },
    closeBreakers: () => {
      closeBreakers(requireEngine().power.breakers);
      return null;
    },
    snapshot: () => takeSnapshot(requireEngine()),
    shortenAirSteps: ({ factor }) => {
      scaleAirSteps(requireEngine(), factor);
      return null;
    },
    reset: ({ seed: nextSeed }) => open(requireDocument(), nextSeed, layout!.revision),
  };

  const requireEngine = (): Engine => {
    if (engine === null) throw new Error('No site is open.');
    return engine;
  };
  const requireDocument = (): Site => {
    if (document === null) throw new Error('No site is open.');
    return document;
  };

  const respond = (request: WorkerRequest) => {
    try {
      if (isLong(request)) {
        longCalls.start(request.id, longAnswers[request.call](request.params));
        return;
      }
      const answer = answers[request.call] as (params: unknown) => WorkerCalls[WorkerCall][1];
      post({ kind: 'answer', id: request.id, result: answer(request.params) }, []);
    } catch (error) {
      post({ kind: 'failure', id: request.id, fault: faultOf(error) }, []);
    }
  };

  const publish = (time: number) => {
    const buffer = layout === null || behind ? null : pool.take();
    if (engine === null || layout === null || buffer === null) return;
    writeFrame(engine, viewFrame(layout, buffer));
    const samples = series.drain();
    const settling = engine.settling.active;
    post({ kind: 'frame', revision: layout.revision, buffer, samples, rate, settling }, [buffer, samples.buffer]);
    lastFrameAt = time;
    framePending = false;
  };

  const measureRate = (current: Engine, time: number) => {
    if (time - rateAt < 1000) return;
    rate = ((current.simulatedSeconds - rateFrom) * 1000) / (time - rateAt);
    rateAt = time;
    rateFrom = current.simulatedSeconds;
  };

  /** Wall milliseconds until the next tick is due; 0 when it is. */
  const waitForTick = (current: Engine, time: number): number => {
    if (speed === 'max') return 0;
    const due = paceAt + ((current.simulatedSeconds - paceFrom) * 1000) / speed;
    if (time - due > MAX_LAG_SECONDS * 1000) {
      paceAt = time;
      paceFrom = current.simulatedSeconds;
      return 0;
    }
    return Math.max(0, due - time);
  };

  const advanceOnce = (current: Engine) => {
    const wasSettling = current.settling.active;
    advanceSlice(current);
    if (!wasSettling) series.record(current.measures);
    else if (!current.settling.active) restartPace();
    if (!current.settling.active) lastGood.note(current);
    failureDesk.look(current);
    powerDesk.look(current);
    followRoom(current);
    framePending = true;
  };

  const followRoom = (current: Engine) => {
    if (current.room === room) return;
    post({ kind: 'layout', ...adopt(layout!.revision) }, []);
  };

  /** A run that broke stops; where a good state was kept, the engine goes back to it and waits there. */
  const stopAt = (error: unknown) => {
    playing = false;
    engine!.settling.active = false;
    const fault = faultOf(error);
    const restored = fault.issues.some(({ code }) => code === 'diverged') ? lastGood.restore() : null;
    if (restored !== null) {
      engine!.room.kernels.release();
      engine = restored;
      fault.wentBackToSeconds = restored.simulatedSeconds;
      fault.layoutKept = restored.failures.document === document;
      behind = !fault.layoutKept;
      if (!behind) followRoom(restored);
      failureDesk.look(restored);
    }
    post({ kind: 'fault', fault }, []);
  };

  return {
    handle(message) {
      if (message.kind === 'release') pool.giveBack(message.buffer);
      else if (message.kind === 'cancel') longCalls.cancel(message.id);
      else respond(message);
    },
    work() {
      if (engine === null) return null;
      const start = now();
      let wait: number | null = null;
      try {
        if (preview.active) {
          while (now() - start < SLICE_MS) preview.iterate();
          wait = 0;
        } else {
          do {
            const due = behind ? null : engine.settling.active ? 0 : playing ? waitForTick(engine, now()) : null;
            wait = due;
            if (due === null || due > 0) break;
            advanceOnce(engine);
          } while (now() - start < SLICE_MS);
        }
      } catch (error) {
        stopAt(error);
      }
      // What is asked while the air settles is answered of the settled air.
      if (longCalls.waiting && !engine.settling.active) {
        longCalls.work(now() + SLICE_MS);
        wait = 0;
      }
      const time = now();
      if (playing && !engine.settling.active) measureRate(engine, time);
      if (preview.active && time - lastPreviewAt >= PREVIEW_MS) {
        const frame = preview.frame();
        if (frame !== null) post({ kind: 'preview', frame }, []);
        lastPreviewAt = time;
      }
      if (framePending && time - lastFrameAt >= FRAME_MS) publish(time);
      if (framePending) wait = Math.min(wait ?? FRAME_MS, FRAME_MS);
      return wait;
    },
  };
}

function isLong(request: WorkerRequest): request is Extract<WorkerRequest, { call: LongCall }> {
  return request.call === 'recirculation' || request.call === 'foresee';
}

function faultOf(error: unknown): WorkerFault {
  if (error instanceof EngineError) {
    return { message: error.issues[0]?.message ?? error.message, issues: error.issues };
  }
  return { message: error instanceof Error ? error.message : String(error), issues: [] };
}
