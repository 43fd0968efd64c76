import { type ComparisonRoom, comparisonRoom, moderate, uneven } from './comparison-room';
import {
  centres,
  chance,
  coolingUnit,
  floorUnit,
  inRowUnit,
  loadedRack,
  rackAirflowM3s,
  tileLines,
  unitAirflowM3s,
} from './site-parts';

/** Two short rows over a raised floor that gives four fifths of what the racks draw, loads uneven, both units at one wall. */
function shortOfAir(): ComparisonRoom {
  const random = chance(21);
  const xs = centres(0.7, 4);
  const racks = [
    ...xs.map((x, n) => loadedRack(random, `a${n + 1}`, { x, y: 1.5 }, 180, uneven)),
    ...xs.map((x, n) => loadedRack(random, `b${n + 1}`, { x, y: 3.7 }, 0, uneven)),
  ];
  const flow = rackAirflowM3s(racks) * 0.8;
  const unit = (id: string, y: number) =>
    floorUnit(
      { id, position: { x: 4.25, y }, rotation: 270, size: { width: 1.2, depth: 0.7, height: 1.9 } },
      flow / 2,
      17,
    );
  const coolingUnits = [unit('u1', 1), unit('u2', 4.2)];
  return comparisonRoom(
    'short-of-air',
    'Two rows that draw more than the floor gives',
    true,
    [
      { name: 'cold aisle', x: 1.95, y: 2.6 },
      { name: 'hot aisle', x: 1.95, y: 0.6 },
    ],
    {
      room: { width: 4.6, depth: 5.2, height: 2.8, initialCelsius: 22 },
      raisedFloor: { height: 0.6 },
      tiles: tileLines(xs, [2.3, 2.9], 0.4, unitAirflowM3s(coolingUnits)),
      racks,
      coolingUnits,
    },
  );
}

/** Two rows that face each other; a unit in each row blows into the cold aisle between them and draws from behind. */
function facingRows(): ComparisonRoom {
  const random = chance(22);
  const racks = [
    ...[0.9, 1.5, 2.7, 3.3].map((x, n) => loadedRack(random, `a${n + 1}`, { x, y: 1.6 }, 180, moderate)),
    ...[0.9, 2.1, 2.7, 3.3].map((x, n) => loadedRack(random, `b${n + 1}`, { x, y: 3.8 }, 0, moderate)),
  ];
  const flow = rackAirflowM3s(racks) * 1.05;
  const unit = (id: string, x: number, y: number, rotation: 0 | 180) => inRowUnit(id, { x, y }, rotation, flow / 2, 19);
  return comparisonRoom(
    'facing-rows',
    'Two facing rows, units within them blow into the cold aisle',
    true,
    [
      { name: 'cold aisle', x: 2.65, y: 2.75 },
      { name: 'hot aisle', x: 2.65, y: 0.55 },
    ],
    {
      room: { width: 4.2, depth: 5.4, height: 2.7, initialCelsius: 23 },
      racks,
      coolingUnits: [unit('u1', 2.1, 1.6, 180), unit('u2', 1.5, 3.8, 0)],
    },
  );
}

/** Two rows on a solid floor along which two units at opposite walls blow low; returns on top, loads uneven. */
function floodedRows(): ComparisonRoom {
  const random = chance(23);
  const racks = [
    ...centres(1.6, 3).map((x, n) => loadedRack(random, `a${n + 1}`, { x, y: 1.5 }, 180, uneven)),
    ...centres(1.6, 4).map((x, n) => loadedRack(random, `b${n + 1}`, { x, y: 3.7 }, 0, uneven)),
  ];
  const flow = rackAirflowM3s(racks) * 1.1;
  const unit = (id: string, x: number, rotation: 90 | 270) =>
    coolingUnit(
      {
        id,
        kind: 'crac',
        position: { x, y: 2.6 },
        rotation,
        size: { width: 1.2, depth: 0.7, height: 1.9 },
        supply: { to: 'room', face: 'front', height: 0.5, zMin: 0.1 },
        return: { from: 'room', face: 'top' },
      },
      flow / 2,
      18,
    );
  return comparisonRoom(
    'flooded-rows',
    'Two rows flooded from both ends of their cold aisle',
    true,
    [
      { name: 'cold aisle', x: 2.55, y: 2.6 },
      { name: 'behind row B', x: 2.55, y: 4.7 },
    ],
    {
      room: { width: 5.4, depth: 5.2, height: 2.6, initialCelsius: 23 },
      racks,
      coolingUnits: [unit('u1', 0.35, 90), unit('u2', 5.05, 270)],
    },
  );
}

/** Rooms written after the engine's choices of physics were made; none was changed for them. */
export const laterRooms: readonly ComparisonRoom[] = [shortOfAir(), facingRows(), floodedRows()];
