import type { FromValidation, StartValidation } from './protocol';

/** What the client needs of a `Worker`, so that tests can stand one in. */
export interface ValidationPort {
  postMessage(message: StartValidation): void;
  addEventListener(type: 'message' | 'messageerror' | 'error', listener: (event: Event) => void): void;
  terminate(): void;
}

export interface ValidationListener {
  /** Every message of the worker, in order. */
  onMessage(message: FromValidation): void;
  /** The worker itself broke: it could not be loaded, or threw outside a case. */
  onCrash(message: string): void;
}

/** Starts a run in a fresh worker; the returned function ends it, whatever it was doing. Nothing is told after that. */
export function startValidation(
  worker: ValidationPort,
  caseIds: readonly string[],
  listener: ValidationListener,
): () => void {
  let ended = false;
  const end = () => {
    ended = true;
    worker.terminate();
  };
  const crash = (event: Event) => {
    if (ended) return;
    end();
    listener.onCrash((event as ErrorEvent).message || 'The validation worker could not be started.');
  };
  worker.addEventListener('error', crash);
  worker.addEventListener('messageerror', crash);
  worker.addEventListener('message', (event) => {
    if (ended) return;
    const message = (event as MessageEvent<FromValidation>).data;
    if (message.kind === 'done') end();
    listener.onMessage(message);
  });
  worker.postMessage({ kind: 'start', caseIds });
  return end;
}
