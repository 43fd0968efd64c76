import { awaitWord, firstPlane, fork, isRecovering, lastPlane, publish, task, teamSize } from './team';

/**
 * Work in stages that follow each other plane by plane: stage h of a plane needs stage h - 1 of that plane and of both
 * its neighbours, and nothing may run ahead of that. All stages go through the planes in one wave, so that the memory of a
 * plane is still near when its next stage comes. Threads take slabs of planes and start at their common faces, every
 * second one going down, so that none waits for another to come through. The result is that of one stage after the other.
 */
type Stage = (stage: i32, plane: i32) => void;

/** Counters of the stages done, a cache line a plane. */
export let progress: usize = 0;
const LINE: usize = 64;

let base: i32 = 0;

@inline
function counter(plane: i32): usize {
  return progress + LINE * <usize>plane;
}

/** Runs the stages over planes 1 to `planes`, on all threads of the call or on this one alone. */
export function wave(stage: Stage, stages: i32, planes: i32, alone: bool): void {
  const job = task();
  job.stage = stage.index;
  job.stages = stages;
  job.planes = planes;
  if (!ASC_FEATURE_THREADS || alone || teamSize() === 1) {
    wavePart(0, 1);
    return;
  }
  const start = base;
  job.base = start;
  fork(wavePart);
  base = start + stages;
  for (let k = 1; k <= planes; k++) if (atomic.load<i32>(counter(k)) !== base) return complete(start);
}

/** The slab of one thread. */
function wavePart(part: i32, parts: i32): void {
  // A slab that a helper left undone is completed plane by plane.
  if (isRecovering()) return;
  const job = task();
  const stage = job.stage;
  const stages = job.stages;
  const planes = job.planes;
  const start = job.base;
  const first = firstPlane(planes, part, parts);
  const last = lastPlane(planes, part, parts);
  const count = last - first + 1;
  const down = parts > 1 && (part & 1) === 0;
  for (let step = 0; step < count + stages - 1; step++) {
    const from: i32 = max(0, step - count + 1);
    const to: i32 = min(stages - 1, step);
    for (let h = from; h <= to; h++) {
      const m = step - h;
      const k = down ? last - m : first + m;
      if (ASC_FEATURE_THREADS && parts > 1) {
        if (h > 0) {
          if (k === first && k > 1 && !awaitWord(counter(k - 1), start + h)) return;
          if (k === last && k < planes && !awaitWord(counter(k + 1), start + h)) return;
        }
        call_indirect<void>(stage, h, k);
        publish(counter(k), start + h + 1);
      } else call_indirect<void>(stage, h, k);
    }
  }
}

/** Does what a lost helper, and those who waited for it, have left undone. */
function complete(start: i32): void {
  const job = task();
  for (let h = 0; h < job.stages; h++) {
    for (let k = 1; k <= job.planes; k++) {
      if (atomic.load<i32>(counter(k)) - (start + h + 1) >= 0) continue;
      call_indirect<void>(job.stage, h, k);
      atomic.store<i32>(counter(k), start + h + 1);
    }
  }
}
