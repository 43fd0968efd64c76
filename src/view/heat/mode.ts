import { type Frame, readScalar } from '../../frame/layout';

export const MODES = ['idle', 'free', 'partial', 'mechanical'] as const;
export type Mode = (typeof MODES)[number];

/** How the chilled water is being cooled; null where the site's plant is not computed. */
export function modeOf(frame: Frame): Mode | null {
  return MODES[readScalar(frame, 'plantMode')] ?? null;
}
