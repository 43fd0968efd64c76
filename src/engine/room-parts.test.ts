import { describe, expect, it } from 'vitest';
import type { SiteInput } from '../site/schema/site';
import { siteSchema } from '../site/schema/site';
import { AIR_HEAT_CAPACITY } from '../units/air';
import { createEngine, type Engine, runSteady } from './engine';
import { reportOf, type SimulationReport } from './report';
import { rackWith, smallRoom } from './testing/sites';

function steady(site: SiteInput, cellSize = 0.25): { engine: Engine; report: SimulationReport } {
  const engine = createEngine(siteSchema.parse(site), { seed: 1, cellSize });
  runSteady(engine);
  return { engine, report: reportOf(engine) };
}

const duct: SiteInput = {
  format: 'isotherm-site',
  version: 1,
  name: 'Duct',
  room: { width: 6, depth: 2, height: 2, initialCelsius: 15 },
  openings: [
    {
      id: 'in',
      surface: 'x-min',
      centre: { x: 0, y: 1, z: 1 },
      width: 2,
      height: 2,
      celsius: 15,
      flow: { kind: 'pinned', airflowM3s: 0.8 },
    },
    {
      id: 'out',
      surface: 'x-max',
      centre: { x: 6, y: 1, z: 1 },
      width: 2,
      height: 2,
      celsius: 40,
      flow: { kind: 'free' },
    },
  ],
};

describe('openings', () => {
  it('plug flow: what is blown in leaves through the free end, at its own temperature', () => {
    const { report } = steady(duct);
    expect(report.openings.map(({ airflowM3s }) => airflowM3s)[1]).toBeCloseTo(-0.8, 5);
    expect(report.openings[1]!.celsius).toBeCloseTo(15, 6);
    expect(report.mass.balanceError).toBeLessThan(1e-6);
  });

  it('a heat source in the duct leaves whole through its free end (0.1 %)', () => {
    const { report } = steady({
      ...duct,
      racks: [
        { ...rackWith(2000, 0.2), position: { x: 3, y: 1 }, size: { width: 0.6, depth: 1, height: 1.5 }, uHeight: 30 },
      ],
    });
    const left = report.openings[1]!;
    expect(-left.airflowM3s).toBeCloseTo(0.8, 5);
    expect(report.energy.balanceError).toBeLessThan(1e-3);
    expect(report.coolingUnits).toEqual([]);
    // Area mean at the end; the mean by flow is 15 + P / (rho cp Q) = 17.06, which the balance holds.
    expect(left.celsius).toBeGreaterThan(15.5);
  });
});

describe('walls', () => {
  it('with a U-value lose U A (T - T_outside), closing the balance with no unit (0.1 %)', () => {
    const room = {
      width: 4,
      depth: 3,
      height: 3,
      initialCelsius: 20,
      walls: { kind: 'u-value' as const, wattsPerSquareMetreKelvin: 2, outsideCelsius: 10 },
    };
    const { report } = steady({ ...smallRoom(), room, coolingUnits: [], racks: [rackWith(1000, 0.2)] });
    expect(report.energy.balanceError).toBeLessThan(1e-3);
    // 66 m² of wall, floor and ceiling: 1000 W need about 7.6 K on average, more at the rack in the warm half.
    expect(report.racks[0]!.inletCelsius.mean).toBeGreaterThan(15);
    expect(report.racks[0]!.inletCelsius.mean).toBeLessThan(23);
  });
});

/** Two racks back to back over a tiled strip, one unit: half of what they draw must come from somewhere warm. */
function aisleRoom(changes: Partial<SiteInput> = {}): SiteInput {
  const rack = (id: string, y: number, rotation: 0 | 180) => ({
    ...rackWith(4000, 0.4),
    id,
    position: { x: 3, y },
    rotation,
    size: { width: 1.6, depth: 1, height: 2 },
  });
  return {
    ...smallRoom(),
    room: { width: 6, depth: 5, height: 3, initialCelsius: 20 },
    racks: [rack('south', 1.3, 180), rack('north', 3.7, 0)],
    coolingUnits: [
      {
        id: 'unit',
        kind: 'crah',
        position: { x: 5.6, y: 2.5 },
        rotation: 270,
        size: { width: 1.6, depth: 0.8, height: 2 },
        medium: 'chilled-water',
        supply: { to: 'raised-floor' },
        return: { from: 'room', face: 'top' },
        fan: { ratedAirflowM3s: 0.6, ratedPowerW: 500 },
        control: { mode: 'supply', setpointCelsius: 16 },
      },
    ],
    raisedFloor: { height: 0.6 },
    tiles: [2.5, 3.1].map((x, n) => ({ id: `tile-${n}`, position: { x, y: 2.5 }, openArea: 0.5 })),
    ...changes,
  };
}

describe('containment', () => {
  const aisle = {
    id: 'aisle',
    kind: 'cold-aisle' as const,
    min: { x: 2.2, y: 1.8, z: 0 },
    max: { x: 3.8, y: 3.2, z: 2 },
    sides: {
      xMin: 'door' as const,
      xMax: 'door' as const,
      yMin: 'panel' as const,
      yMax: 'panel' as const,
      roof: 'panel' as const,
    },
    leakageArea: 0.02,
  };

  it('of the cold aisle brings the inlets closer to the supply, even where the aisle is short of air', () => {
    const open = steady(aisleRoom()).report;
    const shut = steady(aisleRoom({ containments: [aisle] })).report;
    const worst = (report: SimulationReport) => Math.max(...report.racks.map((rack) => rack.inletCelsius.max));
    // 0.8 m³/s drawn, 0.6 supplied: the rest leaks in through the panels, mixed with the aisle's air.
    expect(worst(open) - worst(shut)).toBeGreaterThan(0.5);
    expect(shut.energy.balanceError).toBeLessThan(1e-3);
    expect(shut.mass.balanceError).toBeLessThan(1e-6);
  });

  it('with its doors open is no better than an aisle without doors', () => {
    const opened = steady(aisleRoom({ containments: [{ ...aisle, openDoors: true }] })).report;
    const doorless = steady(
      aisleRoom({ containments: [{ ...aisle, sides: { ...aisle.sides, xMin: 'open', xMax: 'open' } }] }),
    ).report;
    expect(opened.racks.map(({ inletCelsius }) => inletCelsius.mean)).toEqual(
      doorless.racks.map(({ inletCelsius }) => inletCelsius.mean),
    );
  });
});

describe('blanking panels', () => {
  it('left out let exhaust through the rack to its own inlet', () => {
    const closed = steady(aisleRoom()).report;
    const site = aisleRoom();
    const racks = site.racks!.map((rack) => ({ ...rack, blankingPanels: false }));
    const { engine, report } = steady({ ...site, racks });
    const mean = (r: SimulationReport) => r.racks[0]!.inletCelsius.mean + r.racks[1]!.inletCelsius.mean;
    expect(mean(report)).toBeGreaterThan(mean(closed) + 0.2);
    expect(engine.room.kernels.regions.count).toBe(1);
    expect(report.energy.balanceError).toBeLessThan(1e-3);
  });
});

describe('ceiling plenum', () => {
  it('returns the air of its grilles to the unit, mixed by flow', () => {
    const site = aisleRoom();
    const unit = site.coolingUnits![0]!;
    const { engine, report } = steady({
      ...site,
      ceilingPlenum: { height: 0.5 },
      ceilingGrilles: [0.6, 4.4].map((y, n) => ({ id: `grille-${n}`, position: { x: 3, y }, openArea: 0.5 })),
      coolingUnits: [{ ...unit, return: { from: 'ceiling-plenum' } }],
    });
    expect(engine.flows.grilles[0]! + engine.flows.grilles[1]!).toBeCloseTo(0.6, 12);
    expect(report.coolingUnits[0]!.returnCelsius).toBeCloseTo(16 + 8000 / (AIR_HEAT_CAPACITY * 0.6), 1);
    expect(report.energy.balanceError).toBeLessThan(1e-3);
  });
});
