import { useRef } from 'react';
import type { Frame } from '../../frame/layout';
import { type Shown, UNKNOWN } from './format';
import classes from './numbers.module.css';
import { useSlowFrame } from './use-slow-frame';

interface LiveNumberProps {
  /** Reads the number from a frame; NaN where it is not known. */
  read: (frame: Frame) => number;
  format: (value: number) => Shown;
  testId?: string;
  className?: string;
}

/** A number of the running simulation, written straight into the page four times a second. */
export function LiveNumber({ read, format, testId, className }: LiveNumberProps) {
  const text = useRef<HTMLSpanElement>(null);
  const unit = useRef<HTMLSpanElement>(null);
  useSlowFrame((frame) => {
    const shown = format(frame === null ? Number.NaN : read(frame));
    if (text.current) text.current.textContent = shown.text;
    if (unit.current) unit.current.textContent = shown.text === UNKNOWN ? '' : ` ${shown.unit}`;
  });
  return (
    <span className={[classes.number, className].filter(Boolean).join(' ')} data-testid={testId}>
      <span ref={text} />
      <span ref={unit} className={classes.unit} />
    </span>
  );
}
