import type { LiveFailure } from '../frame/failure-report';
import { type Frame, type FrameLayout, viewFrame } from '../frame/layout';
import type { PowerAlarm } from '../frame/power';
import type { FailureEvent } from '../site/scenario/events';
import type { FromWorker, PreviewFrame, ToWorker, WorkerCall, WorkerCalls, WorkerFault } from './protocol';

/** What the client needs of a `Worker`, so that tests can stand one in. */
export interface WorkerPort {
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  addEventListener(type: 'message' | 'messageerror' | 'error', listener: (event: Event) => void): void;
  removeEventListener(type: 'message' | 'messageerror' | 'error', listener: (event: Event) => void): void;
  terminate(): void;
}

/** A frame with what came along with it. */
export interface FrameDelivery {
  frame: Frame;
  /** Rows of SERIES_COLUMNS recorded since the last frame. */
  samples: Float64Array;
  /** Simulated seconds per wall second; 0 while paused. */
  rate: number;
  settling: boolean;
}

/** A call that the worker refused, with the issues that it found. */
export class SimulationFault extends Error {
  readonly fault: WorkerFault;
  constructor(fault: WorkerFault) {
    super(fault.message);
    this.name = 'SimulationFault';
    this.fault = fault;
  }
}

/** What stands in alarm in the electrical chain from this time on. */
export interface PowerAlarms {
  alarms: PowerAlarm[];
  atSeconds: number;
}

/** How far a call that takes a while has come. */
export interface CallProgress {
  done: number;
  total: number;
}

export interface SimulationClient {
  call<C extends WorkerCall>(
    name: C,
    params: WorkerCalls[C][0],
    options?: { signal?: AbortSignal; onProgress?: (progress: CallProgress) => void },
  ): Promise<WorkerCalls[C][1]>;
  /** The frame stays readable until the next one has been delivered; then its buffer goes back to the pool. */
  onFrame(listener: (delivery: FrameDelivery) => void): () => void;
  onPreview(listener: (frame: PreviewFrame) => void): () => void;
  onFault(listener: (fault: WorkerFault) => void): () => void;
  onFailures(listener: (failures: LiveFailure<FailureEvent>[]) => void): () => void;
  /** What stands in alarm in the electrical chain, whenever that changes. */
  onPowerAlarms(listener: (alarms: PowerAlarms) => void): () => void;
  /** Stops the worker; calls still under way reject with an `AbortError`. */
  dispose(): void;
}

interface PendingCall {
  resolve(result: never): void;
  reject(error: Error): void;
  onProgress?: (progress: CallProgress) => void;
}

const aborted = (text: string) => new DOMException(text, 'AbortError');

function layoutOf(result: WorkerCalls[WorkerCall][1]): FrameLayout | null {
  return result !== null && 'layout' in result ? result.layout : null;
}

function emit<T>(listeners: Set<(value: T) => void>, value: T): void {
  for (const listener of [...listeners]) listener(value);
}

function subscribe<T>(listeners: Set<(value: T) => void>, listener: (value: T) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Typed calls to the simulation worker, and its frames by subscription. */
export function createSimulationClient(worker: WorkerPort): SimulationClient {
  const pending = new Map<number, PendingCall>();
  const frameListeners = new Set<(delivery: FrameDelivery) => void>();
  const previewListeners = new Set<(frame: PreviewFrame) => void>();
  const faultListeners = new Set<(fault: WorkerFault) => void>();
  const failureListeners = new Set<(failures: LiveFailure<FailureEvent>[]) => void>();
  const powerListeners = new Set<(alarms: PowerAlarms) => void>();
  let nextId = 1;
  let layout: FrameLayout | null = null;
  let heldBuffer: ArrayBuffer | null = null;
  let disposed = false;

  const release = (buffer: ArrayBuffer) => {
    worker.postMessage({ kind: 'release', buffer }, [buffer]);
  };

  const receiveFrame = (message: Extract<FromWorker, { kind: 'frame' }>) => {
    if (layout === null || message.revision !== layout.revision) {
      release(message.buffer);
      return;
    }
    const previous = heldBuffer;
    heldBuffer = message.buffer;
    emit(frameListeners, {
      frame: viewFrame(layout, message.buffer),
      samples: message.samples,
      rate: message.rate,
      settling: message.settling,
    });
    if (previous !== null) release(previous);
  };

  const receive = (event: Event) => {
    const message = (event as MessageEvent<FromWorker>).data;
    switch (message.kind) {
      case 'answer': {
        // Even a cancelled call moved the worker to this layout.
        layout = layoutOf(message.result) ?? layout;
        pending.get(message.id)?.resolve(message.result as never);
        pending.delete(message.id);
        return;
      }
      case 'failure':
        pending.get(message.id)?.reject(new SimulationFault(message.fault));
        pending.delete(message.id);
        return;
      case 'progress':
        pending.get(message.id)?.onProgress?.({ done: message.done, total: message.total });
        return;
      case 'frame':
        receiveFrame(message);
        return;
      case 'preview':
        emit(previewListeners, message.frame);
        return;
      case 'fault':
        emit(faultListeners, message.fault);
        return;
      case 'layout':
        layout = message.layout;
        return;
      case 'failures':
        emit(failureListeners, message.failures);
        return;
      case 'power-alarms':
        emit(powerListeners, message);
        return;
    }
  };

  const rejectAll = (error: Error) => {
    for (const call of pending.values()) call.reject(error);
    pending.clear();
  };

  /** The worker itself broke: it could not be loaded, or threw outside a call. */
  const receiveCrash = (event: Event) => {
    const text = (event as ErrorEvent).message || 'The simulation worker could not be started.';
    const fault: WorkerFault = { message: text, issues: [] };
    rejectAll(new SimulationFault(fault));
    emit(faultListeners, fault);
  };

  worker.addEventListener('message', receive);
  worker.addEventListener('error', receiveCrash);
  worker.addEventListener('messageerror', receiveCrash);

  return {
    call(name, params, options) {
      if (disposed) return Promise.reject(aborted('The simulation has been closed.'));
      const signal = options?.signal;
      if (signal?.aborted) return Promise.reject(aborted(`The call ${name} was cancelled.`));
      const id = nextId++;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve: resolve as PendingCall['resolve'], reject, onProgress: options?.onProgress });
        signal?.addEventListener(
          'abort',
          () => {
            if (!pending.delete(id)) return;
            worker.postMessage({ kind: 'cancel', id });
            reject(aborted(`The call ${name} was cancelled.`));
          },
          { once: true },
        );
        worker.postMessage({ kind: 'call', id, call: name, params } as ToWorker);
      });
    },
    onFrame: (listener) => subscribe(frameListeners, listener),
    onPreview: (listener) => subscribe(previewListeners, listener),
    onFault: (listener) => subscribe(faultListeners, listener),
    onFailures: (listener) => subscribe(failureListeners, listener),
    onPowerAlarms: (listener) => subscribe(powerListeners, listener),
    dispose() {
      if (disposed) return;
      disposed = true;
      worker.removeEventListener('message', receive);
      worker.removeEventListener('error', receiveCrash);
      worker.removeEventListener('messageerror', receiveCrash);
      worker.terminate();
      rejectAll(aborted('The simulation has been closed.'));
    },
  };
}
