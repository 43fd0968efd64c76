import { describe, expect, it } from 'vitest';
import { type SiteInput, siteSchema } from '../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../units/air';
import { createEngine, type Engine, runSteady } from './engine';
import { type Axis, cellIndex } from './kernels/mesh';
import { reportOf } from './report';
import { rackWith, smallRoom } from './testing/sites';

type Unit = NonNullable<SiteInput['coolingUnits']>[number];

function steady(site: SiteInput, cellSize: number): Engine {
  const engine = createEngine(siteSchema.parse(site), { seed: 1, cellSize });
  runSteady(engine);
  return engine;
}

const AIRFLOW_M3S = 0.4;
const RACK_W = 4000;

function unitOf(kind: Unit['kind']): Unit {
  const common = {
    id: 'unit',
    medium: 'chilled-water' as const,
    fan: { ratedAirflowM3s: AIRFLOW_M3S, ratedPowerW: 300 },
    control: { mode: 'supply' as const, setpointCelsius: 18 },
  };
  const tall = { width: 0.6, depth: 1.2, height: 2.1 };
  switch (kind) {
    case 'in-row':
      return {
        ...common,
        kind,
        position: { x: 3, y: 0.7 },
        rotation: 270,
        size: tall,
        supply: { to: 'room', face: 'front' },
        return: { from: 'room', face: 'rear' },
      };
    case 'overhead':
      return {
        ...common,
        kind,
        position: { x: 1.2, y: 1.5 },
        base: 2.4,
        rotation: 0,
        size: { width: 1.2, depth: 0.9, height: 0.5 },
        supply: { to: 'room', face: 'bottom' },
        return: { from: 'room', face: 'rear' },
      };
    case 'wall':
      return {
        ...common,
        kind,
        position: { x: 0.15, y: 1.5 },
        base: 1.8,
        rotation: 90,
        size: { width: 1, depth: 0.3, height: 0.6 },
        supply: { to: 'room', face: 'front', height: 0.3, zMin: 0 },
        return: { from: 'room', face: 'top' },
      };
    case 'crac':
    case 'crah':
      return {
        ...common,
        kind,
        position: { x: 0.4, y: 1.5 },
        rotation: 90,
        size: { width: 1.2, depth: 0.8, height: 1.9 },
        supply: kind === 'crah' ? { to: 'raised-floor' } : { to: 'room', face: 'front', height: 0.6, zMin: 0 },
        return: { from: 'room', face: 'top' },
      };
  }
}

function roomWith(kind: Unit['kind'], changes: Partial<Unit> = {}): SiteInput {
  return {
    ...smallRoom(),
    racks: [{ ...rackWith(RACK_W, 0.35), position: { x: 3, y: 1.5 } }],
    coolingUnits: [{ ...unitOf(kind), ...changes }],
    raisedFloor: { height: 0.6, plenum: 'two-dimensional' },
    tiles:
      kind === 'crah' ? [0.9, 1.5, 2.1].map((y, n) => ({ id: `t${n}`, position: { x: 1.8, y }, openArea: 0.4 })) : [],
  };
}

describe.each(['in-row', 'overhead', 'wall', 'crac', 'crah'] as const)('a unit of kind %s', (kind) => {
  it('with capacity to spare holds its supply and takes all the heat (0.1 %)', () => {
    const engine = steady(roomWith(kind, { capacityW: 10_000 }), 0.3);
    const [unit] = reportOf(engine).coolingUnits;
    expect(unit!.supplyCelsius).toBeCloseTo(18, 9);
    expect(Math.abs(unit!.heatW - RACK_W)).toBeLessThan(1e-3 * RACK_W);
    expect(engine.plant.saturated[0]).toBe(0);
  });

  it('saturated takes its capacity, lets the supply rise, and the walls take the rest (0.1 %)', () => {
    const site = roomWith(kind, { capacityW: 2500 });
    const walls = { kind: 'u-value' as const, wattsPerSquareMetreKelvin: 3, outsideCelsius: 18 };
    const engine = steady({ ...site, room: { ...site.room, walls } }, 0.3);
    const [unit] = reportOf(engine).coolingUnits;
    expect(unit!.heatW).toBeCloseTo(2500, 6);
    expect(engine.plant.saturated[0]).toBe(1);
    expect(unit!.supplyCelsius).toBeGreaterThan(19);
    expect(engine.measures.energyBalanceError).toBeLessThan(1e-3);
  });
});

/** Net flow through a face of a box, m³/s, positive along the axis. */
function flowThrough(engine: Engine, axis: Axis, at: number, from: number[], to: number[]): number {
  const { mesh } = engine.room.grid;
  let sum = 0;
  for (let k = 0; k < mesh.nz; k++) {
    for (let j = 0; j < mesh.ny; j++) {
      for (let i = 0; i < mesh.nx; i++) {
        const index = [i, j, k];
        if (Math.abs(mesh.faces[axis][index[axis]!]! - at) > 1e-6) continue;
        const middle = index.map((n, a) => (mesh.faces[a as Axis][n]! + mesh.faces[a as Axis][n + 1]!) / 2);
        const others = ([0, 1, 2] as const).filter((a) => a !== axis);
        if (others.some((a) => middle[a]! < from[a]! || middle[a]! > to[a]!)) continue;
        const c = cellIndex(mesh, i, j, k);
        if (mesh.open[axis][c]! <= 0) continue;
        const area = others.reduce<number>((product, a) => product * mesh.width[a][index[a]! + 1]!, 1);
        sum += engine.air.velocity[axis][c]! * area;
      }
    }
  }
  return sum;
}

describe.each([
  ['too much', 1],
  ['too little', 0.6],
] as const)('a cold aisle given %s air', (_, suppliedM3s) => {
  const rack = (id: string, y: number, rotation: 0 | 180) => ({
    ...rackWith(4000, 0.4),
    id,
    position: { x: 3, y },
    rotation,
    size: { width: 1.6, depth: 1, height: 2 },
    underRackGap: 0.1,
  });
  const engine = steady(
    {
      ...smallRoom(),
      room: { width: 6, depth: 5, height: 3, initialCelsius: 20 },
      racks: [rack('south', 1.3, 180), rack('north', 3.7, 0)],
      coolingUnits: [
        {
          ...unitOf('crah'),
          position: { x: 5.6, y: 2.5 },
          rotation: 270,
          fan: { ratedAirflowM3s: suppliedM3s, ratedPowerW: 500 },
        },
      ],
      raisedFloor: { height: 0.6 },
      tiles: [2.5, 3.1].map((x, n) => ({ id: `tile-${n}`, position: { x, y: 2.5 }, openArea: 0.5 })),
      containments: [
        {
          id: 'aisle',
          kind: 'cold-aisle',
          min: { x: 2.2, y: 1.8, z: 0 },
          max: { x: 3.8, y: 3.2, z: 2 },
          sides: { xMin: 'door', xMax: 'door', yMin: 'panel', yMax: 'panel', roof: 'panel' },
          leakageArea: 0.02,
        },
      ],
    },
    0.25,
  );
  const low = [2.2, 1.8, 0];
  const high = [3.8, 3.2, 2];

  it('leaks the difference through panels, doors, roof and under the racks (1e-6 m³/s)', () => {
    const out =
      flowThrough(engine, 0, 3.8, low, high) -
      flowThrough(engine, 0, 2.2, low, high) +
      flowThrough(engine, 1, 3.2, low, high) -
      flowThrough(engine, 1, 1.8, low, high) +
      flowThrough(engine, 2, 2, low, high);
    expect(Math.abs(out - (suppliedM3s - 0.8))).toBeLessThan(1e-6);
  });

  it('moves air under the racks and through the roof in the direction of the pressure', () => {
    const outward = suppliedM3s > 0.8 ? 1 : -1;
    const underNorth = flowThrough(engine, 1, 3.2, [2.2, 1.8, 0], [3.8, 3.2, 0.3]);
    const underSouth = -flowThrough(engine, 1, 1.8, [2.2, 1.8, 0], [3.8, 3.2, 0.3]);
    expect(outward * underNorth).toBeGreaterThan(0.005);
    expect(outward * underSouth).toBeGreaterThan(0.005);
    expect(outward * flowThrough(engine, 2, 2, low, high)).toBeGreaterThan(0.002);
  });
});

describe('walls', () => {
  const opening = (
    id: string,
    surface: 'x-min' | 'x-max',
    flow: { kind: 'pinned'; airflowM3s: number } | { kind: 'free' },
  ) => ({
    id,
    surface,
    centre: { x: 0, y: 0.5, z: 0.25 },
    width: 1,
    height: 0.5,
    celsius: 20.01,
    flow,
  });

  it('with a U-value cool a duct exponentially along its length, U P / (rho cp Q) a metre (1 %)', () => {
    const walls = { kind: 'u-value' as const, wattsPerSquareMetreKelvin: 4, outsideCelsius: 20 };
    const engine = createEngine(
      siteSchema.parse({
        format: 'isotherm-site',
        version: 1,
        name: 'Duct',
        room: { width: 10, depth: 1, height: 1.5, walls, initialCelsius: 20 },
        obstacles: [{ id: 'above', min: { x: 0, y: 0, z: 0.5 }, max: { x: 10, y: 1, z: 1.5 } }],
        openings: [
          opening('in', 'x-min', { kind: 'pinned', airflowM3s: 0.5 }),
          opening('out', 'x-max', { kind: 'free' }),
        ],
      }),
      { seed: 1, cellSize: 0.5 },
    );
    runSteady(engine);
    const { mesh } = engine.room.grid;
    const mean = (x: number) => {
      const i = Math.round(x / 0.5);
      let sum = 0;
      for (let j = 0; j < mesh.ny; j++) sum += engine.temperature[cellIndex(mesh, i, j, 0)]!;
      return sum / mesh.ny - 20;
    };
    // One cell across mixes the section. The obstacle above is no wall: the floor of 1 m and two sides of 0.5 m are.
    const perMetre = (4 * 2) / (AIR_HEAT_CAPACITY * 0.5);
    const decay = Math.log(mean(2) / mean(8)) / 6;

    expect(Math.abs(decay / perMetre - 1)).toBeLessThan(0.01);
  });

  it('at a temperature bring still air to it, and take all the heat of a rack (0.1 %)', () => {
    const walls = { kind: 'temperature' as const, celsius: 17 };
    const room = { width: 4, depth: 3, height: 3, initialCelsius: 20, walls };
    const still = steady({ ...smallRoom(), room, racks: [], coolingUnits: [] }, 0.5);
    expect(reportOf(still).mass.balanceError).toBe(0);
    expect(
      Math.max(...Array.from(still.room.kernels.regions.air, (c) => Math.abs(still.temperature[c]! - 17))),
    ).toBeLessThan(1e-4);
    const heated = steady({ ...smallRoom(), room, coolingUnits: [] }, 0.3);
    expect(heated.measures.energyBalanceError).toBeLessThan(1e-3);
  });
});
