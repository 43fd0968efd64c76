import type { ToWorker } from './protocol';
import { createSimulation } from './simulation';
import { createPageThreads } from './threads';

// Wiring only: messages in, slices of work between them, messages out.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const simulation = createSimulation(
  (message, transfer) => scope.postMessage(message, transfer),
  () => performance.now(),
  createPageThreads(
    scope.crossOriginIsolated,
    navigator.hardwareConcurrency,
    () => new Worker(new URL('./thread.worker.ts', import.meta.url), { type: 'module' }),
  ),
);

// A message to oneself runs after the messages already waiting, and without the 4 ms floor of a timer.
const { port1, port2 } = new MessageChannel();
let timer: ReturnType<typeof setTimeout> | undefined;
let queued = false;

function schedule(wait: number | null): void {
  if (wait === null) return;
  if (wait > 4) timer = setTimeout(run, wait);
  else if (!queued) {
    queued = true;
    port2.postMessage(null);
  }
}

function run(): void {
  schedule(simulation.work());
}

port1.onmessage = () => {
  queued = false;
  run();
};

scope.onmessage = (event: MessageEvent<ToWorker>) => {
  simulation.handle(event.data);
  clearTimeout(timer);
  schedule(0);
};
