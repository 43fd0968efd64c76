import type { FromFailures, StartFailures } from './failure-protocol';
import { playFailures } from './play-failures';

// Wiring only: scenarios in, what comes of them out. What was not foreseen reaches the page as an error event.
const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = (event: MessageEvent<StartFailures>) => {
  playFailures(
    event.data,
    (message: FromFailures) => scope.postMessage(message),
    () => performance.now(),
  );
};
