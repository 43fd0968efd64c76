import type { SiteInput } from '../../src/site/schema/site';
import { rounded } from './rounding';

type RackInput = NonNullable<SiteInput['racks']>[number];
type UnitInput = NonNullable<SiteInput['coolingUnits']>[number];

const pitch = 0.6;
const firstX = 1.8;
const size = { width: 0.6, depth: 1.2, height: 2.2 };
/** What stands at each place of the two rows: air-cooled GPU rack, rack of the NVL72 class, in-row cooler. */
const rows = {
  A: ['cooler', 'air', 'air', 'cooler', 'air', 'air', 'cooler', 'air', 'air', 'cooler'],
  B: ['cooler', 'air', 'air', 'cooler', 'nvl', 'nvl', 'cooler', 'nvl', 'nvl', 'cooler'],
} as const;
type Row = keyof typeof rows;
const hotAisle = { yMin: 3, yMax: 4.2 };

/** Two rows back to back over a contained hot aisle, with in-row coolers between dense GPU racks. */
export function aiPod(): SiteInput {
  return {
    format: 'isotherm-site',
    version: 1,
    name: 'AI pod',
    description: [
      'An example design, not a real pod: eight racks of three air-cooled 8-GPU nodes (up to 30.6 kW each) and four racks of the NVL72 class (up to 132 kW each, 87 % of it by liquid), around a contained hot aisle with eight in-row coolers.',
      'Power of the GPU equipment: see the catalogue types gpu-node-8xh100 and gpu-rack-nvl72. Heat that leaves by liquid does not enter the room air. Coolers, UPS, workload, racks of 150 kg, what the room is made of and the 15 W of heat per watt of the warm-water loop: round figures of the example.',
      'Workload: a training run at 95 % that drops to 35 % for a minute and a half every ten minutes, to write a checkpoint.',
    ].join('\n'),
    ashraeClass: 'A2',
    room: {
      width: 9.6,
      depth: 7.2,
      height: 3.6,
      fabric: { floor: 'concrete-slab', walls: 'plasterboard', ceiling: 'ceiling-tile' },
      initialCelsius: 24,
    },
    racks: (Object.keys(rows) as Row[]).flatMap((row) => racksOf(row)),
    coolingUnits: (Object.keys(rows) as Row[]).flatMap((row) => coolersOf(row)),
    containments: [
      {
        id: 'hot-aisle',
        name: 'Hot aisle',
        kind: 'hot-aisle',
        min: { x: firstX, y: hotAisle.yMin, z: 0 },
        max: { x: rounded(firstX + pitch * rows.A.length, 2), y: hotAisle.yMax, z: size.height },
        sides: { xMin: 'door', xMax: 'door', yMin: 'open', yMax: 'open', roof: 'panel' },
        leakageArea: 0.02,
      },
    ],
    sensors: [
      { id: 'cold-side-a', name: 'Cold side, row A', position: { x: 4.8, y: 1.2, z: 1.5 } },
      { id: 'cold-side-b', name: 'Cold side, row B', position: { x: 4.8, y: 6, z: 1.5 } },
      { id: 'hot-aisle-middle', name: 'Hot aisle, middle', position: { x: 4.8, y: 3.6, z: 1.5 } },
    ],
    outdoor: { dryBulbCelsius: 20, wetBulbCelsius: 14 },
    electrical: { ups: { ratedW: 1_000_000 }, pduEfficiency: 0.98, otherLoadW: 3000 },
    plant: { kind: 'moore-cop' },
    liquidLoop: { cop: 15 },
    workload: {
      demand: {
        kind: 'stepped',
        steps: [
          { atSeconds: 0, level: 0.95 },
          { atSeconds: 510, level: 0.35 },
        ],
        repeatSeconds: 600,
      },
      dispatcher: 'uniform',
      governor: 'performance',
    },
    floorGrid: pitch,
  };
}

/** Row A faces -y and row B +y, so that both blow into the aisle between them. */
function place(row: Row, index: number): Pick<RackInput, 'position' | 'rotation' | 'size'> {
  return {
    position: { x: rounded(firstX + pitch * (index + 0.5), 2), y: row === 'A' ? 2.4 : 4.8 },
    rotation: row === 'A' ? 0 : 180,
    size,
  };
}

function racksOf(row: Row): RackInput[] {
  return rows[row].flatMap((kind, index): RackInput[] => {
    if (kind === 'cooler') return [];
    const id = `${row}${String(index + 1).padStart(2, '0')}`;
    const contents: RackInput['contents'] =
      kind === 'nvl'
        ? [
            {
              kind: 'servers',
              id: 'nvl72',
              type: 'gpu-rack-nvl72',
              uStart: 1,
              uSize: 42,
              count: 1,
              liquidFraction: 0.871,
            },
          ]
        : [2, 13, 24].map((uStart, node) => ({
            kind: 'servers',
            id: `node-${node + 1}`,
            type: 'gpu-node-8xh100',
            uStart,
            uSize: 8,
            count: 1,
          }));
    return [{ id, ...place(row, index), uHeight: 46, frameMassKg: 150, contents }];
  });
}

function coolersOf(row: Row): UnitInput[] {
  const units = rows[row].flatMap((kind, index) => (kind === 'cooler' ? [index] : []));
  return units.map((index, number) => ({
    id: `IRC-${row}${number + 1}`,
    kind: 'in-row',
    ...place(row, index),
    medium: 'chilled-water',
    supply: { to: 'room', face: 'front' },
    return: { from: 'room', face: 'rear' },
    fan: { ratedAirflowM3s: 2.6, ratedPowerW: 2200, speed: 0.85 },
    capacityW: 60_000,
    control: { mode: 'supply', setpointCelsius: 22 },
  }));
}
