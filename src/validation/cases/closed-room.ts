import { airHeatJ } from '../../engine/air-heat';
import { createEngine, type Engine } from '../../engine/engine';
import { advanceTick } from '../../engine/tick';
import { AIR_HEAT_CAPACITY, GRAVITY, ZERO_CELSIUS_KELVIN } from '../../units/air';
import type { CaseOptions, CaseResult, Figure, ResultRow, ValidationCase } from '../case';
import { caseSite, loadRack } from '../rooms/sites';

const ROOM = { width: 4, depth: 3, height: 3, initialCelsius: 20 };
const RACK_W = 500;
const RACK_M3S = 0.2;
const SEALED_TICKS = 1000;
const REST_TICKS = 100;

/** Air that the rounding of pressure may move, m/s: double and single precision. */
const REST_MS = { reference: 1e-6, wasm: 5e-5 } as const;

interface SealedRun {
  readonly seconds: number[];
  readonly givenKilojoules: number[];
  readonly keptKilojoules: number[];
  /** Largest difference at any second over the heat given up to then, after the first minute. */
  readonly worstShare: number;
}

/** A rack heats a sealed adiabatic room: every joule must be found in the air, or on its way through the rack. */
function heatSealedRoom(
  cellSize: number,
  backend: CaseOptions['backend'],
  onProgress: (share: number) => void,
): SealedRun {
  const site = caseSite({ room: ROOM, racks: [loadRack(3, 1.5, RACK_W, RACK_M3S)] });
  const engine = createEngine(site, { seed: 1, cellSize, backend });
  engine.settling.active = false;
  advanceTick(engine);
  // Air takes one air step to pass through the rack: that much of it is on its way.
  const onItsWayM3 = RACK_M3S / engine.steps;
  const held = () => airHeatJ(engine) + onItsWayM3 * AIR_HEAT_CAPACITY * engine.chassisInletCelsius[0]!;
  const start = held();
  const run: SealedRun = { seconds: [0], givenKilojoules: [0], keptKilojoules: [0], worstShare: 0 };
  let worst = 0;
  for (let n = 1; n <= SEALED_TICKS; n++) {
    advanceTick(engine);
    const given = RACK_W * n;
    const kept = held() - start;
    if (n > 60) worst = Math.max(worst, Math.abs(kept / given - 1));
    if (n % 20 === 0) {
      run.seconds.push(n);
      run.givenKilojoules.push(given / 1000);
      run.keptKilojoules.push(kept / 1000);
      onProgress(n / SEALED_TICKS);
    }
  }
  return { ...run, worstShare: worst };
}

/** Fills the room with warm air over cold and the pressure that carries it. */
function layer(engine: Engine): void {
  const { mesh } = engine.room.grid;
  const celsius = (k: number) => 15 + (10 * (mesh.faces[2][k]! + mesh.faces[2][k - 1]!)) / 2 / ROOM.height;
  const lift = (k: number) =>
    (GRAVITY / (ROOM.initialCelsius + ZERO_CELSIUS_KELVIN)) * (celsius(k) - ROOM.initialCelsius);
  let pressure = 0;
  for (let k = 1; k <= mesh.nz; k++) {
    if (k > 1) pressure += (lift(k) * mesh.width[2][k]! + lift(k - 1) * mesh.width[2][k - 1]!) / 2;
    for (let c = k * mesh.stride[2]; c < (k + 1) * mesh.stride[2]; c++) {
      engine.temperature[c] = celsius(k);
      engine.air.pressure[c] = pressure;
    }
  }
}

/** Fastest air after a while in a closed room of layered air that should not move, m/s. */
function fastestAtRest(cellSize: number, backend: CaseOptions['backend']): number {
  const engine = createEngine(caseSite({ room: ROOM }), { seed: 1, cellSize, backend });
  engine.settling.active = false;
  layer(engine);
  for (let n = 0; n < REST_TICKS; n++) advanceTick(engine);
  let fastest = 0;
  for (const u of engine.air.velocity) for (const value of u) fastest = Math.max(fastest, Math.abs(value));
  return fastest;
}

function heatFigure({ seconds, givenKilojoules, keptKilojoules }: SealedRun): Figure {
  const everyFifth = seconds.map((_, n) => n).filter((n) => n % 5 === 0);
  return {
    id: 'sealed-room-heat',
    title: { key: 'figure.sealed' },
    x: { label: { key: 'axis.time' }, unit: 's', scale: 'linear' },
    y: { label: { key: 'axis.heat' }, unit: 'kJ', scale: 'linear' },
    series: [
      { label: { key: 'series.heatKept' }, mark: 'line', x: seconds, y: keptKilojoules },
      {
        label: { key: 'series.heatGiven' },
        mark: 'points',
        x: everyFifth.map((n) => seconds[n]!),
        y: everyFifth.map((n) => givenKilojoules[n]!),
      },
    ],
  };
}

function run({ quick, backend, onProgress }: CaseOptions): CaseResult {
  const cellSize = quick ? 0.3 : 0.2;
  const sealed = heatSealedRoom(cellSize, backend, (share) => onProgress?.(0.8 * share));
  const rows: ResultRow[] = [
    {
      quantity: { key: 'quantity.closed.heat', values: { seconds: SEALED_TICKS } },
      unit: '',
      expected: 0,
      simulated: sealed.worstShare,
      tolerance: 1e-3,
      aim: null,
    },
    {
      quantity: { key: 'quantity.closed.rest', values: { seconds: REST_TICKS } },
      unit: 'm/s',
      expected: 0,
      simulated: fastestAtRest(cellSize, backend),
      tolerance: REST_MS[backend],
      aim: null,
    },
  ];
  onProgress?.(1);
  const cells = (ROOM.width * ROOM.depth * ROOM.height) / cellSize ** 3;
  return { rows, figures: [heatFigure(sealed)], cells: Math.round(cells) };
}

export const closedRoom: ValidationCase = { id: 'closed-room', run };
