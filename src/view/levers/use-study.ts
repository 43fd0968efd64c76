import { useCallback, useEffect, useState } from 'react';
import type { LeverStudy } from '../../frame/levers';

export type StudyState =
  | { kind: 'loading' }
  | { kind: 'ready'; study: LeverStudy }
  | { kind: 'failed'; message: string; again: () => void };

async function loadStudy(signal: AbortSignal): Promise<LeverStudy> {
  const response = await fetch(new URL('levers.json', document.baseURI), { signal });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const study = (await response.json()) as LeverStudy;
  if (study.format !== 'isotherm-levers' || study.version !== 1) throw new Error('levers.json');
  return study;
}

/** The figures of the last `npm run levers`, which ship with the app. */
export function useStudy(): StudyState {
  const [state, setState] = useState<StudyState>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((n) => n + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads anew
  useEffect(() => {
    const abort = new AbortController();
    setState({ kind: 'loading' });
    loadStudy(abort.signal).then(
      (study) => setState({ kind: 'ready', study }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error), again });
      },
    );
    return () => abort.abort();
  }, [attempt, again]);
  return state;
}
