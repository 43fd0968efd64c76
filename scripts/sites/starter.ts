import type { SiteInput } from '../../src/site/schema/site';
import { rounded } from './rounding';

type RackInput = NonNullable<SiteInput['racks']>[number];
type TileInput = NonNullable<SiteInput['tiles']>[number];

const pitch = 0.6;
const firstX = 1.8;
const racksPerRow = 10;
const rackSize = { width: 0.6, depth: 1.2, height: 2 };

/** Servers in each rack, in four groups of equal size; the last rack of row B is filled by hand. */
const serversA = [24, 28, 24, 20, 28, 32, 24, 20, 24, 28];
const serversB = [28, 24, 20, 28, 24, 24, 32, 28, 24];

/** Two rows across a cold aisle on a raised floor, two perimeter units, and a dense rack that starves at a row end. */
export function starter(): SiteInput {
  return {
    format: 'isotherm-site',
    version: 1,
    name: 'Starter room',
    description: [
      'An example design, not a real room: two rows of ten racks across a cold aisle, raised floor, two perimeter units.',
      'The problem to solve: rack B10 at the row end holds two blade enclosures of 8 kW, its empty units are open from front to rear, and the four floor tiles at that end of the cold aisle are solid. B10 and its neighbour A10 draw warm air over the top and round the end of the rows: their upper inlets pass the recommended 27 °C.',
      'Servers: catalogue type ibm-x3550-m3. Blade enclosures, units, UPS and workload, racks of 120 kg and what the room is made of: round figures of the example.',
    ].join('\n'),
    ashraeClass: 'A2',
    room: {
      width: 9.6,
      depth: 7.2,
      height: 3,
      fabric: { floor: 'raised-floor-panel', walls: 'plasterboard', ceiling: 'ceiling-tile' },
      initialCelsius: 22,
    },
    raisedFloor: { height: 0.6, leakageFraction: 0.06 },
    tiles: tiles(),
    racks: [
      ...serversA.map((count, index) => serverRack('A', index, count)),
      ...serversB.map((count, index) => serverRack('B', index, count)),
      denseRack(),
    ],
    coolingUnits: [perimeterUnit('CRAH-1', { x: 9.2, y: 0.9 }, 270), perimeterUnit('CRAH-2', { x: 0.4, y: 6.3 }, 90)],
    sensors: [
      { id: 'cold-aisle-middle', name: 'Cold aisle, middle', position: { x: 4.8, y: 3.6, z: 1.5 } },
      { id: 'cold-aisle-end', name: 'Cold aisle, east end', position: { x: 7.5, y: 3.6, z: 1.5 } },
      { id: 'b10-front-top', name: 'B10 front, top', position: { x: 7.5, y: 4.1, z: 1.8 } },
      { id: 'hot-aisle-a', name: 'Hot aisle A', position: { x: 4.8, y: 0.9, z: 1.5 } },
      { id: 'hot-aisle-b', name: 'Hot aisle B', position: { x: 4.8, y: 6.3, z: 1.5 } },
    ],
    outdoor: { dryBulbCelsius: 28, wetBulbCelsius: 19 },
    electrical: { ups: { ratedW: 200_000 }, pduEfficiency: 0.98, otherLoadW: 1500 },
    plant: { kind: 'moore-cop' },
    workload: {
      demand: { kind: 'diurnal', mean: 0.55, amplitude: 0.25, peakHour: 15, noise: 0.1 },
      startHour: 10,
      dispatcher: 'uniform',
      governor: 'ondemand',
    },
    floorGrid: pitch,
  };
}

function place(
  row: 'A' | 'B',
  index: number,
): Pick<RackInput, 'id' | 'name' | 'position' | 'rotation' | 'size' | 'uHeight' | 'frameMassKg'> {
  const id = `${row}${String(index + 1).padStart(2, '0')}`;
  return {
    id,
    name: `${row}${index + 1}`,
    position: { x: rounded(firstX + pitch * (index + 0.5), 2), y: row === 'A' ? 2.4 : 4.8 },
    rotation: row === 'A' ? 180 : 0,
    size: rackSize,
    uHeight: 42,
    frameMassKg: 120,
  };
}

function serverRack(row: 'A' | 'B', index: number, count: number): RackInput {
  const group = count / 4;
  return {
    ...place(row, index),
    contents: [0, 1, 2, 3].map((n) => ({
      kind: 'servers',
      id: `g${n + 1}`,
      type: 'ibm-x3550-m3',
      uStart: 2 + n * 10,
      uSize: group,
      count: group,
    })),
  };
}

function denseRack(): RackInput {
  return {
    ...place('B', racksPerRow - 1),
    contents: [3, 21].map((uStart, n) => ({
      kind: 'chassis',
      id: `blades-${n + 1}`,
      uStart,
      uSize: 10,
      powerW: 8000,
      airflowM3s: 0.42,
      heatCapacityJK: 96_000,
      heatExchangeEffectiveness: 0.8,
    })),
    blankingPanels: false,
  };
}

function perimeterUnit(
  id: string,
  position: { x: number; y: number },
  rotation: 90 | 270,
): NonNullable<SiteInput['coolingUnits']>[number] {
  return {
    id,
    name: id,
    kind: 'crah',
    position,
    rotation,
    size: { width: 1.8, depth: 0.8, height: 2 },
    medium: 'chilled-water',
    supply: { to: 'raised-floor' },
    return: { from: 'room', face: 'top' },
    fan: { ratedAirflowM3s: 5, ratedPowerW: 4000, speed: 0.64 },
    capacityW: 75_000,
    control: { mode: 'supply', setpointCelsius: 20 },
  };
}

/** Two lines of tiles along the cold aisle; the four next to rack B10 are solid, so they are not here. */
function tiles(): TileInput[] {
  return [3.3, 3.9].flatMap((y, line) =>
    Array.from({ length: racksPerRow - 2 }, (_, index) => ({
      id: `T${line + 1}-${String(index + 1).padStart(2, '0')}`,
      position: { x: rounded(firstX + pitch * (index + 0.5), 2), y },
      openArea: 0.4,
    })),
  );
}
