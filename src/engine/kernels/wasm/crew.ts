import type { Mesh } from '../mesh';
import type { RoomMemory } from './memory';
import type { KernelExports } from './module';
import type { ThreadTeam } from './thread-team';

/** Cells of a room from which on a second thread is worth calling. */
const SHARED_ROOM_CELLS = 16_384;
/** Planes that each thread should have at least. */
const PLANES_PER_THREAD = 4;

/** The words of the helpers' seats in the shared memory, and what they say; see assembly/team.ts. */
const SEATS_BYTE = 4096 + 256;
const SEAT_BYTES = 64;
const ABSENT = 0;
const CALLED = 1;
const FREE = 0;
const DISMISSED = 2;

/** Helpers of a team that a room has work for. */
export function usefulHelpers(team: ThreadTeam, mesh: Mesh): number {
  if (mesh.nx * mesh.ny * mesh.nz < SHARED_ROOM_CELLS) return 0;
  return Math.max(0, Math.min(team.helpers.length, Math.floor(mesh.nz / PLANES_PER_THREAD) - 1));
}

/** The helpers of one room. */
export interface Crew {
  /** Calls those who are not there, without waiting for them: who comes late helps from the next kernel call on. */
  summon(): void;
  /** Sends all away, and gives the memory back. */
  release(): void;
}

export function createCrew(
  team: ThreadTeam,
  helpers: number,
  module: WebAssembly.Module,
  room: RoomMemory,
  leading: KernelExports,
): Crew {
  const { memory } = room;
  const words = new Int32Array(memory.buffer);
  const seats = Array.from({ length: helpers }, (_, n) => {
    const helper = (SEATS_BYTE + SEAT_BYTES * (n + 1)) / 4;
    return { seat: n + 1, helper, leader: helper + 1, settings: room.helperSettings(n + 1) };
  });
  return {
    summon() {
      if ((leading.rest.value as number) > 1) return;
      for (const { seat, helper, leader, settings } of seats) {
        if (Atomics.load(words, helper) !== ABSENT) continue;
        Atomics.store(words, leader, FREE);
        Atomics.store(words, helper, CALLED);
        team.helpers[seat - 1]!.postMessage({ module, memory, settings, seat });
      }
    },
    release() {
      // Who is there or on the way notices, and leaves the seat by itself; until then nobody is called to it.
      for (const { leader } of seats) Atomics.store(words, leader, DISMISSED);
      team.giveBack(memory);
    },
  };
}
