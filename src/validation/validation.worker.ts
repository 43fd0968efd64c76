import type { StartValidation } from './protocol';
import { runCases } from './run-cases';

// Wiring only: one message in, the story of the run out.
const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = (event: MessageEvent<StartValidation>) => {
  runCases(
    event.data.caseIds,
    (message) => scope.postMessage(message),
    () => performance.now(),
  );
};
