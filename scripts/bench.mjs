/** `npm run bench [-- air | engine | servers | sizes | browser | page]`: cost of a tick and of a frame. Builds the app and finds a browser first. */
import { ensureBrowser } from './tooling/browser.mjs';
import { main } from './tooling/main.mjs';
import { inRoot } from './tooling/paths.mjs';
import { run, runTool } from './tooling/spawn.mjs';

await main(async (args) => {
  const env = {};
  if (!['engine', 'air', 'sizes', 'servers'].includes(args[0])) {
    env.ISOTHERM_CHROMIUM = await ensureBrowser();
    const built = await runTool('vite', 'vite', ['build', '--logLevel', 'warn']);
    if (built !== 0) return built;
  }
  return run(process.execPath, [inRoot('scripts', 'run-ts.mjs'), inRoot('scripts', 'bench', 'main.ts'), ...args], {
    env,
  });
});
