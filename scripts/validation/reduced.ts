import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createEngine, type EngineOptions, runSteady } from '../../src/engine/engine';
import { extractReduced } from '../../src/engine/reduced/extract';
import type { RoomState } from '../../src/engine/reduced/model';
import { siteInState, stateName } from '../../src/engine/reduced/room-states';
import { type Site, siteSchema } from '../../src/site/schema/site';
import type { Figure } from '../../src/validation/case';
import { type Comparison, compare } from '../../src/validation/reduced/compare';
import { LOAD_WAVE, type Range, seededDay } from '../../src/validation/reduced/day';
import { recordDay } from '../../src/validation/reduced/record';
import { superposition } from '../../src/validation/reduced/superposition';
import { svgChart } from '../../src/validation/svg-chart';
import { type Speed, speedOf } from './reduced-speed';

const FIGURES = 'figures';
/** The cells of the hall do not matter to the speed of its model. */
const HALL_CELLS = 20_000;
const SEED = 21;

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
    ['starter', undefined],
    ['pod2', undefined],
    ['ai-pod', undefined],
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
  { name: 'starter', cellSize: 0.4, hours: 24, state: healthy, load: LOAD_WAVE },
  { name: 'starter', cellSize: 0.4, hours: 4, state: { kind: 'unit-out', unitId: 'CRAH-2' }, load: [0.1, 0.4] },
  { name: 'ai-pod', cellSize: 0.4, hours: 4, state: healthy, load: LOAD_WAVE },
];

function days(): Part {
  const rows: string[] = [];
  const figures: Figure[] = [];
  for (const { name, cellSize, hours, state, load } of RUNS) {
    const site = bundled(name);
    const options = wasm(cellSize);
    const at = siteInState(site, state);
    const begun = performance.now();
    const engine = createEngine(site, options);
    const model = extractReduced(engine, { state });
    const extractSeconds = (performance.now() - begun) / 1000;
    say(`held out: ${name}, ${stateName(state)}, ${hours} h; model in ${extractSeconds.toFixed(0)} s`);
    const recording = recordDay(at, options, seededDay(SEED, hours * 60, load), 10, () => performance.now());
    const found = compare(model, recording, () => performance.now());
    say(`  RMSE ${found.rmseKelvin.toFixed(3)} K, p99 ${found.p99Kelvin.toFixed(2)} K`);
    rows.push(
      dayRow(
        site.name,
        engine.room.kernels.regions.air.length,
        stateName(state),
        hours,
        extractSeconds,
        recording.roomSeconds,
        found,
      ),
    );
    if (figures.length === 0) figures.push(dayFigure(found));
  }
  return {
    figures,
    text: `| room | air cells | state | hours | RMSE, K | p99, K | worst, K | bias, K | worst rack's RMSE, K | return air RMSE, K | heat balance | model made in, s | room, s | model, s |
| ---- | --------: | ----- | ----: | ------: | -----: | -------: | ------: | -------------------: | -----------------: | -----------: | ---------------: | ------: | -------: |
${rows.join('\n')}`,
  };
}

function dayRow(
  room: string,
  cells: number,
  state: string,
  hours: number,
  extractSeconds: number,
  roomSeconds: number,
  found: Comparison,
): string {
  return `| ${[
    room,
    cells,
    state,
    hours,
    judged(found.rmseKelvin, 0.3, 3),
    judged(found.p99Kelvin, 1, 2),
    found.worstKelvin.toFixed(2),
    found.biasKelvin.toFixed(3),
    Math.max(...found.rackRmseKelvin).toFixed(2),
    found.returnRmseKelvin.toFixed(2),
    `${(100 * found.heatError).toFixed(2)} %`,
    extractSeconds.toFixed(0),
    roomSeconds.toFixed(0),
    found.modelSeconds.toFixed(2),
  ].join(' | ')} |`;
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

Load in jumps every 10 minutes on a daily wave, fan speed of the units between 0.6 and 1 with a new aim every 20 minutes,
supply between 17 and 22 °C with a new aim every 45, all from one seed; the servers' own fans move with load and inlet. The
room runs on the clock, tick by tick, its surfaces and racks take up heat; the model runs in steps of 10 s and is told the
power of each rack, the supply temperature of each unit and the fan speed, nothing else. Models are made at fan levels of
0.5, 0.65, 0.8 and 1 and at the loads that the servers' fans ask for. Asked for: RMSE of the rack inlets 0.3 K, 99 % of them within 1 K, heat
balance 0.5 %. _Room_ and _model_ are seconds of computing for the whole run.

Models made at loads of 0.2, 0.6 and 1 only had missed this: RMSE 0.54 K, 99 % within 2.1 K (starter room, cells of 0.3 m,
24 h, seed 20). Between 0.6 and 1 the servers' fans speed up and the air changes more than two nodes can tell. Loads are
since chosen by that fan law; the days below come from another seed, first run after that rule was made.

**Known limit:** with one of two units out the racks draw about twice what is supplied, inlets and server fans drive each
other, and the model misses by kelvins. Its cause is open; until it is found, do not use the model of such a state for limits.

${held.text}

![Starter room, a day that the model has not seen](${FIGURES}/reduced-day.svg)

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
