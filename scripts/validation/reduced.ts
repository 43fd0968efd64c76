import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createEngine, type EngineOptions, runSteady } from '../../src/engine/engine';
import { extractReduced } from '../../src/engine/reduced/extract';
import type { ReducedModel, RoomState } from '../../src/engine/reduced/model';
import { siteInState, stateName } from '../../src/engine/reduced/room-states';
import { type Site, siteSchema } from '../../src/site/schema/site';
import type { Figure } from '../../src/validation/case';
import { type Comparison, compare } from '../../src/validation/reduced/compare';
import { LOAD_WAVE, type Range, seededDay } from '../../src/validation/reduced/day';
import { recordDay } from '../../src/validation/reduced/record';
import { superposition } from '../../src/validation/reduced/superposition';
import { svgChart } from '../../src/validation/svg-chart';
import { dynamicsTable } from './reduced-dynamics';
import { policiesText } from './reduced-policies';
import { type Speed, speedOf } from './reduced-speed';
import { doubled, yearTable } from './reduced-year';

const FIGURES = 'figures';
/** The cells of the hall do not matter to the speed of its model. */
const HALL_CELLS = 20_000;
const SEED = 23;

function bundled(name: string): Site {
  return siteSchema.parse(JSON.parse(readFileSync(`public/sites/${name}.json`, 'utf8')));
}

const wasm = (cellSize?: number): EngineOptions => ({
  seed: 1,
  backend: 'wasm',
  ...(cellSize === undefined ? {} : { cellSize }),
});
const say = (text: string) => process.stderr.write(`${text}\n`);

interface Part {
  text: string;
  figures: Figure[];
}

function frozen(): string {
  const rooms: readonly [name: string, cellSize: number | undefined][] = [
    ['starter', 0.3],
    ['pod2', 0.3],
    ['ai-pod', 0.3],
  ];
  const rows = rooms.map(([name, cellSize]) => {
    say(`superposition: ${name}`);
    const site = bundled(name);
    const engine = createEngine(site, wasm(cellSize));
    runSteady(engine);
    const found = superposition(engine, 10, SEED);
    const cells = engine.room.kernels.regions.air.length;
    return `| ${site.name} | ${cells} | ${found.worstKelvin.toExponential(1)} | ${found.worstByRackKelvin.toFixed(3)} | ${found.leastKelvinPerWatt.toExponential(1)} | ${found.mostRecirculated.toFixed(3)} |`;
  });
  return `| room | air cells | worst chassis inlet, K | worst rack inlet from the matrix of racks, K | least D, K/W | most of an exhaust recirculated |
| ---- | --------: | ---------------------: | -------------------------------------------: | -----------: | ------------------------------: |
${rows.join('\n')}`;
}

interface Run {
  name: string;
  cellSize: number | undefined;
  hours: number;
  state: RoomState;
  load: Range;
}

const healthy: RoomState = { kind: 'healthy' };

const RUNS: readonly Run[] = [
  { name: 'starter', cellSize: 0.4, hours: 12, state: healthy, load: LOAD_WAVE },
  { name: 'starter', cellSize: 0.4, hours: 2, state: healthy, load: [0.7, 1] },
  { name: 'starter', cellSize: 0.4, hours: 4, state: { kind: 'unit-out', unitId: 'CRAH-2' }, load: [0.1, 0.4] },
  { name: 'ai-pod', cellSize: 0.4, hours: 2, state: healthy, load: LOAD_WAVE },
  { name: 'ai-pod', cellSize: 0.4, hours: 1, state: { kind: 'unit-out', unitId: 'IRC-A2' }, load: LOAD_WAVE },
  { name: 'ai-pod', cellSize: 0.4, hours: 1, state: { kind: 'breach' }, load: LOAD_WAVE },
];

/** Models are made once and serve every run of their room and state. */
const models = new Map<string, { model: ReducedModel; seconds: number; cells: number }>();

function modelOf(name: string, cellSize: number | undefined, state: RoomState) {
  const key = `${name} ${cellSize} ${stateName(state)}`;
  const known = models.get(key);
  if (known !== undefined) return known;
  const begun = performance.now();
  const engine = createEngine(bundled(name), wasm(cellSize));
  const model = extractReduced(engine, { state });
  const seconds = (performance.now() - begun) / 1000;
  say(`model: ${key} in ${seconds.toFixed(0)} s`);
  const made = { model, seconds, cells: engine.room.kernels.regions.air.length };
  models.set(key, made);
  return made;
}

function days(): Part {
  const rows: string[] = [];
  const figures: Figure[] = [];
  for (const { name, cellSize, hours, state, load } of RUNS) {
    const site = bundled(name);
    const { model, seconds, cells } = modelOf(name, cellSize, state);
    const day = seededDay(SEED, hours * 60, load);
    const recording = recordDay(siteInState(site, state), wasm(cellSize), day, 10, () => performance.now());
    const found = compare(model, recording, () => performance.now(), state.kind === 'breach' ? 1 : 0);
    say(
      `held out: ${name}, ${stateName(state)}: RMSE ${found.rmseKelvin.toFixed(3)} K, p99 ${found.p99Kelvin.toFixed(2)} K`,
    );
    rows.push(
      `| ${[
        site.name,
        cells,
        stateName(state),
        hours,
        load.join(' to '),
        judged(found.rmseKelvin, 0.3, 3),
        judged(found.p99Kelvin, 1, 2),
        found.worstKelvin.toFixed(2),
        `${found.worstRack}, ${found.worstMinute.toFixed(0)} min`,
        found.biasKelvin.toFixed(3),
        Math.max(...found.rackRmseKelvin).toFixed(2),
        found.chassisRmseKelvin.toFixed(2),
        found.returnRmseKelvin.toFixed(2),
        `${(100 * found.heatError).toFixed(2)} %`,
        seconds.toFixed(0),
        recording.roomSeconds.toFixed(0),
        found.modelSeconds.toFixed(2),
      ].join(' | ')} |`,
    );
    if (figures.length === 0) figures.push(dayFigure(found));
  }
  return {
    figures,
    text: `| room | air cells | state | hours | load wave | RMSE, K | p99, K | worst, K | where and when | bias, K | worst rack's RMSE, K | RMSE of chassis, K | return air RMSE, K | heat balance | model made in, s | room, s | model, s |
| ---- | --------: | ----- | ----: | --------- | ------: | -----: | -------: | -------------- | ------: | -------------------: | -----------------: | -----------------: | -----------: | ---------------: | ------: | -------: |
${rows.join('\n')}`,
  };
}

const judged = (value: number, floor: number, digits: number): string =>
  value <= floor ? value.toFixed(digits) : `**MISS** ${value.toFixed(digits)}`;

function dayFigure({ series }: Comparison): Figure {
  const hours = series.minutes.map((minute) => minute / 60);
  const line = (key: string, mark: 'line' | 'dashes', y: readonly number[]) => ({ label: { key }, mark, x: hours, y });
  return {
    id: 'reduced-day',
    title: { key: 'Starter room, a day that the model has not seen' },
    x: { label: { key: 'time' }, unit: 'h', scale: 'linear' },
    y: { label: { key: 'inlet' }, unit: '°C', scale: 'linear' },
    series: [
      line('warmest rack, room', 'line', series.roomMax),
      line('warmest rack, model', 'dashes', series.modelMax),
      line('mean of racks, room', 'line', series.roomMean),
      line('mean of racks, model', 'dashes', series.modelMean),
    ],
  };
}

function speeds(): string {
  say('speed');
  const all: Speed[] = [
    ...speedOf(bundled('starter'), wasm(0.4), [20]),
    ...speedOf(bundled('hall-1000'), { ...wasm(), maxCells: HALL_CELLS }, [40, 200, 1000]),
  ];
  const us = (value: number) => (Number.isNaN(value) ? '' : value.toFixed(value < 10 ? 1 : 0));
  const rows = all.map(
    (speed) =>
      `| ${speed.racks} | ${speed.paths} | ${us(speed.pathsUs)} | ${us(speed.fullUs)} | ${us(speed.rank16Us)} | ${speed.pathsKelvin.toFixed(3)} | ${speed.rank16Kelvin.toFixed(3)} | ${us(speed.steadyStepUs)} | ${us(speed.movingStepUs)} | ${speed.extractSeconds.toFixed(0)} |`,
  );
  return `| racks | paths kept | paths, µs | full matrix, µs | rank 16, µs | error of paths, K | error of rank 16, K | step, µs | step while all flows move, µs | one node made in, s |
| ----: | ---------: | --------: | --------------: | ----------: | ----------------: | ------------------: | -------: | ----------------------------: | ------------------: |
${rows.join('\n')}`;
}

/** `npm run validate -- reduced`: the reduced models against the rooms that they stand for. Writes docs/validation-reduced.md. */
export function runReduced(): void {
  const matrix = frozen();
  const held = days();
  const starter = modelOf('starter', 0.4, healthy).model;
  say('dynamics');
  const dynamics = dynamicsTable(bundled('starter'), wasm(0.4), starter);
  say('policies');
  const policies = policiesText(bundled('starter'), wasm(0.4), starter, SEED);
  say('year');
  const year = yearTable(doubled(bundled('starter')), wasm(0.5));
  const speed = speeds();
  const text = `# Validation of the reduced-order models

What a reduced model (MODEL.md, _Reduced-order model_) keeps of the room that it was made from. Written by
\`npm run validate -- reduced\`; every number is from that run.

## Frozen air

On the air of the settled room, held still: inlets by the matrix, T = W T_supply + D P, against the heat equation solved in
every cell, for ten draws of random power, each chassis between nothing and twice its own. Asked for: 0.05 K, D >= -1e-6
K/W, less than all of an exhaust recirculated. A matrix of racks treats each rack as one well-mixed chassis, which costs what
the third column says where the chassis of a rack are loaded unequally.

${matrix}

## A day that it has not seen

Load in jumps of up to 0.15 every 10 minutes on a daily wave between the shares given (the first hours after midnight see its
lower part), fan speed of the units between 0.6 and 1 with a new aim every 20 minutes, supply between 17 and 22 °C with a new
aim every 45, all from one seed; the servers' own fans move with load and inlet. The room runs on the clock, tick by tick,
its surfaces and racks take up heat; the model runs in steps of 10 s and is told the power of each chassis, the supply
temperature and speed of each unit, nothing else. Its nodes come from no day at all. Errors are those of rack inlets, mean
by flow, but where chassis are named. Asked for: RMSE 0.3 K, 99 % within 1 K, heat balance 0.5 %. _Room_ and _model_ are
seconds of computing for the whole run.

With a unit out an earlier model missed by 6.5 K: the nodes at high load were of coils that could not take the heat. Such a
room has no steady state; they stood at 400 °C with every server fan at full speed, and everything was interpolated
towards them. Rooms are since traced at a held supply temperature, and by what drives the air (MODEL.md).

Until it was traced by load and inlet, nodes were places of balance and buoyancy alone. But two loads can have the same
buoyancy (in the starter room idle and 90 %), with other parts of flow and heat in the racks, and their air differs: the
warmest inlet by 1.3 K. That was the miss near full load (p99 1.30 K) and the half-way answer to a step of load. Nodes on
the exact operating point reproduced the room within 0.1 K at its warmest rack, which told interpolation from the rest.

${held.text}

![Starter room, a day that the model has not seen](${FIGURES}/reduced-day.svg)

## A step of load, a step of supply

Starter room, fans at 0.8, everything at rest before: how far the inlets have gone 45 minutes after the step, and how long
they take for 1 - 1/e of it. Looks once a minute.

${dynamics}

## Which policy is better?

Starter room, an hour of load that nothing was chosen by, twelve ways to run it. The model runs by itself here: the engine's
own dispatcher, servers, units and plant on its air. Energy: racks and their cooling. Asked for: tau of 0.9. Nodes are
traced with all servers at one load; dispatchers that fill some racks and leave others idle make another air, which is
where the model is wrong.

${policies}

## A year

The starter room twice, side by side; workload, servers, controllers, units and plant included, from three days of it, the
servers on the compiled kernel. Processor time, so that what runs beside it counts less. Asked for: 30 s.

${year}

## Speed, and paths against low rank

Shares between racks only. _Paths_ leaves out shares below 1e-4 and stores the rest as lists; _rank 16_ is the best
approximation of that rank. Errors are the largest of any inlet when each exhaust is 9 to 15 K above supply. 40 and 200 are the
first racks of the hall of 1,000.

${speed}

The steps of the last two columns ran with every path kept (a million for 1,000 racks), so that all three forms could be
compared; a model as it is made by default keeps the paths of the second column.
`;
  mkdirSync(`docs/${FIGURES}`, { recursive: true });
  for (const figure of held.figures)
    writeFileSync(
      `docs/${FIGURES}/${figure.id}.svg`,
      svgChart(figure, ({ key }) => key),
    );
  writeFileSync('docs/validation-reduced.md', text);
  process.stdout.write(text);
}
