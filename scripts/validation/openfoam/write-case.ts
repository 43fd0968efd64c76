import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Engine } from '../../../src/engine/engine';
import { constantFiles, type FoamSettings, systemFiles } from './dictionaries';
import { foamFields } from './fields';
import { foamFile, plainList } from './foam-text';
import { enginePatches } from './patches';
import { type FoamMesh, foamMesh } from './poly-mesh';
import { heatSources, jetSources } from './sources';

/**
 * Writes the room of a settled engine as an OpenFOAM case: the same cells, flows, supply temperatures, heat and jets.
 * Walls are adiabatic in it whatever the site says. Throws for what the case cannot hold.
 */
export function writeCase(folder: string, engine: Engine, settings: FoamSettings): FoamMesh {
  const { site, room } = engine;
  const { mesh, freeFaces } = room.grid;
  if (site.room.walls.kind !== 'adiabatic') throw new Error('The case holds adiabatic walls only.');
  if (freeFaces.length > 0) throw new Error('The case holds no free openings: pin their flow.');
  const patches = enginePatches(engine);
  const cells = foamMesh(mesh, patches);
  const sources = [...heatSources(patches, mesh), ...jetSources(engine)];
  const write = (path: string, text: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const [name, text] of Object.entries(cells.files)) write(`constant/polyMesh/${name}`, text);
  for (const source of sources) {
    const numbers = source.cells.map((c) => cells.cellNumber[c]!);
    const path = 'constant/polyMesh/sets';
    write(`${path}/${source.name}`, foamFile('cellSet', path, source.name, plainList(numbers)));
  }
  for (const [name, text] of Object.entries(foamFields(site, patches))) write(`0/${name}`, text);
  for (const [name, text] of Object.entries(constantFiles(site, sources))) write(`constant/${name}`, text);
  for (const [name, text] of Object.entries(systemFiles(settings))) write(`system/${name}`, text);
  return cells;
}
