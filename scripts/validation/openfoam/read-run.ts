import type { Engine } from '../../../src/engine/engine';
import { ZERO_CELSIUS_KELVIN } from '../../../src/units/air';
import type { ProfileLine } from '../../../src/validation/openfoam/comparison-room';
import { type Readings, readField } from '../../../src/validation/openfoam/readings';
import type { FoamRun } from '../../../src/validation/openfoam/result';
import type { FoamSettings } from './dictionaries';
import { readScalarField, writtenTimes } from './read-field';
import { solverVersion } from './solver';

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Reads what a finished case shows to the equipment: the mean over its last `spans` averages, and their spread. */
export function readRun(
  folder: string,
  engine: Engine,
  lines: readonly ProfileLine[],
  settings: FoamSettings,
  cellMetres: number,
  spans: number,
): FoamRun {
  const { grid } = engine.room;
  const times = writtenTimes(folder).slice(-spans);
  if (times.at(-1) !== settings.iterations) throw new Error(`The case in ${folder} is not finished.`);
  const mean = new Float64Array(grid.mesh.size);
  const parts: Readings[] = times.map((time) => {
    const field = readScalarField(folder, time, 'TMean', grid.mesh);
    for (let c = 0; c < field.length; c++) {
      field[c]! -= ZERO_CELSIUS_KELVIN;
      mean[c]! += field[c]! / times.length;
    }
    return readField(grid, engine.flows.grilles, lines, field);
  });
  const all = readField(grid, engine.flows.grilles, lines, mean);
  return {
    advection: settings.advection,
    cellMetres,
    cells: mean.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0),
    solver: solverVersion(folder),
    iterations: settings.iterations,
    averagedOver: settings.averageOver * times.length,
    inletCelsius: all.inletCelsius.map(hundredths),
    inletSpreadKelvin: all.inletCelsius.map((celsius, n) =>
      hundredths(Math.max(...parts.map((part) => Math.abs(part.inletCelsius[n]! - celsius)))),
    ),
    returnCelsius: all.returnCelsius.map(hundredths),
    profiles: all.profiles.map((profile) => ({
      heightMetres: profile.heightMetres.map((z) => Math.round(z * 1000) / 1000),
      celsius: profile.celsius.map(hundredths),
    })),
  };
}
