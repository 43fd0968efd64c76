/** `npm run build`: the static site, in dist. */
import { main } from './tooling/main.mjs';
import { runTool } from './tooling/spawn.mjs';

await main((args) => runTool('vite', 'vite', ['build', ...args]));
