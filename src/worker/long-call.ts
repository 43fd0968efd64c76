import type { FromWorker, WorkerCalls } from './protocol';

type Answer = WorkerCalls[keyof WorkerCalls][1];

/** Work behind a call that takes a while, one piece at a time. */
export type LongWork = Iterator<{ done: number; total: number }, Answer, void>;

/** Time between two reports of progress, ms. */
const PROGRESS_MS = 100;

/**
 * The calls that take a while, one after the other. Pieces of work are done between the slices of the simulation, so that
 * it goes on meanwhile.
 */
export interface LongCalls {
  readonly waiting: boolean;
  start(id: number, work: LongWork): void;
  cancel(id: number): void;
  /** The layout has changed: what was asked about it is answered with null. */
  forget(): void;
  /** Does pieces of the first call until `until`, at least one. */
  work(until: number): void;
}

export function createLongCalls(
  post: (message: FromWorker, transfer: Transferable[]) => void,
  now: () => number,
  faultOf: (error: unknown) => Extract<FromWorker, { kind: 'failure' }>['fault'],
): LongCalls {
  const calls: { id: number; work: LongWork }[] = [];
  let reportedAt = Number.NEGATIVE_INFINITY;
  const drop = (id: number) => {
    const at = calls.findIndex((call) => call.id === id);
    // Work that is given up lets go of what it holds.
    if (at >= 0) calls.splice(at, 1)[0]!.work.return?.();
  };
  const doPiece = ({ id, work }: { id: number; work: LongWork }) => {
    try {
      const piece = work.next();
      if (piece.done) {
        drop(id);
        post({ kind: 'answer', id, result: piece.value }, []);
      } else if (now() - reportedAt >= PROGRESS_MS) {
        reportedAt = now();
        post({ kind: 'progress', id, ...piece.value }, []);
      }
    } catch (error) {
      drop(id);
      post({ kind: 'failure', id, fault: faultOf(error) }, []);
    }
  };
  return {
    get waiting() {
      return calls.length > 0;
    },
    start: (id, work) => void calls.push({ id, work }),
    cancel: drop,
    forget() {
      for (const { id, work } of calls.splice(0)) {
        work.return?.();
        post({ kind: 'answer', id, result: null }, []);
      }
    },
    work(until) {
      do {
        if (calls.length === 0) return;
        doPiece(calls[0]!);
      } while (now() < until);
    },
  };
}
