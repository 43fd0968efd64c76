import type { SiteInput } from '../../src/site/schema/site';
import { AIR, AIR_HEAT_CAPACITY, RACK_UNIT_METRES } from '../../src/units/air';
import { POD2_WINDOWS, type Pod2Window } from './pod2-windows';
import { rounded } from './rounding';

const rackSize = { width: 0.62, depth: 0.88, height: 2.22 };
const uBase = 0.1;
/** Lower edges of the ten chassis of a rack, m (geometry file of the author). */
const chassisStarts = [0.3, 0.4, 0.5, 0.7, 0.8, 1.17, 1.27, 1.37, 1.57, 1.67];
const serversPerChassis = 3;
const serversPerRack = serversPerChassis * chassisStarts.length;

/**
 * 8 kg a server (geometry file of the author), with the mean specific heat of the three servers measured by VanGilder
 * et al. 2013 (480, 500, 600 J/(kg K)) and their mean effectiveness (0.81, 0.63, 0.81). The author's own 400 J/(kg K) and
 * hA = 6 W/K (effectiveness 0.4) are his choice of round figures.
 */
const serverMassKg = 8;
const serverHeatCapacityJK = Math.round((serverMassKg * (480 + 500 + 600)) / 3);
const serverEffectiveness = 0.75;

/**
 * A third of a fully loaded triplet of the same generation, 2600 lb with 90 servers in three columns (Open Compute
 * Project blog, "Deploying OCP hardware in a co-located facility"), less the servers: rack, shelves, power, switches.
 */
const rackFrameKg = Math.round(1179 / 3 - serversPerRack * serverMassKg);

/**
 * Airflow of an idle server, m³/s: the author's table (geometry file: 0.010 at 50 W, 0.015 at 100 W, 0.020 at 150 W),
 * read at its measured idle power. Flow then follows the measured fan speed (fan affinity law, flow in proportion to
 * rpm). The free-delivery figure of the fan's data sheet (7.8e-6 m³/s per rpm) would be 40 % more: it knows nothing
 * of the resistance of the chassis, and its heat balance contradicts the measured rise of 20 K.
 */
function serverAirflow(index: number, fanRpm: number): number {
  const idle = POD2_WINDOWS.find(({ file }) => file === 'pod2-idle.json')!;
  const [idleRackW, idleRpm] = idle.racks[index]!;
  const idleServerW = idleRackW / serversPerRack;
  return ((0.01 + (idleServerW - 50) * 1e-4) * fanRpm) / idleRpm;
}

/** Fan of a cooler, scaled to full speed from the measured 2.35 kg/s and 5588 W at 90 % signal, P ~ signal^3.11. */
const coolerFan = {
  ratedAirflowM3s: rounded(2.35 / AIR.density / 0.9, 3),
  ratedPowerW: rounded(5588 / 0.9 ** 3.11, 0),
  powerExponent: 3.11,
};

/** Sheet of a cooler's box, less its two openings: 8 m² of 1.5 mm steel (thickness: assumption), kg. */
const coolerCasingKg = 90;

/** Coolers 1-4: which wall they stand at, and where they start along y. */
const coolerPlaces = [
  { wall: 'x-max', yStart: 2.275 },
  { wall: 'x-max', yStart: 0.6 },
  { wall: 'x-min', yStart: 0.6 },
  { wall: 'x-min', yStart: 2.275 },
] as const;

const roomWidth = 6.95;

export function pod2(window: Pod2Window): SiteInput {
  return {
    format: 'isotherm-site',
    version: 1,
    name: window.name,
    description: describe(window),
    ashraeClass: 'A2',
    room: {
      width: roomWidth,
      depth: 4.87,
      height: 3,
      walls: { kind: 'adiabatic' },
      fabric: { floor: 'concrete-slab', walls: 'sandwich-panel', ceiling: 'sandwich-panel' },
      initialCelsius: 20,
    },
    racks: window.racks.map((_, index) => rack(window, index)),
    coolingUnits: window.coolers.map((_, index) => cooler(window, index)),
    obstacles: [
      {
        id: 'rear-block',
        name: 'Closed end of the pod',
        min: { x: 0, y: 3.72, z: 0 },
        max: { x: roomWidth, y: 4.87, z: 2.25 },
      },
      { id: 'beam-left', name: 'Ceiling beam', min: { x: 2.5, y: 0, z: 2.65 }, max: { x: 2.75, y: 4.87, z: 3 } },
      { id: 'beam-right', name: 'Ceiling beam', min: { x: 4.5, y: 0, z: 2.65 }, max: { x: 4.75, y: 4.87, z: 3 } },
    ],
    sensors: strips(),
    floorGrid: 0.62,
  };
}

function rack(window: Pod2Window, index: number): NonNullable<SiteInput['racks']>[number] {
  const number = index + 1;
  const inRightRow = number <= 6;
  const placeInRow = inRightRow ? 6 - number : number - 7;
  const [serverPowerW, fanRpm] = window.racks[index]!;
  const shortfallW = window.itMeterW - window.racks.reduce((sum, [powerW]) => sum + powerW, 0);
  const powerW = serverPowerW + shortfallW / window.racks.length;
  const serverAirflowM3s = serverAirflow(index, fanRpm);
  return {
    id: `rack-${pad(number)}`,
    name: `Rack ${number}`,
    position: { x: inRightRow ? 4.81 : 2.23, y: rounded(0.31 + 0.62 * placeInRow, 2) },
    rotation: inRightRow ? 90 : 270,
    size: rackSize,
    uHeight: 47,
    uBase,
    contents: chassisStarts.map((zStart, chassis) => ({
      kind: 'chassis',
      id: `chassis-${pad(chassis + 1)}`,
      uStart: Math.floor((zStart - uBase) / RACK_UNIT_METRES + 1e-6) + 1,
      uSize: 2,
      vent: { zMin: zStart, height: 0.1, width: 0.45 },
      powerW: rounded(powerW / chassisStarts.length, 1),
      airflowM3s: rounded((serverAirflowM3s * serversPerRack) / chassisStarts.length, 5),
      heatCapacityJK: serversPerChassis * serverHeatCapacityJK,
      heatExchangeEffectiveness: serverEffectiveness,
    })),
    blankingPanels: true,
    frameMassKg: rackFrameKg,
  };
}

/**
 * Supply of a cooler, °C: the discharge sensor is taken to sit between coil and fans, so that their heat comes on top. The
 * flow, from heat out and the sensors before and behind the coil, is the same either way.
 */
function supplyCelsius([signal, discharge]: Pod2Window['coolers'][number]): number {
  const share = signal / 100;
  const fanW = coolerFan.ratedPowerW * share ** coolerFan.powerExponent;
  return discharge + fanW / (AIR_HEAT_CAPACITY * coolerFan.ratedAirflowM3s * share);
}

function cooler(window: Pod2Window, index: number): NonNullable<SiteInput['coolingUnits']>[number] {
  const { wall, yStart } = coolerPlaces[index]!;
  const size = { width: 1.225, depth: 0.51, height: 2.55 };
  const measured = window.coolers[index]!;
  const [signal] = measured;
  const signals = window.coolers.reduce((sum, [percent]) => sum + percent, 0);
  const airflowM3s = (window.coolerAirflowM3s * signal) / signals;
  return {
    id: `cooler-${index + 1}`,
    name: `Cooler ${index + 1}`,
    kind: 'in-row',
    position: { x: wall === 'x-min' ? 0.255 : rounded(roomWidth - 0.255, 3), y: rounded(yStart + size.width / 2, 4) },
    rotation: wall === 'x-min' ? 90 : 270,
    size,
    medium: 'chilled-water',
    supply: { to: 'room', face: 'front', width: 1, height: 1.775, zMin: 0.1 },
    return: { from: 'room', face: 'top' },
    fan: { ...coolerFan, speed: rounded(airflowM3s / coolerFan.ratedAirflowM3s, 4) },
    thermalMass: { casingKg: coolerCasingKg },
    control: { mode: 'supply', setpointCelsius: rounded(supplyCelsius(measured), 2) },
  };
}

/** The sensor strips: three heights in front of and behind each group of three racks. */
function strips(): SiteInput['sensors'] {
  const groups = [
    { racks: '01-03', y: 2.79, front: 5.29, rear: 4.17 },
    { racks: '04-06', y: 0.93, front: 5.29, rear: 4.17 },
    { racks: '07-09', y: 0.93, front: 1.75, rear: 2.87 },
    { racks: '10-12', y: 2.79, front: 1.75, rear: 2.87 },
  ];
  const heights = { bottom: 0.4, middle: 1.2, top: 2 };
  return groups.flatMap((group) =>
    (['front', 'rear'] as const).flatMap((side) =>
      Object.entries(heights).map(([level, z]) => ({
        id: `strip-${group.racks}-${side}-${level}`,
        name: `Racks ${group.racks} ${side} ${level}`,
        position: { x: group[side], y: group.y, z },
      })),
    ),
  );
}

function describe(window: Pod2Window): string {
  return [
    `A measured room: RISE SICS ICE POD 2, Luleå, 1 October 2019, ${window.load} (mean over a steady window).`,
    'Source of geometry and measurements: public repository jsjolund/rafsine, commit e75bdcb, problems/ocp.',
    'Racks, vents, coolers, the closed end of the pod and the ceiling beams: from its geometry file. Hot aisle open above the racks.',
    'Rack heat: sum of the power that its 30 servers report, plus a twelfth of the difference to the IT meter of the pod; assumption: that difference is power shelves and switches in the racks. Spread evenly over ten chassis.',
    'Rack airflow: of each server, the table of the author (0.010 m³/s at 50 W, 0.015 at 100 W) at its measured idle power, then in proportion to the measured fan speed (affinity law; assumption). His other formula, free delivery of the fans, gives 40 % more and a smaller rise than was measured: the choice between the two was informed by the measurement.',
    'Thermal mass, matters in transients only: 8 kg a server (the author), 527 J/(kg K) and effectiveness 0.75 (means of the three servers that VanGilder et al. 2013 measured); 153 kg of steel a rack, so that a rack with its 30 servers has the 393 kg of a third of a loaded triplet of the Open Compute Project; slab floor of concrete (a slab is known, its thickness is an assumption), walls and ceiling of sandwich panels (assumption); 90 kg of casing a cooler (its box in sheet of 1.5 mm; assumption).',
    'Coolers: supply held at the measured discharge temperature and 0.3 to 0.6 K of fan heat; assumption: the discharge sensors sit between coil and fans. The heat balance of the room wants the supply 1.4 K above those sensors, of which fan heat is the part with a known cause. Total flow from the heat out and the return and discharge sensors, shared in proportion to fan signal; fan power from the measured 5588 W at 90 % signal and 2.35 kg/s, exponent 3.11.',
    'Strip sensors: heights 0.4, 1.2 and 2.0 m, in the middle of three racks, a voxel (4 cm) in front and 20 cm behind: from commented-out lines of the geometry file.',
    'Electrical chain, plant and useful work were not measured and are left out. Walls: adiabatic (assumption).',
  ].join('\n');
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
