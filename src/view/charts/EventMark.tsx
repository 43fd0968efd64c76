import { useTranslation } from 'react-i18next';
import type { TimelineEvent } from '../../store/events';
import { useEventText } from '../failures/use-event-text';
import { formatClock } from '../numbers/format';
import { usePowerEvent } from '../power/alarm-text';
import type { ChartColours } from './chart-colours';

/** Paths in a box of 10 by 10 about the origin: an edit is a diamond, undo and redo are arrows, trouble is a triangle or a cross. */
const SHAPES: Record<TimelineEvent['kind'], string> = {
  edit: 'M0 -4L4 0L0 4L-4 0Z',
  undo: 'M-4 0L1 -4V-1.4H4V1.4H1V4Z',
  redo: 'M4 0L-1 -4V-1.4H-4V1.4H-1V4Z',
  'alarm-on': 'M0 -4.5L4.5 4H-4.5Z',
  'alarm-off': 'M-4 -1L-1.5 3.5L4.5 -3L3.4 -4L-1.4 1.2L-3 -2Z',
  'failure-on': 'M1.5 -5L-3.5 1H-0.5L-1.5 5L3.5 -1H0.5Z',
  'failure-off': 'M1.5 -5L-3.5 1H-0.5L-1.5 5L3.5 -1H0.5Z',
  fault: 'M-4 -2.6L-2.6 -4L0 -1.4L2.6 -4L4 -2.6L1.4 0L4 2.6L2.6 4L0 1.4L-2.6 4L-4 2.6L-1.4 0Z',
};

interface EventMarkProps {
  event: TimelineEvent;
  colours: ChartColours;
  /** Given by recharts: the box of the reference line. */
  viewBox?: { x: number; y: number };
}

/** A mark in the lane above a chart; its title tells what happened and when. */
export function EventMark({ event, colours, viewBox }: EventMarkProps) {
  const { t } = useTranslation('charts');
  const powerText = usePowerEvent();
  const failureText = useEventText();
  if (viewBox === undefined) return null;
  const hollow =
    event.kind === 'undo' || event.kind === 'redo' || event.kind === 'alarm-off' || event.kind === 'failure-off';
  const label = event.failure === undefined ? event.label : failureText(event.failure);
  const text =
    event.power === undefined ? t(`event.${event.kind}`, { label }) : powerText(event.power, event.kind === 'alarm-on');
  return (
    <g transform={`translate(${viewBox.x} 7)`} data-event={event.kind}>
      <title>{`${formatClock(event.atSeconds)} · ${text}`}</title>
      <rect x={-6} y={-6} width={12} height={12} fill="transparent" />
      <path d={SHAPES[event.kind]} fill={hollow ? colours.ground : colours.ink} stroke={colours.ink} strokeWidth={1} />
    </g>
  );
}
