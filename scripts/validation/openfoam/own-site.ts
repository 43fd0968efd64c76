import { existsSync, readFileSync } from 'node:fs';
import { parseSite } from '../../../src/site/parse';
import { difference } from '../../../src/validation/openfoam/compare';
import { readField } from '../../../src/validation/openfoam/readings';
import { markdownTable, signed } from '../../../src/validation/table';
import { writtenTimes } from './read-field';
import { readRun } from './read-run';
import { partsOf, settingsOf, settledEngine } from './run-rooms';
import { solve } from './solver';
import { writeCase } from './write-case';

/** A user's own site as an OpenFOAM case in `folder`; solved and compared where the solver is installed. */
export function runOwnSite(file: string, folder: string, cellMetres: number, canSolve: boolean): string {
  const { site, issues } = parseSite(readFileSync(file, 'utf8'));
  if (site === null) throw new Error(`${file} is not a site: ${issues[0]?.message ?? 'unreadable'}`);
  const settings = settingsOf('second-order');
  const engine = settledEngine(site, cellMetres);
  const finished = existsSync(folder) && writtenTimes(folder).at(-1) === settings.iterations;
  if (!finished) {
    const { cellCount } = writeCase(folder, engine, settings);
    if (!canSolve) {
      return `The case is in ${folder}, ${cellCount} cells. OpenFOAM is not installed here: run buoyantBoussinesqSimpleFoam there, then this command again.\n`;
    }
    solve(folder);
  }
  const theirs = readRun(folder, engine, [], settings, cellMetres, partsOf(settings));
  const ours = readField(engine.room.grid, engine.flows.grilles, [], engine.temperature);
  const { rackChassisStart, chassisIds } = engine.servers.structure;
  const rooms = { airflowM3s: Array.from(engine.flows.chassis), rackStart: Array.from(rackChassisStart) };
  const { chassisKelvin, worstRackKelvin, rmsChassisKelvin } = difference(rooms, ours, theirs);
  const rows = chassisIds.map((id, n) => [
    id,
    theirs.inletCelsius[n]!.toFixed(1),
    ours.inletCelsius[n]!.toFixed(1),
    signed(chassisKelvin[n]!, 1),
  ]);
  return `${theirs.solver}, ${theirs.cells} cells.

${markdownTable(['Chassis inlet', 'OpenFOAM °C', 'Isotherm °C', 'difference K'], rows)}

Largest difference of a rack's mean inlet ${worstRackKelvin.toFixed(2)} K, RMS over chassis ${rmsChassisKelvin.toFixed(2)} K.
`;
}
