import { FRAME_SCALARS, type FrameScalar } from '../frame/layout';
import { createPowerTotals, type PowerTotals } from './plant/power-totals';

/** Facility-wide numbers of the last step, by the names that frames and reports use; NaN where not known. */
export type Measures = Record<FrameScalar, number> & {
  /** Sums since the clock started, J: heat from equipment into the air; heat out by units, surfaces and openings. */
  heatInJ: number;
  heatOutJ: number;
  /** Heat that air took into equipment and has not yet given back to the room, since the start, J. */
  onItsWayJ: number;
  /** Heat in the room's air now and when the clock started, J above 0 °C. */
  airHeatJ: number;
  startAirHeatJ: number;
  readonly power: PowerTotals;
};

export function createMeasures(): Measures {
  const scalars = Object.fromEntries(FRAME_SCALARS.map((name) => [name, Number.NaN])) as Record<FrameScalar, number>;
  return {
    ...scalars,
    itJ: 0,
    facilityJ: 0,
    waterL: 0,
    carbonKg: 0,
    cost: 0,
    heatInJ: 0,
    heatOutJ: 0,
    onItsWayJ: 0,
    airHeatJ: Number.NaN,
    startAirHeatJ: Number.NaN,
    power: createPowerTotals(),
  };
}
