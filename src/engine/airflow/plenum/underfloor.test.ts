import { describe, expect, it } from 'vitest';
import { type Site, type SiteInput, siteSchema } from '../../../site/schema/site';
import { buildGrid } from '../../create-state';
import { createFlows, type RoomFlows } from '../flows';
import { mixUnderfloor } from './mix-underfloor';
import { moveUnderfloor } from './move-underfloor';
import { createUnderfloor, type Underfloor } from './underfloor';

const crah = (id: string, x: number, y: number, rotation: 90 | 270, airflowM3s: number) => ({
  id,
  kind: 'crah' as const,
  position: { x, y },
  rotation,
  size: { width: 1.2, depth: 0.6, height: 2 },
  medium: 'chilled-water' as const,
  supply: { to: 'raised-floor' as const },
  return: { from: 'room' as const, face: 'top' as const },
  fan: { ratedAirflowM3s: airflowM3s, ratedPowerW: 1000 },
  control: { mode: 'supply' as const, setpointCelsius: 16 },
});

const tileAt = (id: string, x: number, y: number, openArea = 0.25) => ({ id, position: { x, y }, openArea });

/** Tiles of high open area over a shallow plenum: the pressure across them is below the dynamic pressure of the supply. */
const shallow = () =>
  row({ tiles: Array.from({ length: 10 }, (_, n) => tileAt(`t${n}`, 1.5 + 0.6 * n, 1.5, 0.56)) }, 0.2);

/** A room 9 m long with a unit at its left wall and ten tiles in a row away from it. */
function row(changes: Partial<SiteInput> = {}, height = 0.6): Site {
  return siteSchema.parse({
    format: 'isotherm-site',
    version: 1,
    name: 'Row',
    room: { width: 9, depth: 3, height: 3 },
    raisedFloor: { height, plenum: 'two-dimensional' },
    coolingUnits: [crah('left', 0.3, 1.5, 90, 2.5)],
    tiles: Array.from({ length: 10 }, (_, n) => tileAt(`t${n}`, 1.5 + 0.6 * n, 1.5)),
    ...changes,
  } satisfies SiteInput);
}

function solved(
  site: Site,
  cellMetres?: number,
): { underfloor: Underfloor; flows: RoomFlows; run: () => void; grid: ReturnType<typeof buildGrid> } {
  const grid = buildGrid(site, { seed: 1, cellSize: 0.3 });
  const underfloor = createUnderfloor(site, grid, cellMetres)!;
  const flows = createFlows(grid);
  site.coolingUnits.forEach((unit, n) => {
    flows.units[n] = unit.fan.ratedAirflowM3s;
  });
  const still = new Float64Array(grid.mesh.size);
  const run = () => moveUnderfloor(underfloor, grid, still, flows, 300);
  run();
  return { underfloor, flows, run, grid };
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const spreadOf = (tiles: Float64Array) => (Math.max(...tiles) - Math.min(...tiles)) / (sum(tiles) / tiles.length);

describe('two-dimensional plenum', () => {
  it('gives out all that units supply, seams their share (1e-12, 1e-3)', () => {
    const { flows } = solved(row({ raisedFloor: { height: 0.6, leakageFraction: 0.1, plenum: 'two-dimensional' } }));
    expect(sum(flows.tiles) + sum(flows.floorFaces)).toBeCloseTo(2.5, 12);
    expect(flows.floorLeakage).toBeCloseTo(sum(flows.floorFaces), 12);
    expect(flows.floorLeakage / 2.5).toBeCloseTo(0.1, 3);
  });

  it('of great depth has one pressure: tiles alike within 1 %', () => {
    expect(spreadOf(solved(row({}, 2.5)).flows.tiles)).toBeLessThan(0.01);
  });

  it('of little depth starves the tiles near the unit; the nearest draws air in', () => {
    const { tiles } = solved(shallow()).flows;
    expect(tiles[0]).toBeLessThan(0);
    expect(tiles[1]).toBeLessThan(tiles[9]!);
    expect(tiles[4]).toBeLessThan(tiles[9]!);
    expect(sum(tiles)).toBeCloseTo(2.5, 12);
  });

  it('is the more even the deeper: 0.3, 0.45, 0.6, 0.9 m', () => {
    const spreads = [0.3, 0.45, 0.6, 0.9].map((height) => spreadOf(solved(row({}, height)).flows.tiles));
    for (let n = 1; n < spreads.length; n++) expect(spreads[n]!).toBeLessThan(spreads[n - 1]!);
  });

  it('with two like units facing each other is symmetric (1e-3)', () => {
    const site = row({ coolingUnits: [crah('left', 0.3, 1.5, 90, 1.25), crah('right', 8.7, 1.5, 270, 1.25)] });
    const tiles = Array.from({ length: 10 }, (_, n) => tileAt(`t${n}`, 1.8 + 0.6 * n, 1.5));
    const { flows } = solved({ ...site, tiles: siteSchema.shape.tiles.parse(tiles) });
    for (let n = 0; n < 5; n++) expect(flows.tiles[n]! / flows.tiles[9 - n]!).toBeCloseTo(1, 3);
  });

  it('on half as wide cells gives the same tile flows within 5 % of their mean', () => {
    const coarse = solved(row(), 0.3).flows.tiles;
    const site = { ...row(), cellSize: 0.15 };
    const grid = buildGrid(site, { seed: 1 });
    const fine = createUnderfloor(site, grid, 0.15)!;
    const flows = createFlows(grid);
    flows.units[0] = 2.5;
    moveUnderfloor(fine, grid, new Float64Array(grid.mesh.size), flows, 300);
    for (let n = 0; n < 10; n++) expect(Math.abs(flows.tiles[n]! - coarse[n]!)).toBeLessThan(0.05 * 0.25);
  });

  it('lets a wall under the floor keep a tile from the unit behind it', () => {
    const wall = { min: { x: 5.4, y: 0 }, max: { x: 5.7, y: 3 }, share: 0.9 };
    const open = solved(row()).flows.tiles;
    const walled = solved(row({ raisedFloor: { height: 0.6, plenum: 'two-dimensional', blockages: [wall] } })).flows
      .tiles;
    expect(walled[9]! / open[9]!).toBeLessThan(0.9);
    expect(walled[0]! / open[0]!).toBeGreaterThan(1);
  });

  it('follows vanes that turn the supply: more air where they point, mirrored when they are (1e-3)', () => {
    const turned = (discharge: 'front' | 'rear') =>
      solved(
        row({
          coolingUnits: [{ ...crah('middle', 4.5, 1.5, 90, 2.5), supply: { to: 'raised-floor', discharge } }],
          tiles: [1, 2, 7, 8].map((x) => tileAt(`t${x}`, x, 1.5, 0.56)),
        }),
      ).flows.tiles;
    const [front, rear] = [turned('front'), turned('rear')];
    expect(front[3]!).toBeGreaterThan(1.1 * front[0]!);
    for (let n = 0; n < 4; n++) expect(front[n]! / rear[3 - n]!).toBeCloseTo(1, 3);
  });

  it('keeps pinned tiles and gives the rest to the others', () => {
    const site = row();
    site.tiles[3]!.airflowM3s = 0.4;
    const { flows } = solved(site);
    expect(flows.tiles[3]).toBe(0.4);
    expect(sum(flows.tiles)).toBeCloseTo(2.5, 12);
  });

  it('does nothing while nothing changes', () => {
    const { underfloor, flows, run } = solved(row());
    const before = Float64Array.from(flows.tiles);
    const { pressure } = underfloor.state.air;
    const held = Float64Array.from(pressure);
    run();
    expect(flows.tiles).toEqual(before);
    expect(pressure).toEqual(held);
  });
});

describe('temperature under the floor', () => {
  const twoUnits = row({ coolingUnits: [crah('left', 0.3, 1.5, 90, 1.25), crah('right', 8.7, 1.5, 270, 1.25)] });

  function mixed(site: Site, unitCelsius: number[], roomCelsius: number) {
    const { underfloor, flows, grid } = solved(site);
    const result = {
      tilesCelsius: new Float64Array(site.tiles.length),
      floorFacesCelsius: new Float64Array(flows.floorFaces.length),
    };
    const room = new Float64Array(grid.mesh.size).fill(roomCelsius);
    mixUnderfloor(underfloor, grid, flows.units, Float64Array.from(unitCelsius), room, result);
    return { flows, result };
  }

  it('brings the air of each unit to the tiles near it, all heat accounted for (1e-9)', () => {
    const { flows, result } = mixed(twoUnits, [14, 20], 30);
    expect(result.tilesCelsius[0]).toBeCloseTo(14, 1);
    expect(result.tilesCelsius[9]).toBeCloseTo(20, 1);
    const out = flows.tiles.reduce((heat, q, n) => heat + q * result.tilesCelsius[n]!, 0);
    expect(out).toBeCloseTo(1.25 * (14 + 20), 9);
  });

  it('mixes in the room air that a reversed tile draws down, all heat accounted for (1e-9)', () => {
    const { flows, result } = mixed(shallow(), [14], 30);
    expect(flows.tiles[0]).toBeLessThan(0);
    expect(result.tilesCelsius[1]).toBeGreaterThan(14.02);
    let heat = 2.5 * 14;
    for (let n = 0; n < 10; n++) heat -= flows.tiles[n]! * (flows.tiles[n]! > 0 ? result.tilesCelsius[n]! : 30);
    expect(heat).toBeCloseTo(0, 9);
  });
});
