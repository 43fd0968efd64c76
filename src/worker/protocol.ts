import type { LiveFailure } from '../frame/failure-report';
import type { FrameLayout } from '../frame/layout';
import type { PowerAlarm, PowerStatus } from '../frame/power';
import type { PredictionStatus } from '../frame/prediction';
import type { Provenance } from '../frame/provenance';
import type { Recirculation } from '../frame/recirculation';
import type { Issue } from '../site/issue';
import type { FailureEvent } from '../site/scenario/events';
import type { Site } from '../site/schema/site';

/** A change of the site document between two revisions, as immer writes it. */
export interface SitePatch {
  op: 'replace' | 'remove' | 'add';
  path: (string | number)[];
  value?: unknown;
}

/** Simulated seconds per wall second, or as fast as the machine goes. */
export type Speed = number | 'max';

/** Every call to the worker: parameters and answer. A call may fail with `WorkerFault`. */
export interface WorkerCalls {
  /** Opens a site at simulated time 0. */
  load: [{ site: Site; seed: number; revision: number }, { layout: FrameLayout }];
  /** Moves the open site to `revision`; the air then settles from where it was, the clock waits for it. */
  edit: [{ patches: SitePatch[]; revision: number }, { layout: FrameLayout }];
  /** Coarse answer for a layout that is still in the hand; null ends the preview. The latest call wins. */
  preview: [{ patches: SitePatch[] | null; revision: number }, null];
  setRun: [{ playing: boolean; speed: Speed }, null];
  /** One tick while paused. */
  step: [null, null];
  /** Where the air of a rack comes from, as it moves now; null for a rack that draws none. */
  provenance: [{ rackId: string }, Provenance | null];
  /**
   * Who breathes whose air, as it moves now. Takes a while: tells its progress, can be cancelled. Null when the layout
   * changed before it was done.
   */
  recirculation: [null, Recirculation | null];
  /**
   * Makes the model by which predictive control foresees, of the room as the document has it, and uses it from then on.
   * Takes minutes: tells its progress, can be cancelled. Null when the layout changed before it was done.
   */
  foresee: [null, PredictionStatus | null];
  /** Predictive control as it stands now. */
  prediction: [null, PredictionStatus];
  /** The electrical chain as it stands now. */
  power: [null, PowerStatus];
  /** Makes things fail in the live run; the times of the events count from now. */
  inject: [{ events: FailureEvent[] }, null];
  /** Repairs one failure of the live run now. */
  repair: [{ failureId: number }, null];
  /** Starts the servers of the live run that heat has switched off. */
  restartServers: [null, null];
  /** Closes the breakers of the live run that overload has opened. */
  closeBreakers: [null, null];
  /** The whole state of the run, to be played on elsewhere. */
  snapshot: [null, RunSnapshot];
  /** After a fault: air steps from now on are this share of what they were. */
  shortenAirSteps: [{ factor: number }, null];
  /** Back to simulated time 0 with this seed. */
  reset: [{ seed: number }, { layout: FrameLayout }];
}
export type WorkerCall = keyof WorkerCalls;

/** State of a run as the engine writes it; only the engine reads it. */
export interface RunSnapshot {
  site: Site;
  document: Site;
  options: object;
  state: object;
}

export type WorkerRequest = {
  [C in WorkerCall]: { kind: 'call'; id: number; call: C; params: WorkerCalls[C][0] };
}[WorkerCall];

/** Gives a frame buffer back to the pool. */
export interface ReleaseMessage {
  kind: 'release';
  buffer: ArrayBuffer;
}

/** The page no longer wants the answer of a call that takes a while. */
export interface CancelMessage {
  kind: 'cancel';
  id: number;
}

export type ToWorker = WorkerRequest | ReleaseMessage | CancelMessage;

/** A bad input or a diverging run, with the place and the way out. */
export interface WorkerFault {
  message: string;
  issues: Issue[];
  /** A run that diverged went back to this simulated time, s; absent where nothing was kept. */
  wentBackToSeconds?: number;
  /** False where that state is of the layout before the last edit: the edit must be undone. */
  layoutKept?: boolean;
}

/** Inlets of the racks for a layout that is still in the hand, on coarse cells. Rack order as in the site. */
export interface PreviewFrame {
  revision: number;
  rackIds: string[];
  rackInletMeanCelsius: Float32Array;
  rackInletMaxCelsius: Float32Array;
  rackOutletMeanCelsius: Float32Array;
  /** Coarse field, for the slice while dragging. */
  nx: number;
  ny: number;
  nz: number;
  xFaces: Float64Array;
  yFaces: Float64Array;
  zFaces: Float64Array;
  temperature: Float32Array;
  /** 1 where a cell of the coarse field holds no air. */
  solid: Uint8Array;
  /** 0..1: how far the coarse answer has settled. */
  settleProgress: number;
}

export type FromWorker =
  | { kind: 'answer'; id: number; result: WorkerCalls[WorkerCall][1] }
  | { kind: 'failure'; id: number; fault: WorkerFault }
  /** A call that takes a while is still at it. */
  | { kind: 'progress'; id: number; done: number; total: number }
  | {
      kind: 'frame';
      revision: number;
      buffer: ArrayBuffer;
      /** Rows of SERIES_COLUMNS recorded since the last frame. */
      samples: Float64Array;
      /** Simulated seconds per wall second, measured over the last second; 0 while paused. */
      rate: number;
      /** True while the air settles after an edit and the clock waits. */
      settling: boolean;
    }
  | { kind: 'preview'; frame: PreviewFrame }
  /** The room has changed within a revision, by a failure: frames that follow have this layout. */
  | { kind: 'layout'; layout: FrameLayout }
  /** The failures of the live run have changed. */
  | { kind: 'failures'; failures: LiveFailure<FailureEvent>[] }
  /** What stands in alarm in the electrical chain has changed. */
  | { kind: 'power-alarms'; alarms: PowerAlarm[]; atSeconds: number }
  | { kind: 'fault'; fault: WorkerFault };
