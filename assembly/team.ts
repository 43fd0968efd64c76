/**
 * Threads that share the memory of a room: one leads, the others help. The leader runs the program and hands out phases,
 * each split by planes; helpers wait for the next phase, spinning at first and then asleep. Every sum is formed plane by
 * plane and added up by the leader in one order, so that a result does not depend on how many threads there are: a helper
 * may join or leave between two kernel calls, and where none is there the leader does everything.
 *
 * Compiled without threads, all of this comes down to calling the phase.
 */
type Phase = (part: i32, parts: i32) => void;

/** Seats for helpers in the control block; 0: the leader is alone. */
export let helpers: i32 = 0;
/** How long a thread waits for another one before it goes on without it, times 10 ms. */
export let patience: i32 = 200;

/** Where the control block lies, whatever room the memory holds; the host knows it too. A cache line for each part. */
const CONTROL: usize = 4096;
const EPOCH: usize = CONTROL;
const SLEEPERS: usize = CONTROL + 64;
const TASK: usize = CONTROL + 128;
const SEATS: usize = CONTROL + 256;
const SEAT_BYTES: usize = 64;
/**
 * Words of a seat. The helper alone writes the first and the leader alone the second, but for the host, which calls an
 * absent helper. Each looks at the other's word after writing its own, so that they cannot miss each other. (There is no
 * compare-exchange here: V8 11 miscompiles it in code that is not yet optimised.)
 */
const HELPER: usize = 0;
const LEADER: usize = 4;
const PART: usize = 8;
const START: usize = 12;
const FINISHED: usize = 16;
const PAUSE: usize = 32;

/** What a helper is; called: on its way. */
const ABSENT: i32 = 0;
const READY: i32 = 2;
const ASLEEP: i32 = 3;
/** What the leader does with it; dismissed: sent away, until the host calls it again. */
const FREE: i32 = 0;
const CLAIMED: i32 = 1;
const DISMISSED: i32 = 2;

/**
 * Looks at a word before falling asleep, some 7 ns each: 0.3 ms for those who wait for a part, 1 ms for a helper without
 * work, which is longer than what lies between two kernel calls of a running engine. To be woken takes longer than that
 * on a busy machine.
 */
const SPINS: i32 = 50_000;
const IDLE_SPINS: i32 = 150_000;
const SLEEP_NS: i64 = 10_000_000;
/** A helper without work for this many sleeps goes home. */
const IDLE_SLEEPS: i32 = 2;

/** What the phase at hand needs to know; the leader writes, all read. */
@unmanaged
export class Task {
  phase: u32;
  parts: i32;
  /** Of a wave: its stage, their number, planes, and the progress that stands for none done. */
  stage: u32;
  stages: i32;
  planes: i32;
  base: i32;
  /** Of a step: its number, and what it is about. */
  serial: i32;
  limited: i32;
  dt: f32;
  molecular: f32;
  first: f32;
  second: f32;
  /** Of the pressure: the level, and a factor. */
  level: i32;
  factor: f32;
}

@inline
export function task(): Task {
  return changetype<Task>(TASK);
}

/** Threads of the kernel call at hand. */
let parts: i32 = 1;
/** Bit n: helper n takes part. */
let team: i32 = 0;
/** Set while the leader does the share of a helper that did not answer. */
let recovering: bool = false;

@inline
function seat(n: i32): usize {
  return SEATS + SEAT_BYTES * <usize>n;
}

@inline
export function isRecovering(): bool {
  return ASC_FEATURE_THREADS ? recovering : false;
}

@inline
export function teamSize(): i32 {
  return ASC_FEATURE_THREADS ? parts : 1;
}

/** First of `planes` planes, from 1, of a part. */
@inline
export function firstPlane(planes: i32, part: i32, parts: i32): i32 {
  return 1 + (planes * part) / parts;
}

@inline
export function lastPlane(planes: i32, part: i32, parts: i32): i32 {
  return (planes * (part + 1)) / parts;
}

/**
 * On a machine that is busy with other things a helper may be kept from its part, and the leader would wait for it longer
 * than the work itself takes. Each kernel call in which the leader fell asleep adds to the strain, each other one takes a
 * little off; beyond a limit it works alone for a while.
 */
const STRAIN_OF_SLEEP: i32 = 8;
const MOST_STRAIN: i32 = 64;
const REST_CALLS: i32 = 400;
let strain: i32 = 0;
let slept: bool = false;
/** Kernel calls that the leader still does alone. */
export let rest: i32 = 0;

/** Takes the helpers that are ready for one kernel call. Those asleep are woken, to be there for the next one. */
export function gather(): void {
  if (!ASC_FEATURE_THREADS) return;
  team = 0;
  parts = 1;
  if (rest > 0) {
    rest--;
    return;
  }
  for (let n = 1; n <= helpers; n++) {
    const at = seat(n);
    if (atomic.load<i32>(at + LEADER) === DISMISSED) continue;
    if (atomic.load<i32>(at + HELPER) === ASLEEP) atomic.notify(EPOCH, -1);
    if (atomic.load<i32>(at + HELPER) !== READY) continue;
    store<i32>(at + PART, parts);
    store<i32>(at + START, atomic.load<i32>(EPOCH) + 1);
    atomic.store<i32>(at + LEADER, CLAIMED);
    if (atomic.load<i32>(at + HELPER) === READY) {
      team |= 1 << n;
      parts++;
    } else atomic.store<i32>(at + LEADER, FREE);
  }
}

/** Lets them go again. */
export function dismiss(): void {
  if (!ASC_FEATURE_THREADS) return;
  for (let n = 1; n <= helpers; n++) if (team & (1 << n)) atomic.store<i32>(seat(n) + LEADER, FREE);
  if (slept) strain += STRAIN_OF_SLEEP;
  else if (strain > 0) strain--;
  if (strain >= MOST_STRAIN) {
    strain = 0;
    rest = REST_CALLS;
  }
  slept = false;
  team = 0;
  parts = 1;
}

/** Runs a phase on all threads of the call. On return every part is done. */
export function fork(phase: Phase): void {
  if (!ASC_FEATURE_THREADS || parts === 1) {
    phase(0, 1);
    return;
  }
  const all = parts;
  task().phase = phase.index;
  task().parts = all;
  const epoch = atomic.add<i32>(EPOCH, 1) + 1;
  if (atomic.load<i32>(SLEEPERS) > 0) atomic.notify(EPOCH, -1);
  phase(0, all);
  for (let n = 1; n <= helpers; n++) {
    if ((team & (1 << n)) === 0 || awaitWord(seat(n) + FINISHED, epoch)) continue;
    dropHelper(n);
    recovering = true;
    phase(load<i32>(seat(n) + PART), all);
    recovering = false;
  }
  if (parts < all) renumber();
}

/** A helper that did not answer in time: its seat stays empty until it comes back by itself. */
function dropHelper(n: i32): void {
  atomic.store<i32>(seat(n) + LEADER, DISMISSED);
  team &= ~(1 << n);
  parts--;
}

function renumber(): void {
  let part = 1;
  for (let n = 1; n <= helpers; n++) if (team & (1 << n)) store<i32>(seat(n) + PART, part++);
}

/** Waits until a growing counter has come to `value`. False where that took longer than anyone would think. */
export function awaitWord(at: usize, value: i32): bool {
  for (let n = 0; n < SPINS; n++) {
    if (atomic.load<i32>(at) - value >= 0) return true;
    pause();
  }
  slept = true;
  for (let n = 0; n < patience; n++) {
    atomic.add<i32>(SLEEPERS, 1);
    const now = atomic.load<i32>(at);
    if (now - value < 0) atomic.wait<i32>(at, now, SLEEP_NS);
    atomic.sub<i32>(SLEEPERS, 1);
    if (atomic.load<i32>(at) - value >= 0) return true;
  }
  return false;
}

/** Moves a counter on, for those who wait for it. */
@inline
export function publish(at: usize, value: i32): void {
  atomic.store<i32>(at, value);
  if (atomic.load<i32>(SLEEPERS) > 0) atomic.notify(at, -1);
}

/** The thread's own seat; the leader uses the one numbered 0 for its pauses. */
let own: usize = SEATS;

/** Takes the same time in code that is optimised and in code that is not yet: a locked instruction on a line of its own. */
@inline
function pause(): void {
  atomic.add<i32>(own + PAUSE, 1);
}

/** What a helper does: phases as they come, until there have been none for a while or the leader sends it away. */
export function serve(n: i32): void {
  if (!ASC_FEATURE_THREADS) return;
  own = seat(n);
  let seen = atomic.load<i32>(EPOCH);
  let idle = 0;
  atomic.store<i32>(own + HELPER, READY);
  while (atomic.load<i32>(own + LEADER) !== DISMISSED) {
    if (awaitEpoch(seen)) {
      seen = atomic.load<i32>(EPOCH);
      idle = 0;
      if (atomic.load<i32>(own + LEADER) === CLAIMED && seen - load<i32>(own + START) >= 0) {
        call_indirect<void>(task().phase, load<i32>(own + PART), task().parts);
        publish(own + FINISHED, seen);
      }
    } else if (++idle >= IDLE_SLEEPS && withdraw(ABSENT)) return;
  }
  atomic.store<i32>(own + HELPER, ABSENT);
}

/** Takes itself out, unless the leader counts on it. */
function withdraw(state: i32): bool {
  atomic.store<i32>(own + HELPER, state);
  if (atomic.load<i32>(own + LEADER) !== CLAIMED) return true;
  atomic.store<i32>(own + HELPER, READY);
  return false;
}

/** True when the epoch is another one or the leader has knocked; false after one sleep without. */
function awaitEpoch(seen: i32): bool {
  for (let n = 0; n < IDLE_SPINS; n++) {
    if (atomic.load<i32>(EPOCH) !== seen) return true;
    pause();
  }
  withdraw(ASLEEP);
  atomic.add<i32>(SLEEPERS, 1);
  const woken = atomic.wait<i32>(EPOCH, seen, SLEEP_NS) !== AtomicWaitResult.TIMED_OUT;
  atomic.sub<i32>(SLEEPERS, 1);
  atomic.store<i32>(own + HELPER, READY);
  return woken;
}
