/** `npm run format`: formats and mends what can be mended without thinking. */
import { main } from './tooling/main.mjs';
import { runTool } from './tooling/spawn.mjs';

await main((args) => runTool('@biomejs/biome', 'biome', ['check', '--write', ...(args.length > 0 ? args : ['.'])]));
