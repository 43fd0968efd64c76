/** What a client needs of a `Worker` that does one piece of work, so that tests can stand one in. */
export interface RunPort<Start> {
  postMessage(message: Start): void;
  addEventListener(type: 'message' | 'messageerror' | 'error', listener: (event: Event) => void): void;
  terminate(): void;
}

export interface RunListener<Message> {
  /** Every message of the worker, in order. */
  onMessage(message: Message): void;
  /** The worker itself broke: it could not be loaded, or threw; the message is the browser's. */
  onCrash(message: string): void;
}

/**
 * Starts one piece of work in a fresh worker, which ends with the first message that `isLast` says so of. The returned
 * function ends it at once, whatever it was doing. Nothing is told after the end.
 */
export function startRun<Start, Message>(
  worker: RunPort<Start>,
  start: Start,
  isLast: (message: Message) => boolean,
  listener: RunListener<Message>,
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
    const message = (event as MessageEvent<Message>).data;
    if (isLast(message)) end();
    listener.onMessage(message);
  });
  worker.postMessage(start);
  return end;
}
