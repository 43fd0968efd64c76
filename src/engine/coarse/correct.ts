import { addCorrections } from '../grid/interpolate';
import type { MovedFields } from '../grid/room-fields';
import { transferFields } from '../grid/transfer';
import { portCelsius } from '../heat/heat';
import type { Field } from '../kernels/velocity';
import type { Engine } from '../state';
import { answerAir, answerQuickly, hurries, moveAir, observe, settleOnFineCells } from '../tick';
import { followEquipment } from './coarse-room';

/** Iterations of the coarse room in one correction: with half as many a cold start takes a third more corrections. */
const ITERATIONS = 16;

/** The coarse room takes its turbulence from the fine one: its own would come to another rest. */
const HELD = true;

/** Velocity along each axis, pressure, temperature. */
type Fields = readonly [Field, Field, Field, Field, Field];

/**
 * One iteration of the fine room, then a correction of it from the coarse one: the full approximation scheme (Brandt
 * 1977, Math. Comp. 31:333-390; from memory, to be checked) with the settling iteration as its smoother. The coarse room
 * starts from the fine air. What the fine iteration has changed beyond what a coarse one changes is added to every coarse
 * iteration, so that the coarse room moves to where the fine equations want it; how far it has moved is added to the fine
 * air. Where the fine room is at rest that is nothing, whatever the coarse cells would say on their own.
 *
 * Returns the largest change of a chassis inlet, K. One beyond `limitKelvin`, or not finite, is not made.
 */
export function correctOnce(fine: Engine, coarse: Engine, limitKelvin: number): number {
  const hurried = hurries(fine);
  const { cellSize } = fine.room.grid.lines;
  const { plant } = fine;
  const meshes = { fine: fine.room.grid.mesh, coarse: coarse.room.grid.mesh };
  transferFields(meshes.fine, fine.room.kernels, meshes.coarse, coarse.room.kernels);
  followEquipment(fine, coarse);
  settleOnFineCells(fine);
  const commands = plant.commandCelsius.slice();
  const errors = plant.previousErrorKelvin.slice();
  const fields = fieldsOf(coarse);
  const target = copyOf(fields);
  const { turbulentEnergy, dissipation, viscosity } = coarse.room.kernels;
  transferFields(meshes.fine, fine.room.kernels, meshes.coarse, {
    ...moved(target),
    turbulentEnergy,
    dissipation,
    viscosity,
  });
  answerAir(coarse, { controllers: false });
  const riseKelvin = coarse.servers.outletCelsius.map((celsius, n) => celsius - coarse.chassisInletCelsius[n]!);
  moveAir(coarse, hurried, cellSize, HELD);
  const missing = copyOf(target);
  addTo(missing, fields, -1);
  addTo(fields, missing, 1);
  for (let n = 0; n < ITERATIONS; n++) {
    answerQuickly(coarse, riseKelvin);
    moveAir(coarse, hurried, cellSize, HELD);
    addTo(fields, missing, 1);
  }
  const change = copyOf(fields);
  addTo(change, target, -1);
  const worst = largestInlet(coarse, change[4]);
  if (worst <= limitKelvin) {
    addCorrections(meshes.coarse, moved(change), meshes.fine, moved(fieldsOf(fine)));
    observe(fine);
  } else {
    plant.commandCelsius.set(commands);
    plant.previousErrorKelvin.set(errors);
  }
  return worst;
}

function largestInlet(coarse: Engine, temperatureChange: Field): number {
  if (!coarse.room.kernels.isFinite()) return Number.NaN;
  let worst = 0;
  for (const port of coarse.room.grid.chassisInlets) {
    worst = Math.max(worst, Math.abs(portCelsius(port, temperatureChange)));
  }
  return worst;
}

const fieldsOf = ({ air, temperature }: Engine): Fields => [...air.velocity, air.pressure, temperature];

const copyOf = ([u, v, w, pressure, temperature]: Fields): Fields => [
  u.slice(),
  v.slice(),
  w.slice(),
  pressure.slice(),
  temperature.slice(),
];

function addTo(fields: Fields, others: Fields, factor: 1 | -1): void {
  for (let q = 0; q < fields.length; q++) {
    const field = fields[q]!;
    const other = others[q]!;
    for (let c = 0; c < field.length; c++) field[c]! += factor * other[c]!;
  }
}

function moved([u, v, w, pressure, temperature]: Fields): MovedFields {
  return { velocity: [u, v, w], pressure, temperature };
}
