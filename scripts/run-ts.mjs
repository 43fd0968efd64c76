/** Runs a TypeScript program of this project: `node scripts/run-ts.mjs FILE ARGS`. Adds nothing to its standard output. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { main } from './tooling/main.mjs';
import { inRoot } from './tooling/paths.mjs';
import { run } from './tooling/spawn.mjs';

await main(([file, ...args]) => {
  const loader = pathToFileURL(createRequire(inRoot('package.json')).resolve('tsx')).href;
  return run(process.execPath, ['--import', loader, file, ...args]);
});
