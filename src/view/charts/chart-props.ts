import type { TimelineEvent } from '../../store/events';
import type { ChartSpan } from './chart-clock';
import type { ChartColours } from './chart-colours';

/** What every chart is given: the shared time axis, what happened in it, and the colours of the theme. */
export interface ChartProps {
  span: ChartSpan;
  events: readonly TimelineEvent[];
  colours: ChartColours;
}

/** Charts with this id move their cursors together. */
export const SYNC_ID = 'isotherm-time';

/** Points drawn per chart: more than a plot has pixels to tell apart is wasted work. */
export const MAX_POINTS = 300;

export const PLOT_MARGIN = { top: 14, right: 10, bottom: 0, left: 0 } as const;
export const VALUE_AXIS_WIDTH = 40;
