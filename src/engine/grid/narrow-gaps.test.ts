import { describe, expect, it } from 'vitest';
import { rackWith, smallRoom } from '../testing/sites';
import { gridLines } from './lines';
import { narrowGaps } from './narrow-gaps';
import { buildRoomGrid } from './room-grid';

/** The rack breathes in towards -x (its front) and out towards +x, its rear 0.2 m from the right wall. */
const nearWall = () => smallRoom({ racks: [{ ...rackWith(2000, 0.2), position: { x: 3.3, y: 1.5 } }] });

describe('narrow gaps', () => {
  it('before a breathing face keep a cell of air on cells of 0.6 m: no false alarm', () => {
    const grid = buildRoomGrid(nearWall(), 0.6, 1e6);
    expect(grid.issues).toEqual([]);
    expect(grid.lines.x.at(-1)! - grid.lines.x.at(-2)!).toBeCloseTo(0.2, 9);
  });

  it('between two racks keep a cell of air too', () => {
    const facing = smallRoom({
      racks: [
        { ...rackWith(2000, 0.2), id: 'a', position: { x: 1.6, y: 1.5 } },
        { ...rackWith(2000, 0.2), id: 'b', position: { x: 2.75, y: 1.5 } },
      ],
    });
    expect(buildRoomGrid(facing, 0.6, 1e6).issues).toEqual([]);
  });

  it('are none where aisles are wide, and change nothing on cells that resolve them', () => {
    for (const below of [0.05, 0.135, 0.3]) expect(narrowGaps(smallRoom(), below)).toEqual([]);
    const site = nearWall();
    expect(gridLines(site, 0.2).x.some((x) => Math.abs(x - 3.8) < 1e-9)).toBe(true);
  });

  it('too narrow to breathe in stay an error of the site with its place', () => {
    const tight = smallRoom({ racks: [{ ...rackWith(2000, 0.2), position: { x: 3.47, y: 1.5 } }] });
    const { issues } = buildRoomGrid(tight, 0.6, 1e6);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([['no-air-path', 'racks[0].contents[0]']]);
  });
});
