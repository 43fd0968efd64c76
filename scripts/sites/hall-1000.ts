import type { SiteInput } from '../../src/site/schema/site';
import { rounded } from './rounding';
import { seeded } from './seeded';

type RackInput = NonNullable<SiteInput['racks']>[number];
type TileInput = NonNullable<SiteInput['tiles']>[number];
type UnitInput = NonNullable<SiteInput['coolingUnits']>[number];

const pitch = 0.6;
const racksPerBlock = 25;
const rowPairs = 10;
const rackSize = { width: 0.6, depth: 1.2, height: 2.2 };
/** Where the two blocks of each row begin along x, m; a cross aisle of 1.8 m lies between. */
const blockStarts = [3, 19.8];
const room = { width: 37.8, depth: 50.4, height: 3.6 };
/** First rack depth of each pair of rows along y, m: 1.2 rack, 1.2 cold aisle, 1.2 rack, 1.2 hot aisle. */
const pairStart = (pair: number): number => 1.8 + 4.8 * pair;
const unitsPerWall = 21;

/** A hall of 1,000 racks in ten pairs of rows across cold aisles, with perimeter units along both side walls. */
export function hall1000(): SiteInput {
  return {
    format: 'isotherm-site',
    version: 1,
    name: 'Hall of 1,000 racks',
    description: [
      'An example design, not a real hall: 1,000 racks in ten pairs of rows, each pair across a cold aisle of perforated tiles, on a raised floor of 0.9 m, with 42 perimeter units along the two side walls.',
      'Each rack holds 20 to 36 servers of catalogue type ibm-x3550-m3 in two groups, drawn from a seeded generator: about 5 kW a rack at the demand of the afternoon.',
      'Units, UPS and workload, racks of 120 kg and what the hall is made of: round figures of the example.',
    ].join('\n'),
    ashraeClass: 'A2',
    room: {
      ...room,
      fabric: { floor: 'raised-floor-panel', walls: 'plasterboard', ceiling: 'ceiling-tile' },
      initialCelsius: 22,
    },
    raisedFloor: { height: 0.9, leakageFraction: 0.05 },
    tiles: tiles(),
    racks: racks(),
    coolingUnits: [...wallOfUnits('W', 0.5, 90), ...wallOfUnits('E', room.width - 0.5, 270)],
    sensors: Array.from({ length: rowPairs }, (_, pair) => ({
      id: `cold-aisle-${String(pair + 1).padStart(2, '0')}`,
      name: `Cold aisle ${pair + 1}`,
      position: { x: 10.5, y: rounded(pairStart(pair) + 1.8, 2), z: 1.5 },
    })),
    outdoor: { dryBulbCelsius: 24, wetBulbCelsius: 17 },
    electrical: { ups: { ratedW: 8_000_000 }, pduEfficiency: 0.98, otherLoadW: 40_000 },
    plant: { kind: 'moore-cop' },
    workload: {
      demand: { kind: 'diurnal', mean: 0.6, amplitude: 0.25, peakHour: 15, noise: 0.05 },
      startHour: 12,
      dispatcher: 'uniform',
      governor: 'schedutil',
    },
    floorGrid: pitch,
  };
}

function racks(): RackInput[] {
  const random = seeded(1000);
  return Array.from({ length: rowPairs * 2 }, (_, row) => row).flatMap((row) => {
    const facesUp = row % 2 === 0;
    const y = rounded(pairStart(Math.floor(row / 2)) + (facesUp ? 0.6 : 3), 2);
    return blockStarts.flatMap((start, block) =>
      Array.from({ length: racksPerBlock }, (_, place): RackInput => {
        const half = 10 + Math.floor(random() * 9);
        return {
          id: `${String.fromCharCode(65 + row)}${String(block * racksPerBlock + place + 1).padStart(2, '0')}`,
          position: { x: rounded(start + pitch * (place + 0.5), 2), y },
          rotation: facesUp ? 180 : 0,
          size: rackSize,
          uHeight: 46,
          frameMassKg: 120,
          contents: [2, 24].map((uStart, group) => ({
            kind: 'servers',
            id: `g${group + 1}`,
            type: 'ibm-x3550-m3',
            uStart,
            uSize: half,
            count: half,
          })),
        };
      }),
    );
  });
}

function tiles(): TileInput[] {
  return Array.from({ length: rowPairs }, (_, pair) => pair).flatMap((pair) =>
    blockStarts.flatMap((start, block) =>
      [1.5, 2.1].flatMap((offset, line) =>
        Array.from({ length: racksPerBlock }, (_, place) => ({
          id: `T${pair + 1}-${line + 1}-${String(block * racksPerBlock + place + 1).padStart(2, '0')}`,
          position: { x: rounded(start + pitch * (place + 0.5), 2), y: rounded(pairStart(pair) + offset, 2) },
          openArea: 0.56,
        })),
      ),
    ),
  );
}

function wallOfUnits(wall: string, x: number, rotation: 90 | 270): UnitInput[] {
  const spacing = room.depth / unitsPerWall;
  return Array.from({ length: unitsPerWall }, (_, index) => ({
    id: `CRAH-${wall}${String(index + 1).padStart(2, '0')}`,
    kind: 'crah',
    position: { x: rounded(x, 2), y: rounded(spacing * (index + 0.5), 2) },
    rotation,
    size: { width: 2.2, depth: 1, height: 2.4 },
    medium: 'chilled-water',
    supply: { to: 'raised-floor' },
    return: { from: 'room', face: 'top' },
    fan: { ratedAirflowM3s: 13, ratedPowerW: 9000, speed: 0.66 },
    capacityW: 200_000,
    control: { mode: 'supply', setpointCelsius: 20 },
  }));
}
