import { create } from 'zustand';
import { FRAME_SCALARS, type FrameScalar } from '../frame/layout';
import { latestFrame } from './frames';

/** The facility's numbers just before the last edit, to show what it changed. */
export interface Baseline {
  label: string;
  scalars: Partial<Record<FrameScalar, number>>;
}

export const useBaseline = create<{ baseline: Baseline | null }>()(() => ({ baseline: null }));

/** Remembers the current numbers; edits that follow before the air has settled keep the first baseline. */
export function captureBaseline(label: string, settling: boolean): void {
  const frame = latestFrame();
  const current = useBaseline.getState().baseline;
  if (frame === null) return;
  if (settling && current !== null) {
    useBaseline.setState({ baseline: { ...current, label } });
    return;
  }
  const scalars = Object.fromEntries(FRAME_SCALARS.map((name, index) => [name, frame.scalars[index]!]));
  useBaseline.setState({ baseline: { label, scalars } });
}

export function clearBaseline(): void {
  useBaseline.setState({ baseline: null });
}

/**
 * By how much the computing asked for has changed since the baseline, as a share of what it was; null where there is no
 * baseline or nothing to compare. What the headline numbers changed by holds this too.
 */
export function loadChange(baseline: Baseline | null, demandRateNow: number): number | null {
  const before = baseline?.scalars.demandRate ?? Number.NaN;
  const change = demandRateNow / before - 1;
  return Number.isFinite(change) ? change : null;
}
