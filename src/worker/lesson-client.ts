import type { FromLesson, StartLesson } from './lesson-protocol';
import { type RunListener, type RunPort, startRun } from './one-run';

export type LessonPort = RunPort<StartLesson>;

/** Sweeps the supply temperature in a fresh worker; the returned function ends it. */
export function startLesson(
  worker: LessonPort,
  request: Omit<StartLesson, 'kind'>,
  listener: RunListener<FromLesson>,
): () => void {
  const isLast = ({ kind }: FromLesson) => kind === 'done' || kind === 'failure';
  return startRun(worker, { kind: 'start', ...request }, isLast, listener);
}
