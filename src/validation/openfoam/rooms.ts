import { type ComparisonRoom, comparisonRoom, moderate, uneven } from './comparison-room';
import { laterRooms } from './later-rooms';
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

/** Two rows of five racks across a cold aisle on a raised floor; a unit in each hot aisle; supply just above the demand. */
function coldAisle(): ComparisonRoom {
  const random = chance(11);
  const xs = centres(0.6, 5);
  const racks = [
    ...xs.map((x, n) => loadedRack(random, `a${n + 1}`, { x, y: 1.4 }, 180, moderate)),
    ...xs.map((x, n) => loadedRack(random, `b${n + 1}`, { x, y: 3.6 }, 0, moderate)),
  ];
  const flow = rackAirflowM3s(racks) * 1.05;
  const unit = (id: string, y: number) =>
    floorUnit(
      { id, position: { x: 4.45, y }, rotation: 270, size: { width: 1.2, depth: 0.7, height: 1.9 } },
      flow / 2,
      18,
    );
  const coolingUnits = [unit('u1', 0.6), unit('u2', 4.4)];
  return comparisonRoom(
    'cold-aisle',
    'Two rows on a raised floor',
    false,
    [
      { name: 'cold aisle', x: 2.15, y: 2.5 },
      { name: 'hot aisle', x: 2.15, y: 0.55 },
    ],
    {
      room: { width: 4.8, depth: 5, height: 2.6, initialCelsius: 22 },
      raisedFloor: { height: 0.6 },
      tiles: tileLines(xs, [2.2, 2.8], 0.5, unitAirflowM3s(coolingUnits)),
      racks,
      coolingUnits,
    },
  );
}

/** One row of six racks that draws half as much again as the floor supplies: warm air comes over the top and round the ends. */
function underSupplied(): ComparisonRoom {
  const random = chance(12);
  const xs = centres(0.8, 6);
  const racks = xs.map((x, n) => loadedRack(random, `a${n + 1}`, { x, y: 2.1 }, 0, moderate));
  const coolingUnits = [
    floorUnit(
      { id: 'u1', position: { x: 4.7, y: 3.4 }, rotation: 0, size: { width: 1.2, depth: 0.7, height: 1.9 } },
      rackAirflowM3s(racks) * 0.67,
      16,
    ),
  ];
  return comparisonRoom(
    'under-supplied',
    'One row, supply two thirds of the demand',
    false,
    [
      { name: 'in front of the row', x: 2.65, y: 1.25 },
      { name: 'behind the row', x: 2.65, y: 3.05 },
    ],
    {
      room: { width: 5.4, depth: 3.8, height: 2.7, initialCelsius: 24 },
      raisedFloor: { height: 0.6 },
      tiles: tileLines(xs, [1.3], 0.4, unitAirflowM3s(coolingUnits)),
      racks,
      coolingUnits,
    },
  );
}

/** Two rows back to back over a hot aisle, cooled by two units within the rows; no raised floor. */
function inRow(): ComparisonRoom {
  const random = chance(13);
  const racks = [
    ...[0.9, 1.5, 2.7, 3.3].map((x, n) => loadedRack(random, `a${n + 1}`, { x, y: 1.6 }, 0, moderate)),
    ...[0.9, 2.1, 2.7, 3.3].map((x, n) => loadedRack(random, `b${n + 1}`, { x, y: 3.7 }, 180, moderate)),
  ];
  const flow = rackAirflowM3s(racks) * 1.1;
  const unit = (id: string, x: number, y: number, rotation: 0 | 180) => inRowUnit(id, { x, y }, rotation, flow / 2, 19);
  return comparisonRoom(
    'in-row',
    'Two rows cooled from within',
    false,
    [
      { name: 'hot aisle', x: 2.15, y: 2.65 },
      { name: 'in front of row A', x: 2.65, y: 0.65 },
    ],
    {
      room: { width: 4.2, depth: 5.3, height: 2.6, initialCelsius: 24 },
      racks,
      coolingUnits: [unit('u1', 2.1, 1.6, 0), unit('u2', 1.5, 3.7, 180)],
    },
  );
}

/** A row of five racks on a solid floor, flooded by a unit at the wall that blows low and draws at its top. */
function perimeter(): ComparisonRoom {
  const random = chance(14);
  const xs = centres(1, 5);
  const racks = xs.map((x, n) => loadedRack(random, `a${n + 1}`, { x, y: 2.9 }, 0, moderate));
  return comparisonRoom(
    'perimeter',
    'A unit at the wall, solid floor',
    false,
    [
      { name: 'in front of the row', x: 2.55, y: 1.85 },
      { name: 'behind the row', x: 2.55, y: 3.85 },
    ],
    {
      room: { width: 5, depth: 4.4, height: 2.8, initialCelsius: 24 },
      racks,
      coolingUnits: [
        coolingUnit(
          {
            id: 'u1',
            kind: 'crac',
            position: { x: 1.6, y: 0.35 },
            rotation: 180,
            size: { width: 1.4, depth: 0.7, height: 1.9 },
            supply: { to: 'room', face: 'front', height: 0.5, zMin: 0.1 },
            return: { from: 'room', face: 'top' },
          },
          rackAirflowM3s(racks),
          17,
        ),
      ],
    },
  );
}

/** A cold aisle with a roof and a shut door at one end; the other end stands open. Panels are tight. */
function halfContained(): ComparisonRoom {
  const random = chance(15);
  const xs = centres(0.5, 4);
  const racks = [
    ...xs.map((x, n) => loadedRack(random, `a${n + 1}`, { x, y: 1.3 }, 180, moderate)),
    ...xs.map((x, n) => loadedRack(random, `b${n + 1}`, { x, y: 3.5 }, 0, moderate)),
  ];
  const flow = rackAirflowM3s(racks) * 0.9;
  const unit = (id: string, y: number) =>
    floorUnit(
      { id, position: { x: 3.8, y }, rotation: 270, size: { width: 1.2, depth: 0.8, height: 1.9 } },
      flow / 2,
      18,
    );
  const coolingUnits = [unit('u1', 0.6), unit('u2', 4.2)];
  return comparisonRoom(
    'half-contained',
    'A cold aisle with one open end',
    false,
    [
      { name: 'contained aisle', x: 1.75, y: 2.45 },
      { name: 'hot aisle', x: 1.75, y: 0.45 },
    ],
    {
      room: { width: 4.2, depth: 4.8, height: 2.7, initialCelsius: 22 },
      raisedFloor: { height: 0.6 },
      tiles: tileLines(xs, [2.1, 2.7], 0.5, unitAirflowM3s(coolingUnits)),
      racks,
      containments: [
        {
          id: 'aisle',
          kind: 'cold-aisle',
          min: { x: 0.5, y: 1.8, z: 0 },
          max: { x: 2.9, y: 3, z: 2 },
          sides: { xMin: 'door', xMax: 'open', yMin: 'panel', yMax: 'panel', roof: 'panel' },
          leakageArea: 0,
        },
      ],
      coolingUnits,
    },
  );
}

/** Held out: a row with gaps and empty slots, uneven loads, a column; two units. */
function gappedRow(): ComparisonRoom {
  const random = chance(16);
  const places = [0.9, 1.5, 2.7, 3.3, 4.5];
  const slots = [
    [0, 1, 2, 3],
    [0, 2],
    [1, 3],
    [0, 1, 2, 3],
    [0, 1],
  ];
  const racks = places.map((x, n) => loadedRack(random, `a${n + 1}`, { x, y: 2.2 }, 0, uneven, slots[n]!));
  const flow = rackAirflowM3s(racks) * 0.9;
  const unit = (id: string, x: number) =>
    floorUnit({ id, position: { x, y: 3.6 }, rotation: 0, size: { width: 1, depth: 0.6, height: 1.9 } }, flow / 2, 17);
  const coolingUnits = [unit('u1', 1.2), unit('u2', 4.2)];
  return comparisonRoom(
    'gapped-row',
    'A row with gaps, uneven loads, a column',
    true,
    [
      { name: 'in front of the row', x: 3.05, y: 1.35 },
      { name: 'behind the row', x: 3.05, y: 3.05 },
    ],
    {
      room: { width: 5.4, depth: 3.9, height: 2.8, initialCelsius: 22 },
      raisedFloor: { height: 0.5 },
      tiles: tileLines(places, [1.4], 0.4, unitAirflowM3s(coolingUnits)),
      racks,
      obstacles: [{ id: 'column', min: { x: 2, y: 0.8, z: 0 }, max: { x: 2.3, y: 1.1, z: 2.8 } }],
      coolingUnits,
    },
  );
}

/** Held out: units over the cold aisle blow down along it; the ceiling plenum takes the warm air through grilles. */
function overhead(): ComparisonRoom {
  const random = chance(17);
  const xs = centres(0.7, 4);
  const racks = [
    ...xs.map((x, n) => loadedRack(random, `a${n + 1}`, { x, y: 1.5 }, 180, uneven)),
    ...xs.map((x, n) => loadedRack(random, `b${n + 1}`, { x, y: 3.9 }, 0, uneven)),
  ];
  const flow = rackAirflowM3s(racks);
  const unit = (id: string, x: number) =>
    coolingUnit(
      {
        id,
        kind: 'overhead',
        position: { x, y: 2.7 },
        base: 2.3,
        rotation: 0,
        size: { width: 1, depth: 0.9, height: 0.5 },
        supply: { to: 'room', face: 'bottom' },
        return: { from: 'ceiling-plenum' },
      },
      flow / 2,
      18,
    );
  return comparisonRoom(
    'overhead',
    'Supply from above, return through the ceiling',
    true,
    [
      { name: 'cold aisle', x: 1.95, y: 2.75 },
      { name: 'hot aisle', x: 1.95, y: 0.55 },
    ],
    {
      room: { width: 3.8, depth: 5.4, height: 3, initialCelsius: 23 },
      ceilingPlenum: { height: 0.6 },
      ceilingGrilles: [
        ...centres(0.1, 3, 1.2).map((x, n) => ({ id: `g1-${n + 1}`, position: { x, y: 0.5 }, openArea: 0.5 })),
        ...centres(0.1, 3, 1.2).map((x, n) => ({ id: `g2-${n + 1}`, position: { x, y: 4.9 }, openArea: 0.5 })),
      ],
      racks,
      coolingUnits: [unit('u1', 1.3), unit('u2', 2.5)],
    },
  );
}

export const comparisonRooms: readonly ComparisonRoom[] = [
  coldAisle(),
  underSupplied(),
  inRow(),
  perimeter(),
  halfContained(),
  gappedRow(),
  overhead(),
  ...laterRooms,
];
