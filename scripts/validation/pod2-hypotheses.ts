import { readFileSync } from 'node:fs';
import { createEngine, runSteady } from '../../src/engine/engine';
import { reportOf } from '../../src/engine/report';
import { parseSite } from '../../src/site/parse';
import type { Site } from '../../src/site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../src/units/air';
import { comparePod2 } from '../../src/validation/pod2';
import { type Pod2Drive, readDrive, withFanHeat } from '../../src/validation/pod2-drive';
import { pod2Windows, stripHeights } from '../../src/validation/pod2-measured';
import { runSteadyWindows } from '../../src/validation/pod2-steady';
import type { Pod2Trace } from '../../src/validation/pod2-trace';
import { markdownTable, signed } from '../../src/validation/table';
import { POD2_WINDOWS } from '../sites/pod2-windows';

const CELL_METRES = 0.15;

interface Hypothesis {
  readonly name: string;
  readonly options?: { cellSize?: number; advection?: 'upwind' | 'limited' };
  change?(site: Site): Site;
  /** The same change for windows whose supply temperature is pinned by the trace. */
  drive?(drive: Pod2Drive, site: Site): Pod2Drive;
}

const withRacks = (site: Site, change: Partial<Site['racks'][number]>): Site => ({
  ...site,
  racks: site.racks.map((rack) => ({ ...rack, ...change })),
});

const withUnits = (site: Site, change: (unit: Site['coolingUnits'][number]) => Site['coolingUnits'][number]): Site => ({
  ...site,
  coolingUnits: site.coolingUnits.map(change),
});

/** Supply through a smaller part of the front: the same flow with more momentum. */
const supplyThrough = (size: { width: number; height: number; zMin: number }) => (site: Site) =>
  withUnits(site, (unit) => (unit.supply.to === 'room' ? { ...unit, supply: { ...unit.supply, ...size } } : unit));

/** The discharge sensor sits before the fans: their heat warms the air behind it. */
function fanHeatBehindSensor(site: Site): Site {
  return withUnits(site, (unit) => {
    const { fan, control } = unit;
    const rise =
      (fan.ratedPowerW * fan.speed ** fan.powerExponent) / (fan.ratedAirflowM3s * fan.speed * AIR_HEAT_CAPACITY);
    return { ...unit, control: { ...control, setpointCelsius: control.setpointCelsius + rise } };
  });
}

const hypotheses: readonly Hypothesis[] = [
  { name: 'as bundled' },
  { name: 'second-order limited advection', options: { advection: 'limited' } },
  { name: 'cells of 0.25 m', options: { cellSize: 0.25 } },
  { name: 'gap of 5 cm under every rack', change: (site) => withRacks(site, { underRackGap: 0.05 }) },
  { name: 'empty rack units open', change: (site) => withRacks(site, { blankingPanels: false }) },
  { name: 'supply through half the width', change: supplyThrough({ width: 0.5, height: 1.775, zMin: 0.1 }) },
  { name: 'supply through the lower third', change: supplyThrough({ width: 1, height: 0.6, zMin: 0.1 }) },
  { name: 'fan heat behind the discharge sensor', change: fanHeatBehindSensor, drive: withFanHeat },
];

/** What each idea about the cold bias does, one at a time, on the bundled windows and on those of the trace. */
export function hypothesesText(idle: Site, trace: Pod2Trace): string {
  const rows = hypotheses.map(({ name, options: own, change = (site) => site, drive = (given) => given }) => {
    process.stderr.write(`${name}\n`);
    const options = { cellSize: CELL_METRES, ...own };
    const windows = pod2Windows.map((window) => {
      const bundled = parseSite(readFileSync(`public/sites/${window.file}`, 'utf8')).site!;
      const engine = createEngine(change(bundled), { seed: 1, backend: 'wasm', ...options });
      runSteady(engine);
      return comparePod2(window, reportOf(engine));
    });
    const site = change(idle);
    const pinned = drive(readDrive(site, trace), site);
    const unseen = runSteadyWindows(site, trace, { backend: 'wasm', ...options }, pinned);
    const front = (height: string) => {
      const points = windows.flatMap(({ points: list }) =>
        list.filter((point) => point.name.endsWith(`front ${height}`)),
      );
      return points.reduce((sum, { simulated, reference }) => sum + simulated - reference, 0) / points.length;
    };
    return [
      name,
      ...windows.map(({ all }) => all.rmse.toFixed(2)),
      (unseen.reduce((sum, { all }) => sum + all.rmse, 0) / unseen.length).toFixed(2),
      stripHeights.map((height) => signed(front(height), 1)).join(' / '),
    ];
  });
  return `## Why the fronts are too cold

Ideas about the cold bias, one at a time, in cells of ${CELL_METRES} m where not said otherwise; RMSE over the 24 strip points, K, and the mean error of the fronts at the bottom,
middle and top over the three bundled windows. One that is to be kept must be known to be true of this room, and must
help on the windows of the trace, which chose nothing.

${markdownTable(['Change', ...pod2Windows.map(({ id }) => (id === 'idle' ? id : id.toUpperCase())), 'windows of the trace', 'fronts, bias K'], rows)}

None is kept. Leaks through and under the racks are not known of this room, and do not help on the windows of the trace. A
smaller outlet (the real fans are not published) helps some windows and harms others, and leaves the bottom of the fronts as it is.
Scheme and cells are worth a tenth of a kelvin. Only the heat of the coolers' fans, taken to enter behind the discharge
sensors, helps everywhere; where those sensors sit is not published, so it stays a hypothesis.

The measurement says where not to look. What the fronts have above the discharge of the coolers hardly depends on how
hot the hot aisle is:

${markdownTable(['Window', 'discharge °C', 'behind the hottest racks °C', 'front bottom above discharge K', 'front middle', 'front top'], excessRows())}

Leakage through the racks, conduction through their sides and radiation from the hot aisle would all grow with the
hot aisle. An excess that stays is air of the room that the supply mixes with on its 1.2 m way to the racks, a supply that is
warmer than its sensor, or strips that read high; the data can't tell these apart.
`;
}

/** Front strips above the measured discharge of the coolers, window by window. */
function excessRows(): string[][] {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return pod2Windows.map((window) => {
    const pinned = POD2_WINDOWS.find(({ file }) => file === window.file)!;
    const discharge = mean(pinned.coolers.map(([, celsius]) => celsius));
    const strips = Object.values(window.strips);
    const front = (height: 0 | 1 | 2) => (mean(strips.map((strip) => strip.front[height])) - discharge).toFixed(1);
    const hottest = Math.max(...strips.map(({ rear }) => mean(rear)));
    return [window.name, discharge.toFixed(1), hottest.toFixed(1), front(0), front(1), front(2)];
  });
}
