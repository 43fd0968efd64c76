import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forEachCell, type Mesh } from '../../../src/engine/kernels/mesh';

/** Times (iterations) that a case has written, ascending. */
export function writtenTimes(folder: string): number[] {
  return readdirSync(folder)
    .map(Number)
    .filter((time) => Number.isFinite(time) && time > 0)
    .sort((a, b) => a - b);
}

/** A scalar field of a case at the cells of the mesh that it was written from, padded index; NaN in solids. */
export function readScalarField(folder: string, time: number, name: string, mesh: Mesh): Float64Array {
  const numbers = internalNumbers(readFileSync(join(folder, String(time), name), 'utf8'), name);
  const field = new Float64Array(mesh.size).fill(Number.NaN);
  let cell = 0;
  forEachCell(mesh, (c) => {
    if (!mesh.solid[c]) field[c] = numbers[cell++]!;
  });
  if (cell !== numbers.length) throw new Error(`${name} has ${numbers.length} cells, the room ${cell}.`);
  return field;
}

function internalNumbers(text: string, name: string): Float64Array {
  const match = /internalField\s+nonuniform\s+List<scalar>\s+(\d+)\s*\(/.exec(text);
  if (match === null) throw new Error(`${name} has no list of scalars in it.`);
  const from = match.index + match[0].length;
  const numbers = Float64Array.from(text.slice(from, text.indexOf(')', from)).trim().split(/\s+/), Number);
  if (numbers.length !== Number(match[1])) throw new Error(`${name} is cut short.`);
  return numbers;
}
