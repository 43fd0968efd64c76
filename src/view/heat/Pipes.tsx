import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../frame/layout';
import { formatCelsius, type Shown } from '../numbers/format';
import { LiveNumber } from '../numbers/LiveNumber';
import { useSlowFrame } from '../numbers/use-slow-frame';
import { temperatureColour } from '../scene/colour-map';
import classes from './heat.module.css';
import { PIPE_RANGE } from './pipe-range';

interface PipesProps {
  /** What flows: air, chilled water, condenser water. */
  name: string;
  /** Temperature on the way to what cools it, and on the way back. */
  warm: (frame: Frame) => number;
  cold: (frame: Frame) => number;
  flow: (frame: Frame) => number;
  formatFlow: (value: number) => Shown;
}

function Pipe({ read, direction }: { read: (frame: Frame) => number; direction: 'warm' | 'cold' }) {
  const { t } = useTranslation('heat');
  const line = useRef<HTMLSpanElement>(null);
  useSlowFrame((frame) => {
    const celsius = frame === null ? Number.NaN : read(frame);
    const colour = Number.isFinite(celsius) ? temperatureColour(celsius, PIPE_RANGE) : 'var(--line)';
    line.current?.style.setProperty('--pipe', colour);
  });
  return (
    <div className={classes.pipe} data-direction={direction}>
      <span className={classes.pipeLine} ref={line} aria-hidden="true" />
      <span className={classes.pipeText}>
        <span className={classes.srOnly}>{t(`pipe.${direction}`)} </span>
        <LiveNumber read={read} format={formatCelsius} />
      </span>
    </div>
  );
}

/** Flow and return between two stations, coloured by their temperatures. */
export function Pipes({ name, warm, cold, flow, formatFlow }: PipesProps) {
  return (
    <li className={classes.pipes}>
      <Pipe read={warm} direction="warm" />
      <div className={classes.pipeName}>
        {name}
        <LiveNumber read={flow} format={formatFlow} className={classes.pipeFlow} />
      </div>
      <Pipe read={cold} direction="cold" />
    </li>
  );
}
