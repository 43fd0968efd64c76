import { temperatureColour } from '../scene/colour-map';
import classes from './heat.module.css';
import { PIPE_RANGE } from './pipe-range';

const STOPS = 12;

/** The colours of the pipes with their limits. */
export function PipeScale() {
  const { minCelsius, maxCelsius } = PIPE_RANGE;
  const colours = Array.from({ length: STOPS + 1 }, (_, n) =>
    temperatureColour(minCelsius + ((maxCelsius - minCelsius) * n) / STOPS, PIPE_RANGE),
  );
  return (
    <div className={classes.scale} aria-hidden="true">
      {minCelsius} °C
      <span style={{ background: `linear-gradient(to right, ${colours.join(', ')})` }} />
      {maxCelsius} °C
    </div>
  );
}
