import { readFileSync } from 'node:fs';
import { createEngine, type Engine, runSteady } from '../../src/engine/engine';
import { AXES, type Axis, forEachCell, type Mesh } from '../../src/engine/kernels/mesh';
import { createRandom, nextUniform, type RandomState } from '../../src/engine/random';
import { parseSite } from '../../src/site/parse';
import { AIR_HEAT_CAPACITY } from '../../src/units/air';
import { pod2Windows } from '../../src/validation/pod2-measured';
import { markdownTable } from '../../src/validation/table';

const CELL_METRES = 0.15;
const RAYS = 40;
const EMISSIVITY = 0.9;
const STEFAN_BOLTZMANN = 5.67e-8;
/** Between the outer faces of the racks the room is hot aisle and racks, m. */
const COLD_AISLES = { below: 1.79, above: 5.25 };

/** Faces between air and anything solid, in parallel lists. */
interface Faces {
  readonly cell: number[];
  readonly at: [number, number, number][];
  readonly axis: Axis[];
  readonly upper: boolean[];
  readonly area: number[];
  /** Index of a face by cell * 6 + 2 axis, + 1 on the upper side. */
  readonly byKey: Map<number, number>;
}

function facesOf(mesh: Mesh): Faces {
  const faces: Faces = { cell: [], at: [], axis: [], upper: [], area: [], byKey: new Map() };
  forEachCell(mesh, (c, i, j, k) => {
    if (mesh.solid[c]) return;
    const at: [number, number, number] = [i, j, k];
    for (const axis of AXES) {
      for (const upper of [false, true]) {
        if (!mesh.solid[upper ? c + mesh.stride[axis] : c - mesh.stride[axis]]) continue;
        faces.byKey.set(c * 6 + 2 * axis + (upper ? 1 : 0), faces.cell.length);
        faces.cell.push(c);
        faces.at.push(at);
        faces.axis.push(axis);
        faces.upper.push(upper);
        faces.area.push(AXES.reduce<number>((area, a) => (a === axis ? area : area * mesh.width[a][at[a]]!), 1));
      }
    }
  });
  return faces;
}

/** The face that a ray from the middle of a face, in a random direction by the cosine law, meets. */
function hitBy(mesh: Mesh, faces: Faces, from: number, random: RandomState): number {
  const axis = faces.axis[from]!;
  const at = [...faces.at[from]!] as [number, number, number];
  const sine = Math.sqrt(nextUniform(random));
  const angle = 2 * Math.PI * nextUniform(random);
  const direction = [0, 0, 0];
  direction[axis] = (faces.upper[from] ? -1 : 1) * Math.sqrt(1 - sine * sine);
  direction[(axis + 1) % 3] = sine * Math.cos(angle);
  direction[(axis + 2) % 3] = sine * Math.sin(angle);
  const place = AXES.map((a) => (mesh.faces[a][at[a] - 1]! + mesh.faces[a][at[a]]!) / 2);
  place[axis] = mesh.faces[axis][faces.upper[from] ? at[axis] : at[axis] - 1]!;
  for (;;) {
    let nearest = Number.POSITIVE_INFINITY;
    let across: Axis = 0;
    for (const a of AXES) {
      if (direction[a] === 0) continue;
      const way = (mesh.faces[a][direction[a]! > 0 ? at[a] : at[a] - 1]! - place[a]!) / direction[a]!;
      if (way < nearest) {
        nearest = way;
        across = a;
      }
    }
    for (const a of AXES) place[a]! += direction[a]! * Math.max(0, nearest);
    const cell = at[0] + mesh.stride[1] * at[1] + mesh.stride[2] * at[2];
    const hit = faces.byKey.get(cell * 6 + 2 * across + (direction[across]! > 0 ? 1 : 0));
    if (hit !== undefined) return hit;
    at[across] += direction[across]! > 0 ? 1 : -1;
  }
}

/** Heat that each face would gain if every surface were as warm as the air before it, W; sums to 0. */
function exchange(engine: Engine, faces: Faces): Float64Array {
  const { mesh } = engine.room.grid;
  const random = createRandom(1);
  const net = new Float64Array(faces.cell.length);
  for (let face = 0; face < net.length; face++) {
    for (let ray = 0; ray < RAYS; ray++) {
      const other = hitBy(mesh, faces, face, random);
      const [here, there] = [engine.temperature[faces.cell[face]!]!, engine.temperature[faces.cell[other]!]!];
      const mean = (here + there) / 2 + 273.15;
      // Rays go both ways, so that each stands for half of what it carries.
      const watts = (4 * EMISSIVITY * STEFAN_BOLTZMANN * mean ** 3 * faces.area[face]! * (there - here)) / RAYS / 2;
      net[face]! += watts;
      net[other]! -= watts;
    }
  }
  return net;
}

/** What radiation between surfaces could carry in POD 2, as Markdown. */
export function radiationText(): string {
  const rows = pod2Windows.map((window) => {
    const site = parseSite(readFileSync(`public/sites/${window.file}`, 'utf8')).site!;
    const engine = createEngine(site, { seed: 1, cellSize: CELL_METRES, backend: 'wasm' });
    runSteady(engine);
    const faces = facesOf(engine.room.grid.mesh);
    const net = exchange(engine, faces);
    const { mesh } = engine.room.grid;
    const sum = (belongs: (face: number) => boolean) =>
      net.reduce((total, watts, face) => total + (belongs(face) ? watts : 0), 0);
    const level = (face: number) => faces.axis[face] === 2;
    const x = (face: number) => mesh.faces[0][faces.at[face]![0]]!;
    const low = (face: number) => mesh.faces[2][faces.at[face]![2]]! < 2.2;
    const cold = (face: number) => low(face) && (x(face) <= COLD_AISLES.below || x(face) > COLD_AISLES.above);
    const ceiling = sum((face) => level(face) && faces.upper[face]! && !low(face));
    const floor = sum((face) => level(face) && !faces.upper[face] && cold(face));
    const aisles = sum(cold);
    const flow = engine.plant.airflowM3s.reduce((total, value) => total + value, 0);
    return [
      window.name,
      (-ceiling).toFixed(0),
      floor.toFixed(0),
      aisles.toFixed(0),
      (aisles / (flow * AIR_HEAT_CAPACITY)).toFixed(2),
      ((100 * aisles) / window.itPowerW).toFixed(1),
    ];
  });
  return `### Radiation across the room

What surfaces would exchange if each were as warm as the air before it, which is more than they do: the film of air before
them is the greater resistance by far, so that a third is nearer. Cosine-distributed rays from every face between air and
solid, ${RAYS} each, emissivity ${EMISSIVITY}.

${markdownTable(['Window', 'from the ceiling W', 'to the floor of the cold aisles W', 'to all surfaces of the cold aisles W', 'the same, of all supply K', 'of the heat %'], rows)}

A sixth of a kelvin at the very most where 2.5 are missing: not the cause, and left out of the model.`;
}
