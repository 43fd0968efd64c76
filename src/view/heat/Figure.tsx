import type { Frame } from '../../frame/layout';
import type { Shown } from '../numbers/format';
import { LiveNumber } from '../numbers/LiveNumber';
import classes from './heat.module.css';

interface FigureProps {
  label: string;
  read: (frame: Frame) => number;
  format: (value: number) => Shown;
  testId?: string;
}

/** A live number under its name. */
export function Figure({ label, read, format, testId }: FigureProps) {
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd>
        <LiveNumber read={read} format={format} testId={testId} />
      </dd>
    </div>
  );
}
