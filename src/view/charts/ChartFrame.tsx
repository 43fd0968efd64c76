import type { ReactNode } from 'react';
import type { Frame } from '../../frame/layout';
import type { Shown } from '../numbers/format';
import { LiveNumber } from '../numbers/LiveNumber';
import classes from './charts.module.css';

export interface LegendEntry {
  id: string;
  label: string;
  colour: string;
  mark: 'area' | 'line' | 'dashed' | 'dotted';
  read(frame: Frame): number;
  format(value: number): Shown;
}

interface ChartFrameProps {
  id: string;
  question: string;
  /** Unit of the axes; where they differ the legend gives it with each value. */
  unit?: string;
  legend: readonly LegendEntry[];
  /** Said in place of the plot while there is nothing to draw. */
  instead: string | null;
  children: ReactNode;
}

function Swatch({ colour, mark }: Pick<LegendEntry, 'colour' | 'mark'>) {
  if (mark === 'area') return <span className={classes.swatch} style={{ background: colour }} />;
  const dash = mark === 'dashed' ? '4 2' : mark === 'dotted' ? '1.5 2' : undefined;
  return (
    <svg width="14" height="8" aria-hidden="true">
      <line x1="0" y1="4" x2="14" y2="4" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
    </svg>
  );
}

/** A chart under its question, with a legend that carries the present values. */
export function ChartFrame({ id, question, unit, legend, instead, children }: ChartFrameProps) {
  return (
    <figure className={classes.chart} data-testid={`chart-${id}`} data-chart={id} aria-label={question}>
      <figcaption className={classes.caption}>
        <div className={classes.head}>
          <h3 className={classes.question}>{question}</h3>
          {unit !== undefined && (
            <span className={classes.axisUnit} data-axis-unit>
              {unit}
            </span>
          )}
        </div>
        <ul className={classes.legend}>
          {legend.map((entry) => (
            <li key={entry.id} data-colour={entry.colour} data-mark={entry.mark}>
              <Swatch colour={entry.colour} mark={entry.mark} />
              <span className={classes.legendLabel}>{entry.label}</span>
              <LiveNumber read={entry.read} format={entry.format} className={classes.legendValue} />
            </li>
          ))}
        </ul>
      </figcaption>
      <div className={classes.plot}>{instead === null ? children : <p className={classes.empty}>{instead}</p>}</div>
    </figure>
  );
}
