import { readFileSync } from 'node:fs';
import { createEngine, runSteady } from '../../src/engine/engine';
import { reportOf } from '../../src/engine/report';
import { parseSite } from '../../src/site/parse';
import type { Site } from '../../src/site/schema/site';
import { AIR_HEAT_CAPACITY, RACK_UNIT_METRES } from '../../src/units/air';
import { errorOf } from '../../src/validation/comparison';
import { comparePod2 } from '../../src/validation/pod2';
import { balanceCoolers, balancedDrive, type CoolerBalance } from '../../src/validation/pod2-balance';
import { type Pod2Drive, readDrive, stripPoints } from '../../src/validation/pod2-drive';
import { type Pod2Window, pod2Windows, stripHeights } from '../../src/validation/pod2-measured';
import { runSteadyWindows } from '../../src/validation/pod2-steady';
import type { Pod2Trace } from '../../src/validation/pod2-trace';
import { markdownTable, signed } from '../../src/validation/table';
import { POD2_WINDOWS } from '../sites/pod2-windows';
import { radiationText } from './pod2-radiation';

const CELL_METRES = 0.15;

/** What is done to a bundled window and, in the same way, to a window of the trace. */
interface Hypothesis {
  readonly name: string;
  readonly options?: { cellSize?: number; advection?: 'upwind' | 'limited' };
  /** `otherW`: what the servers of a rack do not report, W. */
  change?(site: Site, otherW: number): Site;
  /** Supply and flow of the coolers of a bundled window, and of the trace. */
  coolers?(site: Site, window: Pod2Window): Site;
  drive?(drive: Pod2Drive, site: Site): Pod2Drive;
}

type Unit = Site['coolingUnits'][number];
type Rack = Site['racks'][number];

const withRacks = (site: Site, change: (rack: Rack) => Rack): Site => ({ ...site, racks: site.racks.map(change) });
const withUnits = (site: Site, change: (unit: Unit) => Unit): Site => ({
  ...site,
  coolingUnits: site.coolingUnits.map(change),
});

/** Supply through a smaller part of the front: the same flow with more momentum. */
const supplyThrough = (size: { width: number; height: number; zMin: number }) => (site: Site) =>
  withUnits(site, (unit) => (unit.supply.to === 'room' ? { ...unit, supply: { ...unit.supply, ...size } } : unit));

/**
 * What servers do not report goes into power shelf and switches, half each, in the gaps that the chassis leave; their flow
 * follows from a rise at the 540 W a rack of the idle windows.
 */
const outsideServers = (riseKelvin: number) => (site: Site, otherW: number) =>
  withRacks(site, (rack) => ({
    ...rack,
    contents: [
      ...rack.contents.map((content) =>
        content.kind === 'chassis' ? { ...content, powerW: content.powerW - otherW / rack.contents.length } : content,
      ),
      ...[0.95, 1.9].map((zMin) => ({
        kind: 'chassis' as const,
        id: `other-${zMin}`,
        uStart: Math.floor((zMin - rack.uBase) / RACK_UNIT_METRES) + 1,
        uSize: 2,
        vent: { zMin, height: 0.1, width: 0.45 },
        powerW: otherW / 2,
        liquidFraction: 0,
        airflowM3s: 270 / (AIR_HEAT_CAPACITY * riseKelvin),
        heatCapacityJK: 0,
        heatExchangeEffectiveness: 0.8,
      })),
    ],
  }));

const pinnedOf = (window: Pod2Window) => POD2_WINDOWS.find(({ file }) => file === window.file)!;

/** Supply above the discharge sensors by so much, and by the fans' heat or not; `byBalance`: flow from the room's heat balance. */
function coolersWith(offsetKelvin: number, byBalance: boolean) {
  return (site: Site, window: Pod2Window): Site => {
    const { coolers, itMeterW } = pinnedOf(window);
    const flows = site.coolingUnits.map(({ fan }) => fan.ratedAirflowM3s * fan.speed);
    const flow = flows.reduce((sum, value) => sum + value, 0);
    const supply = coolers.reduce((sum, [, celsius], n) => sum + (celsius * flows[n]!) / flow, 0) + offsetKelvin;
    const balanced = itMeterW / (AIR_HEAT_CAPACITY * (window.returnCelsius - supply));
    return {
      ...site,
      coolingUnits: site.coolingUnits.map((unit, n) => ({
        ...unit,
        fan: { ...unit.fan, speed: unit.fan.speed * (byBalance ? balanced / flow : 1) },
        control: { ...unit.control, setpointCelsius: coolers[n]![1] + offsetKelvin },
      })),
    };
  };
}

function hypotheses(balance: CoolerBalance): readonly Hypothesis[] {
  const balanced = {
    coolers: coolersWith(balance.supplyOffsetKelvin, true),
    drive: (drive: Pod2Drive) => balancedDrive(drive, balance),
  };
  return [
    { name: 'as bundled' },
    {
      name: 'discharge sensors behind the fans (as bundled before)',
      coolers: coolersWith(0, false),
      drive: (drive) => drive,
    },
    { name: 'supply and flow by the heat balance', ...balanced },
    { name: 'what servers do not report outside them (10 K)', change: outsideServers(10) },
    { name: 'both', ...balanced, change: outsideServers(10) },
    { name: 'both, with half the flow outside servers (20 K)', ...balanced, change: outsideServers(20) },
    { name: 'both, with 1.4 times the flow outside servers (7 K)', ...balanced, change: outsideServers(7) },
    { name: 'second-order limited advection', options: { advection: 'limited' } },
    { name: 'cells of 0.25 m', options: { cellSize: 0.25 } },
    {
      name: 'gap of 5 cm under every rack',
      change: (site) => withRacks(site, (rack) => ({ ...rack, underRackGap: 0.05 })),
    },
    {
      name: 'empty rack units open',
      change: (site) => withRacks(site, (rack) => ({ ...rack, blankingPanels: false })),
    },
    { name: 'supply through half the width', change: supplyThrough({ width: 0.5, height: 1.775, zMin: 0.1 }) },
    { name: 'supply through the lower third', change: supplyThrough({ width: 1, height: 0.6, zMin: 0.1 }) },
  ];
}

/** What each idea about the cold bias does, one at a time, on the bundled windows and on those of the trace. */
export function hypothesesText(idle: Site, trace: Pod2Trace): string {
  const balance = balanceCoolers(trace, readDrive(trace), stripPoints(idle, trace));
  const rows = hypotheses(balance).map(({ name, options: own, change = (site) => site, coolers, drive }) => {
    process.stderr.write(`${name}\n`);
    const options = { cellSize: CELL_METRES, ...own };
    const windows = pod2Windows.map((window) => {
      const bundled = parseSite(readFileSync(`public/sites/${window.file}`, 'utf8')).site!;
      const { itMeterW, racks } = pinnedOf(window);
      const otherW = (itMeterW - racks.reduce((sum, [watts]) => sum + watts, 0)) / racks.length;
      const site = change(coolers?.(bundled, window) ?? bundled, otherW);
      const engine = createEngine(site, { seed: 1, backend: 'wasm', ...options });
      runSteady(engine);
      return comparePod2(window, reportOf(engine));
    });
    // The trace pins every power itself.
    const unseen = runSteadyWindows(change(idle, 0), trace, { backend: 'wasm', ...options }, drive);
    const front = (height: string) => {
      const points = windows.flatMap(({ points: list }) =>
        list.filter((point) => point.name.endsWith(`front ${height}`)),
      );
      return points.reduce((sum, point) => sum + errorOf(point), 0) / points.length;
    };
    const gap = Math.max(...windows.flatMap(({ frontGaps }) => frontGaps.map((pair) => Math.abs(errorOf(pair)))));
    return [
      name,
      ...windows.map(({ all }) => all.rmse.toFixed(2)),
      (unseen.reduce((sum, { all }) => sum + all.rmse, 0) / unseen.length).toFixed(2),
      Math.max(...unseen.map(({ all }) => all.rmse)).toFixed(2),
      gap.toFixed(1),
      stripHeights.map((height) => signed(front(height), 1)).join(' / '),
    ];
  });
  const heading = [
    'Change',
    ...pod2Windows.map(({ id }) => (id === 'idle' ? id : id.toUpperCase())),
    'trace, mean',
    'trace, worst',
    'worst gap K',
    'fronts, bias K',
  ];
  return `## Why the fronts are too cold

### What the heat balance says

The meter of the racks, the return and discharge sensors of the coolers and their fan signal overdetermine the room. Least squares
over the steady windows of the trace, in which no strip takes part, want a supply that is ${balance.supplyOffsetKelvin.toFixed(2)} ± ${balance.offsetErrorKelvin.toFixed(2)} K warmer than the
discharge sensors read, and ${balance.flowScale.toFixed(2)} times the flow of the published fan curve; ${Math.round(balance.residualW)} W (root mean square) remain of 28 to 71 kW. As
read, the air of the idle windows takes up 10 % more heat than the meter shows and that of the loaded ones 1 to 3 % less, so that no
scale of the flow mends both. The strips, which took no part, agree: the middle of the fronts hangs 1.2 m before the outlets,
within the core of the supply, and reads 1.7 to 2.1 K above the discharge sensors in every window (last table).

One cause is known: the fans, 0.3 to 0.6 K, if the sensors sit between coil and fans. **Kept**, as an assumption that the balance supports: the bundled windows and the
trace add it. The flow stays as it was, for heat out, return and discharge are then taken all three at the coil. The rest, some
1 K, has no known cause (air that passes beside the coil, a sensor that reads low) and is not put in.

### What each idea is worth

One at a time, in cells of ${CELL_METRES} m where not said otherwise; RMSE over the 24 strip points, K; the largest error of the gap
between top and middle of a front strip, and the mean error of the fronts at the bottom, middle and top, over the three bundled windows.

${markdownTable(heading, rows)}

The second row is the room before this. Besides the fans' heat, none is kept:

- _Supply and flow by the heat balance_ mend the middle of the fronts and the rears, and take away the hot air that comes over the racks: the
  gap is missed by far.
- _What servers do not report_ is 6 to 8 kW, 23 % of the heat when idle. It is spread over the servers for want of anything
  better. Put into a power shelf and switches in the gaps between the chassis it brings the hot air back, and with the heat
  balance it gives the best errors of all, whatever its flow. But halves, places and flow would be ours, and the choice would be by result.
- _Leaks_ through and under the racks are not known of this room. Yet the bottom of the fronts speaks for one: its excess over the supply
  goes with the air that the racks lack (most when idle, where they draw a third more than the coolers give), and not with the
  temperature of the hot aisle. A gap of 5 cm mends some 0.5 K of it and costs as much above.
- A smaller outlet helps some windows and harms others; scheme and cells are worth some tenths of a kelvin.

${radiationText()}

The measurement says where not to look. What the fronts have above the discharge of the coolers hardly depends on how
hot the hot aisle is:

${markdownTable(['Window', 'discharge °C', 'behind the hottest racks °C', 'front bottom above discharge K', 'front middle', 'front top'], excessRows())}
`;
}

/** Front strips above the measured discharge of the coolers, window by window. */
function excessRows(): string[][] {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return pod2Windows.map((window) => {
    const pinned = pinnedOf(window);
    const discharge = mean(pinned.coolers.map(([, celsius]) => celsius));
    const strips = Object.values(window.strips);
    const front = (height: 0 | 1 | 2) => (mean(strips.map((strip) => strip.front[height])) - discharge).toFixed(1);
    const hottest = Math.max(...strips.map(({ rear }) => mean(rear)));
    return [window.name, discharge.toFixed(1), hottest.toFixed(1), front(0), front(1), front(2)];
  });
}
