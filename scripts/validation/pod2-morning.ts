import { readFileSync, writeFileSync } from 'node:fs';
import { parseSite } from '../../src/site/parse';
import type { Site } from '../../src/site/schema/site';
import { yardstickRmseKelvin } from '../../src/validation/pod2';
import {
  type Pod2Decaying,
  type Pod2Morning,
  type Pod2StepDown,
  runPod2Morning,
} from '../../src/validation/pod2-morning';
import { runSteadyWindows, type SteadyWindowRun, WINDOW_MINUTES } from '../../src/validation/pod2-steady';
import { type Pod2Trace, parsePod2Trace } from '../../src/validation/pod2-trace';
import { markdownTable, signed } from '../../src/validation/table';
import { hypothesesText } from './pod2-hypotheses';

const REPORT = 'docs/validation-pod2-morning.md';
/** 330 minutes in real time steps: cells of 0.15 m take eight times as long and move no strip's RMSE by more than 0.3 K. */
const CELL_METRES = 0.25;
/** Cells of the steady windows, m. */
const WINDOW_CELL_METRES = 0.15;
/** The load steps down at 10:46 and at 12:57 (steps noted with the published geometry). */
const STEP_DOWN_MINUTES = [10 * 60 + 46, 12 * 60 + 57];

/** Runs the measured morning where its trace is given, else says that it was not run. Returns a line for the report. */
export function runMorning(path: string | null): string {
  const pointer = `[validation-pod2-morning.md](validation-pod2-morning.md)`;
  if (path === null) {
    return `The transients of the morning need the whole public one-minute series, which the project does not ship: \`npm run
validate -- --pod2-trace FILE\` runs them. The last run is in ${pointer}.`;
  }
  const site = parseSite(readFileSync('public/sites/pod2-idle.json', 'utf8')).site!;
  const trace = parsePod2Trace(readFileSync(path, 'utf8'));
  const text = reportText(
    site,
    trace,
    runSteadyWindows(site, trace, { backend: 'wasm', cellSize: WINDOW_CELL_METRES }),
  );
  writeFileSync(REPORT, text);
  process.stdout.write(`${text}\n`);
  return `The transients of the morning and its other steady windows are in ${pointer}.`;
}

/** The morning as the site is, and with mass taken away part by part: what each is worth. */
function massVariants(site: Site): { name: string; site: Site }[] {
  const { fabric: _fabric, ...bareRoom } = site.room;
  const noFabric = { ...site, room: bareRoom };
  const noFrames = { ...noFabric, racks: site.racks.map(({ frameMassKg: _kg, ...rack }) => rack) };
  return [
    { name: 'servers only', site: noFrames },
    { name: 'servers and racks', site: noFabric },
    { name: 'servers, racks and room', site },
  ];
}

function reportText(site: Site, trace: Pod2Trace, windows: readonly SteadyWindowRun[]): string {
  const runs = massVariants(site).map(({ name, site: variant }) => ({
    name,
    morning: runPod2Morning(variant, trace, {
      cellSize: CELL_METRES,
      backend: 'wasm',
      stepDownMinutes: STEP_DOWN_MINUTES,
      onMinute: (minute) => process.stderr.write(`\r${name}: minute ${minute} of ${trace.minutes}   `),
    }),
  }));
  process.stderr.write('\n');
  const { morning } = runs.at(-1)!;
  return `# POD 2, the morning's transients

The whole public series of 1 October 2019 (${morning.minutes} one-minute means): measured rack power, fan speed, cooler flow
and supply temperature pinned minute by minute, every other temperature a result. Cells of ${CELL_METRES} m, first-order
upwind. Written by \`npm run validate -- --pod2-trace FILE\`; the project ships no part of the series.

${stripTable(morning)}

The author's own real-time lattice-Boltzmann model: ${yardstickRmseKelvin.inlet} K at mid inlet, ${yardstickRmseKelvin.outlet} K at mid outlet.

## After the load steps down

Minutes to 1 - 1/e of the way (floor 6.5 to 12.5 for the heat taken out). Heat was measured twice: by the water meter of the
plant, and by the air, from the flow of the coolers and the difference of their return and discharge sensors. The model
computes what the coolers take from the air; the delay of the water on its way to the meter, some two minutes by these
two measurements, is not in it.

${decayTable(runs)}

## Where the heat is

Heat that left the room beyond what the racks gave, in the 34 minutes after each step, and the flow of it that was still
left at the end of that time. Measured heat is first scaled (by 1 to 3 %) to agree with the meter of the racks before
the step. This is the morning's own estimate of thermal mass; nothing in the model is fitted to it.

${releaseTable(runs)}

${heatText(morning)}

## Steady windows that chose nothing

Every ${WINDOW_MINUTES} minutes of the morning in which the meter stays within 5 % and no strip drifts by more than 0.5 K, one after the
other. They lie in the same three loads as the windows of the bundled sites, so they are unseen minutes rather than unseen
loads; and here flow follows the fan curve, where the bundled sites take it from the heat balance of their window.

${windowTable(trace, windows)}

${hypothesesText(site, trace)}
`;
}

function stripTable({ strips }: Pod2Morning): string {
  return markdownTable(
    ['Strip', 'RMSE K', 'bias K', 'largest K'],
    strips.map(({ side, height, errors }) => [
      `${side} ${height}`,
      errors.rmse.toFixed(2),
      signed(errors.bias, 2),
      errors.maxAbsolute.toFixed(1),
    ]),
  );
}

const quantityNames: Readonly<Record<Pod2Decaying, string>> = {
  waterHeat: 'heat out, by the water meter',
  airHeat: 'heat out, by the air',
  returnAir: 'return air',
  loadedRear: 'strips behind the loaded racks',
};

interface NamedRun {
  readonly name: string;
  readonly morning: Pod2Morning;
}

function decayTable(runs: readonly NamedRun[]): string {
  const first = runs[0]!.morning.steps;
  return markdownTable(
    ['Step and quantity', 'measured min', ...runs.map(({ name }) => `simulated, ${name}`)],
    first.flatMap((step, s) =>
      step.decay.map(({ quantity, measuredMinutes }, q) => [
        `${clock(step.minute)}, ${quantityNames[quantity]}`,
        measuredMinutes.toFixed(1),
        ...runs.map(({ morning }) => morning.steps[s]!.decay[q]!.simulatedMinutes.toFixed(1)),
      ]),
    ),
  );
}

function releaseTable(runs: readonly NamedRun[]): string {
  const megajoules = (joules: number) => (joules / 1e6).toFixed(1);
  const kilowatts = (watts: number) => (watts / 1e3).toFixed(1);
  const rows = (
    name: string,
    pick: (run: Pod2StepDown) => { heatJ: number; endW: number },
    steps: readonly Pod2StepDown[],
  ) => [name, ...steps.flatMap((step) => [megajoules(pick(step).heatJ), kilowatts(pick(step).endW)])];
  const { steps } = runs[0]!.morning;
  return markdownTable(
    ['Heat out', ...steps.flatMap(({ minute }) => [`${clock(minute)}, MJ`, 'left at the end, kW'])],
    [
      rows('measured, by the water meter', ({ released }) => released.water, steps),
      rows('measured, by the air', ({ released }) => released.air, steps),
      ...runs.map(({ name, morning }) =>
        rows(`simulated, ${name}`, ({ released }) => released.simulated, morning.steps),
      ),
    ],
  );
}

/** What the measured heat can and cannot be, in words. */
function heatText({ steps }: Pod2Morning): string {
  const air = steps.reduce((sum, { released }) => sum + released.air.heatJ, 0) / steps.length;
  const simulated = steps.reduce((sum, { released }) => sum + released.simulated.heatJ, 0) / steps.length;
  return `Six racks of 30 servers cool by some 16 K behind their loads: the ${(air / 1e6).toFixed(0)} MJ measured are ${(air / 180 / 16 / 1000).toFixed(1)} kJ/K for each loaded
server if it were all in them. 8 kg of server hold 4.2 kJ/K, the share of the rack 2.3 kJ/K; floor, walls and ceiling take the
rest in the model, ${(simulated / 1e6).toFixed(0)} MJ in all. What is missing leaves slowly, with a time constant of some 45 minutes in the measured heat:
masses that the air reaches poorly (power shelves and batteries of the racks, cable, layers of the building) and that
no public source weighs. They are left out rather than invented.`;
}

function windowTable(trace: Pod2Trace, windows: readonly SteadyWindowRun[]): string {
  const mean = (pick: (run: SteadyWindowRun) => number) =>
    windows.reduce((sum, run) => sum + pick(run), 0) / windows.length;
  const row = (name: string, pick: (read: (run: SteadyWindowRun) => number, digits: number) => string) => [
    name,
    pick((run) => run.meterW / 1000, 1),
    pick((run) => run.coolerM3s, 2),
    pick((run) => run.front.rmse, 2),
    pick((run) => run.rear.rmse, 2),
    pick((run) => run.all.rmse, 2),
    pick((run) => run.all.bias, 2),
  ];
  return markdownTable(
    ['Window', 'meter kW', 'flow m³/s', 'RMSE fronts K', 'RMSE rears K', 'RMSE all K', 'bias K'],
    [
      ...windows.map((run) =>
        row(
          `${clock(trace.startMinute + run.window.from)}-${clock(trace.startMinute + run.window.to)}`,
          (read, digits) => read(run).toFixed(digits),
        ),
      ),
      row('mean', (read, digits) => mean(read).toFixed(digits)),
    ],
  );
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
