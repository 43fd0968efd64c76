import { createThreadTeam, type ThreadTeam } from '../engine/kernels/wasm/thread-team';

/** More threads than this gain little: the planes of a room are few. */
const MOST_THREADS = 4;

/** Threads of a simulation, the calling one included: one core stays with the page. */
export function threadsFor(cores: number): number {
  return Math.max(1, Math.min(MOST_THREADS, cores - 1));
}

/**
 * The team of the calling worker: helper threads over shared memory. Null, and the simulation runs on its own thread as
 * it does anyway, where the page is not cross-origin isolated, the cores are too few or no further worker can be made.
 */
export function createPageThreads(isolated: boolean, cores: number, start: () => Worker): ThreadTeam | null {
  const helpers = isolated ? threadsFor(cores) - 1 : 0;
  if (helpers === 0) return null;
  try {
    return createThreadTeam(
      Array.from({ length: helpers }, () => {
        const worker = start();
        // The simulation does without a helper that breaks; the page need not hear of it.
        worker.addEventListener('error', (event) => event.preventDefault());
        return worker;
      }),
    );
  } catch {
    return null;
  }
}
