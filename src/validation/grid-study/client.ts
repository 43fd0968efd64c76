import type { FromGridStudy, StartGridStudy } from './protocol';

/** What the client needs of a `Worker`, so that tests can stand one in. */
export interface GridStudyPort {
  postMessage(message: StartGridStudy): void;
  addEventListener(type: 'message' | 'messageerror' | 'error', listener: (event: Event) => void): void;
  terminate(): void;
}

export interface GridStudyListener {
  onMessage(message: FromGridStudy): void;
  /** The worker itself broke; the message is the browser's. */
  onCrash(message: string): void;
}

/** Starts a study in a fresh worker; the returned function ends it, whatever it was doing. Nothing is told after that. */
export function startGridStudy(
  worker: GridStudyPort,
  request: Omit<StartGridStudy, 'kind'>,
  listener: GridStudyListener,
): () => void {
  let ended = false;
  const end = () => {
    ended = true;
    worker.terminate();
  };
  const crash = (event: Event) => {
    if (ended) return;
    end();
    listener.onCrash((event as ErrorEvent).message || 'The worker could not be started.');
  };
  worker.addEventListener('error', crash);
  worker.addEventListener('messageerror', crash);
  worker.addEventListener('message', (event) => {
    if (ended) return;
    const message = (event as MessageEvent<FromGridStudy>).data;
    if (message.kind !== 'progress') end();
    listener.onMessage(message);
  });
  worker.postMessage({ kind: 'start', ...request });
  return end;
}
