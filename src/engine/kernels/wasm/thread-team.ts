import { instantiate, MAXIMUM_PAGES } from './module';

/** What a helper thread needs to work on a room: the compiled kernels, the room's memory, its addresses, and a seat. */
export interface HelperCall {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly settings: Readonly<Record<string, number>>;
  /** From 1; the leading thread has none. */
  readonly seat: number;
}

/** A thread that takes calls: a worker of the page or of Node, whose first duty is `serveRoom`. */
export interface HelperPort {
  postMessage(call: HelperCall): void;
}

/** Threads that help with the rooms of one engine, and the memories that they share with it. */
export interface ThreadTeam {
  readonly helpers: readonly HelperPort[];
  /** A shared memory of at least that size, zeroed where a room's arrays lie. */
  takeMemory(pages: number): WebAssembly.Memory;
  /** Takes a memory back, for another room. */
  giveBack(memory: WebAssembly.Memory): void;
}

/** The words that threads exchange lie before this byte and outlive the room. */
const ROOM_START = 8192;
const PAGE_BYTES = 65_536;

/**
 * A team of the calling thread and those behind the ports. Memories are used again and again: engines drop a shared
 * memory only when all threads have, and a helper that sleeps collects no garbage.
 */
export function createThreadTeam(helpers: readonly HelperPort[]): ThreadTeam {
  const free: WebAssembly.Memory[] = [];
  return {
    helpers,
    takeMemory(pages) {
      const memory = free.pop();
      if (memory === undefined) return createSharedMemory(pages);
      const missing = pages - memory.buffer.byteLength / PAGE_BYTES;
      try {
        if (missing > 0) memory.grow(missing);
      } catch {
        free.push(memory);
        return createSharedMemory(pages);
      }
      new Uint8Array(memory.buffer).fill(0, ROOM_START);
      return memory;
    },
    giveBack(memory) {
      free.push(memory);
    },
  };
}

/** With room to grow; where so much of the address space cannot be had, of that size for good. */
function createSharedMemory(pages: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: MAXIMUM_PAGES, shared: true });
  } catch {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  }
}

/** What a helper thread does with a call; returns when the room has had no work for some 20 ms. */
export function serveRoom({ module, memory, settings, seat }: HelperCall): void {
  instantiate(module, memory, settings).serve(seat);
}
