import type { FromFailures, StartFailures } from './failure-protocol';

/** What the client needs of a `Worker`, so that tests can stand one in. */
export interface FailurePort {
  postMessage(message: StartFailures): void;
  addEventListener(type: 'message' | 'messageerror' | 'error', listener: (event: Event) => void): void;
  terminate(): void;
}

export interface FailureListener {
  onMessage(message: FromFailures): void;
  /** The worker itself broke; the message is the browser's. */
  onCrash(message: string): void;
}

/** Plays scenarios in a fresh worker; the returned function ends it, whatever it was doing. Nothing is told after that. */
export function startFailures(
  worker: FailurePort,
  request: Omit<StartFailures, 'kind'>,
  listener: FailureListener,
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
    const message = (event as MessageEvent<FromFailures>).data;
    if (message.kind === 'done' || message.kind === 'failure') end();
    listener.onMessage(message);
  });
  worker.postMessage({ kind: 'start', ...request });
  return end;
}
