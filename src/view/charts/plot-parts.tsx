import { CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { TimelineEvent } from '../../store/events';
import { formatClock, joinShown, type Shown, UNKNOWN } from '../numbers/format';
import type { ChartSpan } from './chart-clock';
import type { ChartColours } from './chart-colours';
import { VALUE_AXIS_WIDTH } from './chart-props';
import classes from './charts.module.css';
import { EventMark } from './EventMark';
import { tickText, timeTicks } from './time-axis';

/**
 * Elements of a recharts chart are its direct children, so these are functions that give elements. What does not
 * change from one redraw to the next must be made once (useMemo): a chart re-reads every element that is new.
 */

export function timeAxis(span: ChartSpan, colours: ChartColours) {
  const length = span.toSeconds - span.fromSeconds;
  return (
    <XAxis
      dataKey="seconds"
      type="number"
      domain={[span.fromSeconds, span.toSeconds]}
      allowDataOverflow
      ticks={timeTicks(span.fromSeconds, span.toSeconds, 6)}
      tickFormatter={(seconds: number) => tickText(seconds, length)}
      tick={{ fontSize: 10.5, fill: colours.inkDim }}
      stroke={colours.grid}
      height={18}
      tickLine={false}
    />
  );
}

export function grid(colours: ChartColours) {
  return <CartesianGrid key="grid" stroke={colours.grid} vertical={false} />;
}

interface ValueAxisOptions {
  id?: string;
  /** Round values from the bottom of the plot to its top. */
  ticks: readonly number[];
  format(value: number): string;
  right?: boolean;
}

export function valueAxis(colours: ChartColours, { id = 'left', ticks, format, right }: ValueAxisOptions) {
  return (
    <YAxis
      key={`axis-${id}`}
      yAxisId={id}
      orientation={right ? 'right' : 'left'}
      domain={[ticks[0]!, ticks.at(-1)!]}
      ticks={[...ticks]}
      interval={0}
      allowDataOverflow
      width={VALUE_AXIS_WIDTH}
      tickFormatter={format}
      tick={{ fontSize: 10.5, fill: colours.inkDim }}
      stroke={colours.grid}
      tickLine={false}
      axisLine={false}
    />
  );
}

/** Marks of what happened, in a lane above the plot. */
export function eventMarks(events: readonly TimelineEvent[], colours: ChartColours) {
  return events.map((event) => (
    <ReferenceLine
      key={event.id}
      x={event.atSeconds}
      yAxisId="left"
      stroke={colours.inkDim}
      strokeOpacity={0.45}
      strokeDasharray="2 3"
      ifOverflow="hidden"
      label={<EventMark event={event} colours={colours} />}
    />
  ));
}

interface HoverEntry {
  id: string;
  label: string;
  read(row: Record<string, unknown>): number;
  format(value: number): Shown;
}

function HoverCard({ row, entries }: { row: Record<string, unknown>; entries: readonly HoverEntry[] }) {
  return (
    <div className={classes.hover}>
      <div className={classes.hoverTime}>{formatClock(Number(row.seconds))}</div>
      {entries.map(({ id, label, read, format }) => {
        const shown = format(read(row));
        return (
          <div key={id} className={classes.hoverRow}>
            <span>{label}</span>
            <span>{shown.text === UNKNOWN ? UNKNOWN : joinShown(shown)}</span>
          </div>
        );
      })}
    </div>
  );
}

const numberIn = (row: Record<string, unknown>, column: string): number => {
  const value = row[column];
  return typeof value === 'number' ? value : Number.NaN;
};

/** The values under the pointer with their units. */
export function hover(entries: readonly (Omit<HoverEntry, 'read'> & { read?: HoverEntry['read'] })[]) {
  const complete = entries.map((entry) => ({
    read: (row: Record<string, unknown>) => numberIn(row, entry.id),
    ...entry,
  }));
  return (
    <Tooltip
      key="hover"
      isAnimationActive={false}
      content={({ active, payload }) => {
        const row = payload?.[0]?.payload as Record<string, unknown> | undefined;
        return active && row !== undefined ? <HoverCard row={row} entries={complete} /> : null;
      }}
    />
  );
}
