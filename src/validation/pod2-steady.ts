import { createEngine, type Engine, runSteady } from '../engine/engine';
import type { BackendName } from '../engine/kernels/backend';
import type { Site } from '../site/schema/site';
import { type ErrorSummary, summarise } from './comparison';
import {
  meanBetween,
  type Pod2Drive,
  pinMinutes,
  readDrive,
  type StripPoint,
  stripPoints,
  withFanHeat,
} from './pod2-drive';
import type { Pod2Trace } from './pod2-trace';
import { type SteadyWindow, steadyWindows } from './pod2-windows';

export interface SteadyWindowRun {
  readonly window: SteadyWindow;
  /** Mean of the meter, W, and flow of the coolers together, m³/s. */
  readonly meterW: number;
  readonly coolerM3s: number;
  readonly front: ErrorSummary;
  readonly rear: ErrorSummary;
  readonly all: ErrorSummary;
}

/**
 * Solves every steady window of the trace for its steady state and compares the 24 sensors of the strips. `change`: what
 * is made of the drive as read; the heat of the fans added to the supply where it is not given.
 */
export function runSteadyWindows(
  site: Site,
  trace: Pod2Trace,
  options: { cellSize?: number; advection?: 'upwind' | 'limited'; backend: BackendName },
  change: (drive: Pod2Drive, site: Site) => Pod2Drive = withFanHeat,
): SteadyWindowRun[] {
  const points = stripPoints(site, trace);
  const drive = change(readDrive(trace), site);
  const meter = trace.column('elec_IT_power_W');
  return steadyWindows(trace, points).map((window) => {
    const engine = createEngine(site, { seed: 1, ...options });
    pinMinutes(engine, drive, engine.servers.structure.directAirflowM3s.slice(), window.from, window.to);
    runSteady(engine);
    const errors = (side?: string) => summarise(quantities(engine, points, window, side));
    return {
      window,
      meterW: meanBetween(meter, window.from, window.to),
      coolerM3s: drive.coolerM3s.reduce((sum, flow) => sum + meanBetween(flow, window.from, window.to), 0),
      front: errors('front'),
      rear: errors('rear'),
      all: errors(),
    };
  });
}

function quantities(engine: Engine, points: readonly StripPoint[], { from, to }: SteadyWindow, side?: string) {
  return points
    .filter((point) => side === undefined || point.side === side)
    .map((point) => ({
      name: `${point.racks} ${point.side} ${point.height}`,
      unit: '°C',
      reference: meanBetween(point.measured, from, to),
      simulated: engine.sensorCelsius[point.sensor]!,
    }));
}
