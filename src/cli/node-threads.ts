import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createThreadTeam, type HelperPort, type ThreadTeam } from '../engine/kernels/wasm/thread-team';

/** `serveRoom` in plain JavaScript: a thread of Node cannot load this project's TypeScript by itself. */
const HELPER_PROGRAM = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ module, memory, settings, seat }) => {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  for (const [name, value] of Object.entries(settings)) exports[name].value = value;
  exports.serve(seat);
});`;

export interface NodeThreads {
  readonly team: ThreadTeam;
  /** Ends the helper threads. */
  close(): Promise<void>;
}

/** More threads than this gain little: the planes of a room are few. */
const MOST_THREADS = 4;

/** Threads that an engine in Node may use, its own included: all cores, for nothing else has to stay smooth. */
export function threadsOfMachine(): number {
  return Math.min(MOST_THREADS, availableParallelism());
}

/** A team of `threads`, the calling one included. Its helpers do not keep the process alive. */
export function createNodeThreads(threads: number): NodeThreads {
  const workers = Array.from({ length: threads - 1 }, () => new Worker(HELPER_PROGRAM, { eval: true }));
  for (const worker of workers) worker.unref();
  const ports: HelperPort[] = workers.map((worker) => ({ postMessage: (call) => worker.postMessage(call) }));
  return {
    team: createThreadTeam(ports),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
