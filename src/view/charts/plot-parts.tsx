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
  domain: [number | 'auto', number | 'auto'] | ((range: readonly [number, number]) => [number, number]);
  format(value: number): string;
  right?: boolean;
}

export function valueAxis(colours: ChartColours, { id = 'left', domain, format, right }: ValueAxisOptions) {
  return (
    <YAxis
      key={`axis-${id}`}
      yAxisId={id}
      orientation={right ? 'right' : 'left'}
      domain={domain}
      width={VALUE_AXIS_WIDTH}
      tickCount={4}
      tickFormatter={format}
      tick={{ fontSize: 10.5, fill: colours.inkDim }}
      stroke={colours.grid}
      tickLine={false}
      axisLine={false}
    />
  );
}

/** The range of the data with air around it; at least `leastShare` of its middle, so that noise does not fill the plot. */
export function paddedDomain(leastShare: number) {
  return ([low, high]: readonly [number, number]): [number, number] => {
    if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
    const middle = (low + high) / 2;
    const half = Math.max(((high - low) / 2) * 1.15, Math.abs(middle) * leastShare * 0.5);
    return [middle - half, middle + half];
  };
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
