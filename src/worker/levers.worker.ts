import type { FromLevers, StartLevers } from './levers-protocol';
import { playLevers } from './play-levers';

// Wiring only: measures in, two periods out. What was not foreseen reaches the page as an error event.
const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = (event: MessageEvent<StartLevers>) => {
  playLevers(event.data, (message: FromLevers) => scope.postMessage(message));
};
