/** `npm start`: serves the twin for a browser on this machine and prints its address. */
import { main } from './tooling/main.mjs';
import { runTool } from './tooling/spawn.mjs';

await main((args) => runTool('vite', 'vite', args));
