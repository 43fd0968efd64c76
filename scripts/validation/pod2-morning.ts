import { readFileSync, writeFileSync } from 'node:fs';
import { parseSite } from '../../src/site/parse';
import type { Site } from '../../src/site/schema/site';
import { yardstickRmseKelvin } from '../../src/validation/pod2';
import type { Release } from '../../src/validation/pod2-decay';
import {
  type Pod2Decaying,
  type Pod2Morning,
  type Pod2StepDown,
  runPod2Morning,
} from '../../src/validation/pod2-morning';
import { runSteadyWindows, type SteadyWindowRun } from '../../src/validation/pod2-steady';
import { type Pod2Trace, parsePod2Trace } from '../../src/validation/pod2-trace';
import { WINDOW_MINUTES } from '../../src/validation/pod2-windows';
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

interface Variant {
  readonly name: string;
  readonly site: Site;
  readonly coils: boolean;
}

/** Mass added part by part, from air alone to the room as the site has it. */
function massVariants(site: Site): Variant[] {
  const { fabric, ...bareRoom } = site.room;
  const withFabric = (part: Partial<NonNullable<typeof fabric>>): Site['room'] => ({
    ...bareRoom,
    fabric: { floor: 'none', walls: 'none', ceiling: 'none', ...part },
  });
  const noCasing = { ...site, coolingUnits: site.coolingUnits.map(({ thermalMass: _mass, ...unit }) => unit) };
  const frames = { ...noCasing, room: bareRoom };
  const servers = { ...frames, racks: frames.racks.map(({ frameMassKg: _kg, ...rack }) => rack) };
  const { floor, walls, ceiling } = fabric!;
  return [
    { name: 'servers', site: servers, coils: false },
    { name: '+ steel of the racks', site: frames, coils: false },
    { name: '+ slab', site: { ...noCasing, room: withFabric({ floor }) }, coils: false },
    { name: '+ walls', site: { ...noCasing, room: withFabric({ floor, walls }) }, coils: false },
    { name: '+ ceiling', site: { ...noCasing, room: withFabric({ floor, walls, ceiling }) }, coils: false },
    { name: '+ coils with their water', site: noCasing, coils: true },
    { name: '+ casings of the coolers', site, coils: true },
  ];
}

function reportText(site: Site, trace: Pod2Trace, windows: readonly SteadyWindowRun[]): string {
  const options = { cellSize: CELL_METRES, backend: 'wasm' as const, stepDownMinutes: STEP_DOWN_MINUTES };
  const around = STEP_DOWN_MINUTES[0]! - trace.startMinute;
  const runs = massVariants(site).map(({ name, site: variant, coils }) => {
    process.stderr.write(`${name}\n`);
    const minutes = [Math.max(0, around - 31), Math.min(trace.minutes, around + 36)] as const;
    return { name, morning: runPod2Morning(variant, trace, { ...options, coils, minutes }) };
  });
  const morning = runPod2Morning(site, trace, {
    ...options,
    onMinute: (minute) => process.stderr.write(`\rminute ${minute} of ${trace.minutes}   `),
  });
  process.stderr.write('\n');
  return `# POD 2, the morning's transients

The whole public series of 1 October 2019 (${morning.minutes} one-minute means): measured rack power, fan speed, cooler flow
and supply temperature (discharge sensor and fan heat) pinned minute by minute, every other temperature a result. Cells of ${CELL_METRES} m, first-order
upwind. Written by \`npm run validate -- --pod2-trace FILE\`; the project ships no part of the series.

${stripTable(morning)}

The author's own real-time lattice-Boltzmann model: ${yardstickRmseKelvin.inlet} K at mid inlet, ${yardstickRmseKelvin.outlet} K at mid outlet.

## After the load steps down

Minutes to 1 - 1/e of the way (floor 6.5 to 12.5 for the heat taken out). Heat was measured twice: by the water meter of the
plant, and by the air, from flow and drop of temperature of the coolers. So is it simulated: what the coolers take from the air, and what
the water takes from their coils. The pipes between coils and meter, some two minutes by the two measurements, are not in the model.

${decayTable(morning)}

### What each mass is worth

Mass added part by part; minutes and heat after the step at ${clock(STEP_DOWN_MINUTES[0]!)}. Heat: what left the room beyond what the racks gave, in
the 34 minutes after the step, and the flow of it that was still left at the end of that time. Measured heat is first scaled to agree with
the meter of the racks before the step. Nothing in the model is fitted to it.

${contributionTable(runs)}

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

function decayTable({ steps }: Pod2Morning): string {
  return markdownTable(
    ['Step and quantity', 'measured min', 'simulated min'],
    steps.flatMap(({ minute, decay }) =>
      decay.map(({ quantity, measuredMinutes, simulatedMinutes }) => [
        `${clock(minute)}, ${quantityNames[quantity]}`,
        measuredMinutes.toFixed(1),
        simulatedMinutes.toFixed(1),
      ]),
    ),
  );
}

function contributionTable(runs: readonly NamedRun[]): string {
  const megajoules = ({ heatJ }: Release) => (heatJ / 1e6).toFixed(1);
  const kilowatts = ({ endW }: Release) => (endW / 1e3).toFixed(1);
  const row = (name: string, step: Pod2StepDown, minutes: 'measuredMinutes' | 'simulatedMinutes') => {
    const { released, decay } = step;
    const [air, water] =
      minutes === 'measuredMinutes' ? [released.air, released.water] : [released.simulatedAir, released.simulatedWater];
    const at = (quantity: Pod2Decaying) => decay.find((one) => one.quantity === quantity)![minutes].toFixed(2);
    return [name, at('airHeat'), at('waterHeat'), at('loadedRear'), megajoules(air), megajoules(water), kilowatts(air)];
  };
  const balancedRow = ({ balanced }: Pod2StepDown) => [
    'measured, sensors and flow by the heat balance',
    balanced.minutes.toFixed(2),
    '—',
    '—',
    megajoules(balanced.released),
    '—',
    kilowatts(balanced.released),
  ];
  const step = ({ morning }: NamedRun) => morning.steps[0]!;
  return markdownTable(
    [
      'Mass',
      'by the air min',
      'by the water min',
      'behind the racks min',
      'by the air MJ',
      'by the water MJ',
      'left at the end kW',
    ],
    [
      ...runs.map((run) => row(run.name, step(run), 'simulatedMinutes')),
      row('measured', step(runs.at(-1)!), 'measuredMinutes'),
      balancedRow(step(runs.at(-1)!)),
    ],
  );
}

/** What the measured heat can and cannot be, in words. */
function heatText({ steps }: Pod2Morning): string {
  const { released, balanced } = steps[0]!;
  const megajoules = ({ heatJ }: Release) => (heatJ / 1e6).toFixed(0);
  const perServer = balanced.released.heatJ / 180 / 16 / 1000;
  return `Two thirds of all is in the servers, two thirds of the rest in the steel of the racks. The slab lies under cold air and hardly
counts; the ceiling and the upper walls, which the hot air meets, do. What lies behind the return sensors, coils and casings, can't
move the air side while the supply is held; on the water side both are seconds.

The measured heat by the air is not all mass. In the idle windows before, where nothing changes, flow and sensors have 2 to 3 kW more
in the air than the meter, and the same stands at the end of this step. Corrected by the heat balance ${megajoules(balanced.released)} MJ are
left of ${megajoules(released.air)}, and ${(balanced.released.endW / 1000).toFixed(1)} kW at the end instead of ${(released.air.endW / 1000).toFixed(1)}. Six racks of 30 servers cool by some 16 K behind their loads: that is
${perServer.toFixed(1)} kJ/K for each loaded server if it were all in them. 8 kg of server hold 4.2 kJ/K, the share of the rack 2.3 kJ/K; the model gives
back ${megajoules(released.simulatedAir)} MJ. What is missing leaves slowly: masses that the air reaches poorly (power shelves and batteries of the racks, cable, layers of the building)
and that no public source weighs. They are left out rather than invented. The strips behind the loaded racks are the slowest; no mass
of the room or the coolers moves them, only what the servers and racks hold.`;
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
