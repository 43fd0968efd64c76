import { readFileSync } from 'node:fs';
import { createEngine, runSteady } from '../../src/engine/engine';
import { reportOf } from '../../src/engine/report';
import { parseSite } from '../../src/site/parse';
import type { Site } from '../../src/site/schema/site';
import { AIR_HEAT_CAPACITY } from '../../src/units/air';
import { comparePod2 } from '../../src/validation/pod2';
import { pod2Windows, stripHeights } from '../../src/validation/pod2-measured';
import { runSteadyWindows } from '../../src/validation/pod2-steady';
import type { Pod2Trace } from '../../src/validation/pod2-trace';
import { markdownTable, signed } from '../../src/validation/table';

interface Hypothesis {
  readonly name: string;
  readonly options?: { cellSize?: number; advection?: 'upwind' | 'limited' };
  change?(site: Site): Site;
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
  { name: 'cells of 0.1 m', options: { cellSize: 0.1 } },
  { name: 'gap of 5 cm under every rack', change: (site) => withRacks(site, { underRackGap: 0.05 }) },
  { name: 'empty rack units open', change: (site) => withRacks(site, { blankingPanels: false }) },
  { name: 'supply through half the width', change: supplyThrough({ width: 0.5, height: 1.775, zMin: 0.1 }) },
  { name: 'supply through the lower third', change: supplyThrough({ width: 1, height: 0.6, zMin: 0.1 }) },
  { name: 'fan heat behind the discharge sensor', change: fanHeatBehindSensor },
];

/** What each idea about the cold bias does, one at a time, on the bundled windows and on those of the trace. */
export function hypothesesText(idle: Site, trace: Pod2Trace): string {
  const rows = hypotheses.map(({ name, options = {}, change = (site) => site }) => {
    process.stderr.write(`${name}\n`);
    const windows = pod2Windows.map((window) => {
      const site = change(parseSite(readFileSync(`public/sites/${window.file}`, 'utf8')).site!);
      const engine = createEngine(site, { seed: 1, backend: 'wasm', ...options });
      runSteady(engine);
      return comparePod2(window, reportOf(engine));
    });
    const unseen = runSteadyWindows(change(idle), trace, { backend: 'wasm', ...options });
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

Ideas about the cold bias, one at a time; RMSE over the 24 strip points, K, and the mean error of the fronts at the bottom,
middle and top over the three bundled windows. One that is to be kept must be known to be true of this room, and must
help on the windows of the trace, which chose nothing.

${markdownTable(['Change', ...pod2Windows.map(({ id }) => (id === 'idle' ? id : id.toUpperCase())), 'windows of the trace', 'fronts, bias K'], rows)}

`;
}
